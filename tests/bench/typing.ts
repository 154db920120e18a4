import { type Browser, chromium, type Page } from '@playwright/test';
import { launchOptions } from '#tests/e2e/browser.ts';
import { newLibrary, startDoor } from '#tests/e2e/door.ts';
import { percentile } from './figures.ts';
import type { Measured } from './figures.ts';
import { serveProseMirror } from './prosemirror.ts';
import { addStory, leaveOpen, openHost } from './seed-library.ts';
import { makeStory } from './words.ts';

const page = '[role="textbox"][contenteditable="true"]';

/** From the key's event to the task after the next frame: what a page can know of key to paint. */
const watchKeys = (): void => {
  const samples: number[] = [];
  Object.assign(globalThis, { benchKeys: samples });
  document.addEventListener(
    'keydown',
    (event) => {
      const started = event.timeStamp;
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => void samples.push(performance.now() - started);
        channel.port2.postMessage(null);
      });
    },
    { capture: true },
  );
};

/** When the page first had a caret in it, in milliseconds from the start of the navigation. */
const watchCaret = (): void => {
  const look = (): void => {
    const has = document.activeElement?.getAttribute('contenteditable') === 'true' && (getSelection()?.rangeCount ?? 0) > 0;
    if (has) Object.assign(globalThis, { benchCaret: performance.now() });
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
};

async function typeKeys(at: Page, keys: number): Promise<readonly number[]> {
  const session = await at.context().newCDPSession(at);
  for (let index = 0; index < keys; index++) {
    const text = index % 6 === 5 ? ' ' : 'abcde'.charAt(index % 6);
    const key = { key: text, text, unmodifiedText: text, windowsVirtualKeyCode: text === ' ' ? 32 : text.toUpperCase().charCodeAt(0) };
    await session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key });
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
    await at.waitForTimeout(30);
  }
  return at.evaluate(() => (globalThis as unknown as { benchKeys: number[] }).benchKeys);
}

/** One start of the app on a story of `words` words: start to caret, then `keys` keys in its middle. */
async function measure(browser: Browser, words: number, keys: number): Promise<{ readonly caret: number; readonly keys: readonly number[] }> {
  const library = newLibrary();
  const host = openHost(library);
  const story = makeStory(words, words);
  await leaveOpen(host, await addStory(host, story), story);
  await host.close();
  const door = await startDoor({ library });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    // The first visit swaps the address' key for a session and is not measured: a window that was open before has one.
    const window = await context.newPage();
    await window.goto(door.url);
    await window.locator(page).waitFor();
    await window.addInitScript(watchCaret);
    await window.reload();
    await window.waitForFunction(() => 'benchCaret' in globalThis, null, { timeout: 30_000 });
    const caret = await window.evaluate(() => (globalThis as unknown as { benchCaret: number }).benchCaret);
    await window.evaluate(watchKeys);
    return { caret, keys: await typeKeys(window, keys) };
  } finally {
    await context.close();
    await door.stop();
  }
}

export interface TypingResults {
  readonly rows: readonly Measured[];
  /** p95 of ours over p95 of ProseMirror's, per size. */
  readonly ratios: readonly { readonly words: number; readonly ratio: number; readonly goal: number }[];
}

interface Samples {
  readonly carets: number[];
  readonly keys: number[];
  readonly yardstick: number[];
}

/** Sizes and editors are taken in turn within every round, so that a busy moment of the machine hits all of them. */
export async function benchTyping(sizes: readonly number[], rounds: number, keys: number): Promise<TypingResults> {
  const browser = await chromium.launch(launchOptions);
  const proseMirror = await serveProseMirror();
  const results = new Map(sizes.map((size): [number, Samples] => [size, { carets: [], keys: [], yardstick: [] }]));
  try {
    for (let round = 0; round < rounds; round++) {
      for (const [size, samples] of results) {
        const { caret, keys: ours } = await measure(browser, size, keys);
        samples.carets.push(caret);
        samples.keys.push(...ours);
        const page = await proseMirror.open(browser, size);
        await page.evaluate(watchKeys);
        samples.yardstick.push(...(await typeKeys(page, keys)));
        await page.context().close();
      }
    }
  } finally {
    await browser.close();
    await proseMirror.stop();
  }
  const name = (size: number): string => `${size.toLocaleString('en')} words`;
  const rows = [...results].flatMap(([size, { carets, keys: ours, yardstick }]): Measured[] => [
    { what: `key to paint, ${name(size)}`, values: ours, goal: size >= 50_000 ? 25 : 16 },
    { what: `the same in plain ProseMirror, ${name(size)}`, values: yardstick, goal: null },
    { what: `start to caret (story opened), ${name(size)}`, values: carets, goal: 800 },
  ]);
  const ratios = [...results].map(([words, { keys: ours, yardstick }]) => ({ words, ratio: percentile(ours, 0.95) / percentile(yardstick, 0.95), goal: words >= 50_000 ? 1.5 : 1.25 }));
  return { rows, ratios };
}
