import { expect, test } from './desktop.ts';

/** All that a window can ask for, and nothing else. A new name here is a decision about security. */
const bridge = ['act', 'call', 'flushed', 'hello', 'mediaBase', 'onNews', 'openLink', 'openMenu', 'ready', 'saveExport', 'setAppearance', 'setMenu', 'setRecent', 'showFile'];

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
