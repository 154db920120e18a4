import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import type { BrowserContext, Page } from '@playwright/test';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ok } from '#core/base/result.ts';
import { findBrowser } from '#backend/web/find-browser.ts';
import { makeStubHost, openDoor } from './open-door.ts';
import type { OpenDoor } from './open-door.ts';

const browserPath = findBrowser();
if (browserPath === null) process.stderr.write('door-in-chromium: skipped, no Chrome, Edge or Chromium is installed and TOASOAN_BROWSER names none\n');

const story = '01890000-0000-7000-8000-000000000000';
/** Green where only its own style sheet applies; red from a style attribute, blue from a script: neither may be seen. */
const previewWith = (picture: string): string => `<!doctype html><html lang="vi"><head><title>Bài</title><style>body{margin:0;background:rgb(1,120,3)}</style></head>
<body><div style="position:fixed;inset:0;background:red"></div><script>document.body.style.background="blue"</script><img alt="" src="${picture}"></body></html>`;

const middleOf = async (picture: Buffer): Promise<number[]> => {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(info.height / 2) * info.width + Math.floor(info.width / 2)) * info.channels;
  return [...data.subarray(at, at + 3)];
};

describe.skipIf(browserPath === null)('the door, from inside a real browser', () => {
  const host = makeStubHost({ preview: () => Promise.resolve(ok(previewWith(`${evilOrigin}/x.png`))) });
  let open: OpenDoor;
  let evil: Server;
  let evilOrigin: string;
  const visits: string[] = [];
  let profile: string;
  let context: BrowserContext;

  beforeAll(async () => {
    open = await openDoor({ host });
    evil = createServer((request, response) => {
      visits.push(request.url ?? '');
      response.setHeader('content-type', 'text/html').end('<!doctype html><title>evil</title><body></body>');
    });
    await new Promise<void>((resolve) => evil.listen(0, '127.0.0.1', resolve));
    evilOrigin = `http://127.0.0.1:${(evil.address() as AddressInfo).port}`;
    profile = mkdtempSync(join(tmpdir(), 'toasoan-profile-'));
    const isRoot = process.getuid?.() === 0;
    context = await chromium.launchPersistentContext(profile, {
      executablePath: browserPath ?? '',
      args: ['--headless=new', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', ...(isRoot ? ['--no-sandbox'] : [])],
    });
  });
  afterAll(async () => {
    await context.close();
    await new Promise((resolve) => evil.close(resolve));
    await open.close();
    rmSync(profile, { recursive: true, force: true });
  });

  const enter = async (): Promise<Page> => {
    await context.clearCookies();
    const page = await context.newPage();
    await page.goto(open.door.url);
    await page.waitForURL(`${open.door.origin}/`);
    return page;
  };

  test('the printed address leads in and leaves no key behind, under localhost too', async () => {
    const page = await context.newPage();
    await page.goto(`${open.door.origin}/`);
    await page.getByText('Open the address that the terminal printed').waitFor();
    for (const address of [open.door.url, open.door.url.replace('127.0.0.1', 'localhost')]) {
      await context.clearCookies();
      await page.goto(address);
      await page.waitForURL(`${open.door.origin}/`);
      // The app stands at the same address as the way in; only its page has no script of ours.
      await expect.poll(() => page.evaluate(() => document.querySelector('script') === null).catch(() => false)).toBe(true);
      expect(await page.evaluate(() => [location.href, document.cookie, document.title])).toEqual([`${open.door.origin}/`, '', 'Tòa Soạn']);
    }
    await page.close();
  });

  test('the app’s policy holds: no inline script, no eval, no markup from strings, nothing outside', async () => {
    const page = await enter();
    const warnings: string[] = [];
    page.on('console', (message) => warnings.push(message.text()));
    await page.reload();
    expect(warnings).toEqual([]);
    const tried = await page.evaluate(async () => {
      const attempt = (run: () => unknown): string => {
        try {
          run();
          return 'done';
        } catch (problem) {
          return problem instanceof Error ? problem.name : 'thrown';
        }
      };
      // In the same turn as the debugger's own code eval would be let through.
      await new Promise((resolve) => setTimeout(resolve, 0));
      const { trustedTypes } = window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): unknown } };
      const results: Record<string, string> = {
        code: attempt(() => new Function('return 1')() as unknown),
        markup: attempt(() => Reflect.set(document.body, 'innerHTML', '<b>x</b>')),
        policy: attempt(() => trustedTypes.createPolicy('another', {})),
        ours: attempt(() => trustedTypes.createPolicy('toasoan', {})),
      };
      const script = document.createElement('script');
      results['script text'] = attempt(() => (script.text = 'window.ran = true'));
      // As text node it passes no Trusted Types check when it is set; it must not run all the same.
      script.append('window.ran = true');
      document.head.append(script);
      results['ran'] = String('ran' in window);
      results['outside'] = await fetch('http://127.0.0.1:9/').then(() => 'done', (problem: Error) => problem.name);
      return results;
    });
    expect(tried).toEqual({ code: 'EvalError', markup: 'TypeError', policy: 'TypeError', ours: 'done', 'script text': 'TypeError', ran: 'false', outside: 'TypeError' });
    await page.close();
  });

  test('a preview shows its styles, runs nothing, fetches nothing, and opens in a tab as well', async () => {
    const page = await enter();
    const before = visits.length;
    await page.evaluate((src) => {
      const frame = document.createElement('iframe');
      frame.src = src;
      document.body.append(frame);
    }, `/preview/${story}`);
    const inside = (): number[] | Promise<number[]> => page.locator('iframe').screenshot().then(middleOf);
    await expect.poll(inside).toEqual([1, 120, 3]);
    const tab = await context.newPage();
    await tab.goto(`${open.door.origin}/preview/${story}`);
    await expect.poll(() => tab.screenshot().then(middleOf)).toEqual([1, 120, 3]);
    expect(await tab.title()).toBe('Bài');
    expect(visits.slice(before)).toEqual([]);
    await tab.close();
    await page.close();
  });

  test('a page on another port of this machine, with the cookie in the same browser, reaches nothing', async () => {
    const page = await enter();
    const { token } = await page.evaluate(async () => (await (await fetch('/session', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })).json()) as { token: string });
    const before = host.calls.length;
    await page.goto(evilOrigin);
    const tried = await page.evaluate(
      async ({ origin, id, secret }) => {
        const asked = (path: string, init: RequestInit = {}): Promise<string> => fetch(origin + path, { credentials: 'include', ...init }).then(({ type, status }) => `${type} ${status}`, () => 'refused');
        const loaded = (element: HTMLImageElement | HTMLScriptElement, path: string): Promise<string> =>
          new Promise((resolve) => {
            element.onload = () => resolve('loaded');
            element.onerror = () => resolve('refused');
            document.body.append(element);
            element.src = origin + path;
          });
        const body = JSON.stringify({ ids: [id] });
        return {
          read: await asked('/'),
          json: await asked('/call/story.trash', { method: 'POST', headers: { 'content-type': 'application/json', 'x-toasoan-token': secret }, body }),
          simple: await asked('/call/story.trash', { method: 'POST', mode: 'no-cors', headers: { 'content-type': 'text/plain' }, body }),
          session: await asked('/session', { method: 'POST', mode: 'no-cors', body: '{}' }),
          socket: await new Promise<string>((resolve) => {
            const socket = new WebSocket(`${origin.replace('http', 'ws')}/push`, ['toasoan', `toasoan.token.${secret}`]);
            socket.onopen = () => resolve('opened');
            socket.onerror = () => resolve('refused');
          }),
          script: await loaded(document.createElement('script'), '/enter.js'),
          image: await loaded(new Image(), `/media/${'0'.repeat(64)}/page`),
        };
      },
      { origin: open.door.origin, id: story, secret: token },
    );
    // Not even an opaque answer: Cross-Origin-Resource-Policy keeps it from the page.
    expect(tried).toEqual({ read: 'refused', json: 'refused', simple: 'refused', session: 'refused', socket: 'refused', script: 'refused', image: 'refused' });
    await page.evaluate((action) => {
      const form = document.createElement('form');
      form.method = 'post';
      form.action = action;
      document.body.append(form);
      form.submit();
    }, `${open.door.origin}/call/story.trash`);
    await page.waitForURL(`${open.door.origin}/call/story.trash`);
    expect(host.calls.slice(before)).toEqual([]);
    expect(host.came).toEqual(host.gone);

    await page.goto(evilOrigin);
    await page.evaluate((src) => {
      const frame = document.createElement('iframe');
      frame.src = src;
      document.body.append(frame);
    }, `${open.door.origin}/`);
    await expect.poll(() => page.frames().map((frame) => frame.url())).toContain('chrome-error://chromewebdata/');
    await page.close();
  });
});
