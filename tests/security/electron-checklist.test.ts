import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { configuration } from '#build/package/configuration.ts';
import { desktop } from '#core/contract/desktop-bridge.ts';
import { closeBrowser, DoubledApp } from '#tests/electron-double/driver/double-driver.ts';
import { destinations, hostileAddresses, outsideLinks } from './electron-corpus.ts';

// Electron's security checklist, one test for each of its items, asserted on the built application through the double, on the packages'
// configuration, or on the source. What only a real Electron can show is in tests/electron-double/README.md.

const root = join(import.meta.dirname, '..', '..');
const ours = { url: `${desktop.origin}/`, origin: desktop.origin, isTop: true };

/** Every file of the desktop door, as one text: for what must not stand anywhere in it. */
const source = readdirSync(join(root, 'electron'), { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => readFileSync(join(root, 'electron', name), 'utf8'))
  .join('\n');

interface Preferences {
  readonly webPreferences: Readonly<Record<string, unknown>>;
}

let app: DoubledApp;
let page: Page;
let preferences: Readonly<Record<string, unknown>>;
let policy: string;

beforeAll(async () => {
  const { status } = spawnSync(process.execPath, [join(root, 'build', 'fresh.mjs'), 'screens', 'application'], { stdio: 'inherit' });
  if (status !== 0) throw new Error('the application could not be built');
  app = await DoubledApp.start();
  page = await app.page();
  await page.locator('[data-region="status"]').waitFor();
  preferences = ((await app.windows())[0]?.options as Preferences).webPreferences;
  policy = (await app.fetch(`${desktop.origin}/`)).headers['content-security-policy'] ?? '';
}, 120_000);
afterAll(async () => {
  await app.end();
  await closeBrowser();
});

const directive = (name: string): readonly string[] => policy.split(/;\s*/u).find((part) => part.startsWith(`${name} `))?.split(' ').slice(1) ?? [];
const storyCount = async (): Promise<unknown> => app.forge(page, desktop.askChannel, [{ kind: 'call', name: 'library.counts', body: '{}' }]);

describe('Electron’s checklist', () => {
  test('1 only secure content: nothing is loaded from any host', async () => {
    for (const url of ['http://example.com/', 'https://example.com/a.js', 'ws://127.0.0.1:9222/', 'wss://example.com/', 'ftp://example.com/', 'file:///etc/passwd', 'chrome://version/', 'view-source:https://example.com/']) {
      expect([url, await app.mayRequest(url)]).toEqual([url, false]);
    }
    expect(policy).not.toMatch(/https?:|wss?:|\*/u);
    expect(directive('connect-src')).toEqual(["'none'"]);
  });

  test('2 no Node in pages', () => {
    expect(preferences).toMatchObject({ nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false });
  });

  test('3 a world of its own for the preload', () => {
    expect(preferences).toMatchObject({ contextIsolation: true });
  });

  test('4 the sandbox, for every process', async () => {
    expect(preferences).toMatchObject({ sandbox: true });
    expect((await app.records()).isSandboxed).toBe(true);
    // One place makes windows, from one set of options.
    expect(source.match(/new BrowserWindow\(/gu)).toHaveLength(1);
    expect(source).toContain('new BrowserWindow(windowOptions(');
  });

  test('4 a package that is told to do without its sandbox says so and ends', async () => {
    const unsafe = await DoubledApp.start({ packaged: true, args: ['--no-sandbox'] });
    expect(await unsafe.ended).toBe(1);
    expect(unsafe.takeProblems().join('\n')).toContain('.deb');
    expect(unsafe.pages()).toEqual([]);
  });

  test('5 every permission is refused, but writing sanitized text to the clipboard', async () => {
    const declared = readFileSync(join(root, 'node_modules', 'electron', 'electron.d.ts'), 'utf8');
    const names = new Set([...declared.matchAll(/setPermission(?:Request|Check)Handler\(handler: \(\(webContents: [^,]+, permission: ([^,]+),/gu)].flatMap(([, union = '']) => [...union.matchAll(/'([\w-]+)'/gu)].map(([, name = '']) => name)));
    expect(names.size).toBeGreaterThan(40);
    const granted: string[] = [];
    for (const origin of [desktop.origin, desktop.mediaOrigin, 'https://example.com', 'null']) {
      for (const name of names) {
        const { asked, checked } = await app.permission(name, origin);
        if (asked || checked) granted.push(`${origin} ${name} ${asked} ${checked}`);
      }
    }
    expect(granted).toEqual([`${desktop.origin} clipboard-sanitized-write true true`]);
    const { judges } = await app.records();
    expect(judges).toContain('setDevicePermissionHandler: false');
    expect(judges).toContain('setDisplayMediaRequestHandler: {}');
  });

  test('6 web security is on', () => {
    expect(preferences).toMatchObject({ webSecurity: true });
    expect(source).not.toMatch(/disable-web-security|webSecurity: false/u);
  });

  test('7 a content security policy on every answer', async () => {
    expect(directive('default-src')).toEqual(["'none'"]);
    expect(directive('script-src')).toEqual(["'self'"]);
    expect(directive('style-src')).toEqual(["'self'"]);
    expect([directive('base-uri'), directive('form-action'), directive('frame-ancestors'), directive('require-trusted-types-for')]).toEqual([["'none'"], ["'none'"], ["'none'"], ["'script'"]]);
    expect(policy).not.toMatch(/unsafe|wasm/u);
    for (const url of [`${desktop.origin}/index.html`, `${desktop.origin}/favicon.svg`, `${desktop.origin}/nothing-here`, `${desktop.mediaOrigin}/${'0'.repeat(64)}/page`]) {
      const { headers } = await app.fetch(url);
      expect([url, headers['content-security-policy']?.startsWith("default-src 'none'"), headers['x-content-type-options']]).toEqual([url, true, 'nosniff']);
    }
    expect(app.takeProblems()).toEqual([]);
  });

  test('8 no insecure content', () => {
    expect(preferences).toMatchObject({ allowRunningInsecureContent: false });
  });

  test('9 and 10 no experiments, no features of Blink', () => {
    expect(preferences).toMatchObject({ experimentalFeatures: false });
    expect(Object.keys(preferences)).not.toContain('enableBlinkFeatures');
    expect(source).not.toMatch(/enableBlinkFeatures|enable-features|enable-blink|appendSwitch/u);
  });

  test('11 and 12 no webview, and none that a page could make', async () => {
    expect(preferences).toMatchObject({ webviewTag: false });
    expect(await app.mayAttachWebview(page)).toBe(false);
  });

  test('13 no navigation but to the page itself and, in frames, to a preview', async () => {
    for (const [url, top, inner] of destinations) expect([url, await app.mayNavigate(page, url, true), await app.mayNavigate(page, url, false)]).toEqual([url, top, inner]);
  });

  test('14 no window that a page opens', async () => {
    for (const [url] of destinations) expect([url, await app.mayOpenWindow(page, url)]).toEqual([url, false]);
    await app.forgetDialogs();
  });

  test('15 to the system go https and mailto, after a question that shows where to', async () => {
    for (const [url] of outsideLinks) {
      await app.answerDialog('message', 'Mở');
      await app.forge(page, desktop.askChannel, [{ kind: 'open-link', url }]);
      await app.forgetDialogs();
    }
    const { opened, dialogs } = await app.records();
    const allowed = outsideLinks.filter(([, host]) => host !== null);
    expect(opened).toEqual(allowed.map(([url]) => new URL(url).href));
    const questions = dialogs.filter(({ dialog }) => dialog === 'message').slice(-allowed.length).map(({ options }) => (options as { readonly message: string }).message);
    for (const [index, [, host]] of allowed.entries()) expect(questions[index]).toContain(host);
    expect(outsideLinks.length).toBeGreaterThanOrEqual(40);
  });

  test('15 a link nobody agreed to is not opened', async () => {
    const before = (await app.records()).opened.length;
    await app.forge(page, desktop.askChannel, [{ kind: 'open-link', url: 'https://example.com/' }]);
    expect((await app.records()).opened.length).toBe(before);
  });

  test('16 a current Electron, exactly named', () => {
    const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly devDependencies: Readonly<Record<string, string>> };
    const { version } = JSON.parse(readFileSync(join(root, 'node_modules', 'electron', 'package.json'), 'utf8')) as { readonly version: string };
    expect(devDependencies['electron']).toMatch(/^\d+\.\d+\.\d+$/u);
    expect(version).toBe(devDependencies['electron']);
    // The workflow asks the registry whether that is one of the supported three.
    expect(Number.parseInt(version, 10)).toBeGreaterThanOrEqual(45);
  });

  describe('17 every sender is judged', () => {
    const question = [{ kind: 'call', name: 'library.counts', body: '{}' }];
    test('only the top frame of our own origin is answered', async () => {
      expect(await app.forge(page, desktop.askChannel, question, ours)).toEqual(expect.stringContaining('"ok":true'));
      const strangers = [
        { ...ours, isTop: false },
        { ...ours, origin: 'https://example.com' },
        { ...ours, origin: 'null' },
        { ...ours, origin: `${desktop.origin}.example.com` },
        { ...ours, origin: 'app://toasoan:1' },
        { ...ours, origin: 'app://' },
        { ...ours, origin: desktop.mediaOrigin },
        { ...ours, origin: 'APP://TOASOAN' },
      ];
      for (const sight of strangers) expect([sight.origin, sight.isTop, await app.forge(page, desktop.askChannel, question, sight)]).toEqual([sight.origin, sight.isTop, null]);
      expect(await app.forgeFromNowhere(desktop.askChannel, question, ours)).toBeNull();
    });

    test('no other channel is heard', async () => {
      for (const channel of [desktop.newsChannel, 'toasoan', '', 'ELECTRON_BROWSER_REQUIRE', 'GUEST_WINDOW_MANAGER_WINDOW_OPEN', `${desktop.askChannel} `]) {
        await expect(app.forge(page, channel, question)).rejects.toThrow('No handler registered');
      }
    });

    test('10,000 messages that do not fit are answered with nothing, and change nothing', async () => {
      const before = await storyCount();
      const [library] = await app.processes();
      const kinds = ['hello', 'call', 'ready', 'flushed', 'menu', 'appearance', 'recent', 'act', 'open-menu', 'save-export', 'save-pdf', 'show-file', 'open-link', 'constructor', '__proto__'];
      const broken = fc.oneof(
        fc.anything({ withMap: true, withSet: true, withTypedArray: true, withBigInt: true }),
        fc.record({ kind: fc.constantFrom(...kinds), name: fc.anything(), body: fc.anything(), act: fc.string(), url: fc.anything(), path: fc.anything(), menu: fc.anything(), x: fc.anything() }),
        fc.record({ kind: fc.constant('call'), name: fc.oneof(fc.string(), fc.constantFrom('toString', '__proto__', 'story', 'story.', 'story.get.x')), body: fc.oneof(fc.string(), fc.uint8Array()) }),
      );
      const messages = fc.sample(broken, { numRuns: 10_000, seed: 1911 });
      const answers: unknown[] = [];
      for (let at = 0; at < messages.length; at += 200) answers.push(...(await Promise.all(messages.slice(at, at + 200).map((message) => app.forge(page, desktop.askChannel, [message], ours)))));
      const isRefusal = (answer: unknown): boolean => answer === null || (typeof answer === 'string' && answer.startsWith('{"ok":false,"error":{"code":"call.'));
      expect(answers.filter((answer) => !isRefusal(answer))).toEqual([]);
      expect(await storyCount()).toEqual(before);
      // The same run of the library: nothing made it fall.
      expect((await app.processes())[0]).toEqual(library);
      expect(app.takeProblems()).toEqual([]);
    }, 120_000);

    test('a message that is too large is refused before anybody reads it', async () => {
      const body = JSON.stringify({ query: 'x'.repeat(2_000_000) });
      expect(await app.forge(page, desktop.askChannel, [{ kind: 'call', name: 'library.list', body }], ours)).toEqual(expect.stringContaining('call.too-large'));
    });
  });

  test('18 schemes of our own, by lists and opaque names, never by a path', async () => {
    expect((await app.records()).schemes).toEqual([
      { scheme: 'app', privileges: expect.not.objectContaining({ bypassCSP: true, allowServiceWorkers: true, allowExtensions: true }) as unknown },
      { scheme: 'media', privileges: expect.not.objectContaining({ bypassCSP: true, supportFetchAPI: true, allowServiceWorkers: true }) as unknown },
    ]);
    expect(source).not.toMatch(/loadFile\(|file:\/\//u);
    for (const path of hostileAddresses) {
      for (const origin of [desktop.origin, desktop.mediaOrigin]) {
        const { status, body } = await app.fetch(`${origin}/${path}`);
        const text = Buffer.from(body).toString('utf8');
        expect([path, status >= 400, /root:|"name": "toasoan"|SQLite format/u.test(text)]).toEqual([path, true, false]);
      }
    }
    for (const method of ['POST', 'PUT', 'DELETE', 'HEAD']) expect([method, (await app.fetch(`${desktop.origin}/`, method)).status]).toEqual([method, 404]);
  });

  test('19 seven fuses', () => {
    // Read back from a packed program in tests/e2e/package.
    expect(configuration.electronFuses).toMatchObject({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
    });
    // With the first of them off, a fork of the program would be the application once more.
    expect(source).not.toMatch(/child_process|ELECTRON_RUN_AS_NODE/u);
  });

  test('20 nothing of Electron’s own reaches a page', async () => {
    const preload = readFileSync(join(root, 'dist', 'electron', 'preload.cjs'), 'utf8');
    expect([...preload.matchAll(/require\(\s*["']([^"']+)["']\s*\)/gu)].map(([, name]) => name)).toEqual(['electron']);
    expect(preload.match(/exposeInMainWorld\)?\(/gu)).toHaveLength(1);
    const heard = await page.evaluate(async () => {
      const { onNews, setRecent, act } = (window as unknown as { readonly toasoan: Record<string, (...args: unknown[]) => unknown> }).toasoan;
      const said: unknown[][] = [];
      onNews?.((...args: unknown[]) => said.push(args));
      setRecent?.({});
      act?.('full-screen');
      for (let tries = 0; tries < 200 && said.length === 0; tries++) await new Promise((resolve) => setTimeout(resolve, 10));
      act?.('full-screen');
      return said.map((args) => [args.length, Object.keys(args[0] as object).toSorted()]);
    });
    expect(heard[0]).toEqual([1, ['kind', 'on']]);
  });
});
