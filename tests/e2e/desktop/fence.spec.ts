import { DoubledApp } from '#tests/electron-double/driver/double-driver.ts';
import { expect, test } from './desktop.ts';

/** All that a window can ask for, and nothing else. A new name here is a decision about security. */
const bridge = ['act', 'call', 'flushed', 'hello', 'mediaBase', 'onNews', 'openLink', 'openMenu', 'ready', 'saveExport', 'savePdf', 'setAppearance', 'setMenu', 'setRecent', 'showFile'];

test('a page finds the bridge and nothing else: no require, no process, no channel, nothing it could change', async ({ start }) => {
  const app = await start();
  const page = await app.page();
  await expect(page.locator('[data-region="status"]')).toBeVisible();
  const found = await page.evaluate(() => {
    const toasoan = (window as unknown as { readonly toasoan: Record<string, unknown> }).toasoan;
    const tried = (change: () => unknown): boolean => {
      try {
        change();
        return true;
      } catch {
        return false;
      }
    };
    tried(() => Object.assign(toasoan, { call: () => 'mine' }));
    tried(() => Object.assign(window, { toasoan: {} }));
    return {
      names: Object.keys(toasoan).toSorted(),
      kinds: [...new Set(Object.entries(toasoan).map(([name, value]) => (name === 'mediaBase' ? 'text' : typeof value)))].toSorted(),
      isStillTheSame: (window as unknown as { readonly toasoan: Record<string, unknown> }).toasoan['call'] === toasoan['call'] && String(toasoan['call']).includes('mine') === false,
      leaks: ['require', 'module', 'process', 'global', 'Buffer', 'ipcRenderer', 'electron', 'contextBridge', '__dirname'].filter((name) => name in window),
      isSecure: isSecureContext,
    };
  });
  expect(found).toEqual({ names: bridge, kinds: ['function', 'text'], isStillTheSame: true, leaks: [], isSecure: true });
});

test('a page goes nowhere, opens nothing and fetches nothing, whatever it tries', async ({ start }) => {
  const app = await start();
  const page = await app.page();
  await expect(page.locator('[data-region="status"]')).toBeVisible();
  const home = page.url();

  const attempts: Readonly<Record<string, () => unknown>> = {
    'an address': () => void (location.href = 'https://example.com/'),
    'another page of ours': () => void (location.href = '/assets/'),
    'a file': () => void (location.href = 'file:///etc/passwd'),
    'a script as an address': () => void (location.href = 'javascript:document.body.replaceChildren()'),
    'a link': () => {
      const link = document.createElement('a');
      link.href = 'https://example.com/link';
      document.body.append(link);
      link.click();
      link.remove();
    },
    'a link into a window of its own': () => {
      const link = Object.assign(document.createElement('a'), { href: 'https://example.com/tab', target: '_blank' });
      document.body.append(link);
      link.click();
      link.remove();
    },
    'a form': () => {
      const form = Object.assign(document.createElement('form'), { action: 'https://example.com/form', method: 'post' });
      document.body.append(form);
      form.submit();
      form.remove();
    },
    'a refresh': () => {
      const meta = document.createElement('meta');
      meta.httpEquiv = 'refresh';
      meta.content = '0; url=https://example.com/refresh';
      document.head.append(meta);
    },
    'a frame': () => {
      const frame = document.createElement('iframe');
      frame.src = 'https://example.com/frame';
      document.body.append(frame);
    },
    'an embedded page': () => document.body.append(document.createElement('webview')),
  };
  for (const [name, attempt] of Object.entries(attempts)) {
    await test.step(name, async () => {
      await page.evaluate(attempt);
      // The page answers, from where it was. Not asked by locator: Playwright would wait for the navigation that never comes.
      const isThere = await page.evaluate(() => new Promise<boolean>((resolve) => setTimeout(() => resolve(document.querySelector('[data-region="status"]') !== null), 150)));
      expect([isThere, page.url()]).toEqual([true, home]);
    });
  }
  expect(await page.evaluate(() => window.open('https://example.com/window'))).toBeNull();
  const reached = await page.evaluate(async () => {
    const image = (src: string): Promise<string> => new Promise((resolve) => Object.assign(new Image(), { src, onload: () => resolve('loaded'), onerror: () => resolve('refused') }));
    const asked = (): Promise<string> => fetch('https://example.com/').then(() => 'answered', () => 'refused');
    const socket = (): Promise<string> =>
      new Promise((resolve) => {
        try {
          Object.assign(new WebSocket('wss://example.com/'), { onopen: () => resolve('open'), onerror: () => resolve('refused') });
        } catch {
          resolve('refused');
        }
      });
    return [await asked(), await image('https://example.com/a.png'), await socket(), String(navigator.sendBeacon('https://example.com/', 'x'))];
  });
  expect(reached.slice(0, 3)).toEqual(['refused', 'refused', 'refused']);
  await expect.poll(() => app.pages().length).toBe(1);
  if (app instanceof DoubledApp) expect([app.screen.letOut, app.screen.letOpen]).toEqual([[], []]);
  expect((await app.records()).opened).toEqual([]);
  // Each refusal was said out loud, and nothing else.
  for (const problem of app.takeProblems()) expect(problem).toMatch(/Content Security Policy|Not allowed|ERR_|Refused|blocked/iu);
});
