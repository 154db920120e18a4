import type { Browser, BrowserContext, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Door } from '../door.ts';
import { appeared, startDoor } from '../door.ts';
import type { FocusWatch } from './focus-watch.ts';
import { watchFocus } from './focus-watch.ts';

/** Someone at a window of the application who has no mouse. */
export interface KeyboardUser {
  readonly door: Door;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly watch: FocusWatch;
  /** Presses a key, again and again if asked, and sees what came of it. Fails when the focus is lost. */
  press(key: string, times?: number): Promise<void>;
  type(text: string): Promise<void>;
  /** Presses Tab (or another key) until what has the focus is called so; fails after 60 times. */
  goTo(name: RegExp, key?: string): Promise<void>;
  close(): Promise<void>;
}

/** What the focus is on, as it is announced. */
const focusedName = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (at === null || at === document.body) return '';
    const labelled = (at.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ').trim();
    const labels = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement || at instanceof HTMLSelectElement ? [...(at.labels ?? [])].map((label) => label.textContent ?? '').join(' ') : '';
    return [at.getAttribute('aria-label'), labelled, labels, at.textContent].find((name) => name !== null && name !== undefined && name.trim() !== '')?.trim() ?? '';
  });

export async function openAtKeyboard(browser: Browser): Promise<KeyboardUser> {
  const door = await startDoor();
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', reducedMotion: 'reduce', permissions: ['clipboard-read', 'clipboard-write'] });
  const watch = await watchFocus(context);
  const page = await context.newPage();
  await page.goto(door.url);
  await appeared(page);

  /** Two frames, and until something has the focus again, in the dialog where there is one: what was pressed is drawn and looked at. */
  const see = async (after: string): Promise<void> => {
    const isLost = await page.evaluate(async (mayLeave) => {
      for (let frame = 0; frame < 90; frame++) {
        await new Promise<void>((drawn) => requestAnimationFrame(() => drawn()));
        const at = document.activeElement;
        const dialog = [...document.querySelectorAll('[data-asks]:not([data-ending-style])')].at(-1);
        if (frame > 1 && at !== null && (at !== document.body || mayLeave) && (dialog === undefined || dialog.contains(at))) return false;
      }
      return true;
    }, after.endsWith('Tab'));
    // Going round with Tab leads through the browser's own window.
    if (!after.endsWith('Tab')) expect(isLost, `the focus is lost after ${after}`).toBe(false);
  };
  const press = async (key: string, times = 1): Promise<void> => {
    for (let time = 0; time < times; time++) {
      await page.keyboard.press(key);
      await see(key);
    }
  };
  return {
    door,
    context,
    page,
    watch,
    press,
    type: async (text) => {
      await page.keyboard.type(text);
      await see(`“${text.slice(0, 20)}”`);
    },
    goTo: async (name, key = 'Tab') => {
      const passed: string[] = [];
      for (let step = 0; step < 60; step++) {
        const at = await focusedName(page);
        if (name.test(at)) return;
        passed.push(at.slice(0, 24));
        await press(key);
      }
      throw new Error(`${key} never came to ${String(name)}, only to: ${[...new Set(passed)].join(' | ')}`);
    },
    close: async () => {
      await context.close();
      await door.stop();
    },
  };
}
