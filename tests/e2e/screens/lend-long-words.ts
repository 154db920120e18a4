import type { BrowserContext, Page } from '@playwright/test';
import { longWords } from '#tests/words/long-words.ts';

declare global {
  interface Window {
    /** Set: English is spoken in long words. Only the tests know of it. */
    longWords?: boolean;
  }
}

const text = '(?:`(?:[^`\\\\]|\\\\.)*`|"(?:[^"\\\\]|\\\\.)*"|\'(?:[^\'\\\\]|\\\\.)*\')';
/** A word or sentence in both languages, as the built files hold it. */
const pair = new RegExp(`\\{vi:${text},en:(${text})\\}`, 'g');

const unquote = (literal: string): string => (literal.startsWith('"') ? (JSON.parse(literal) as string) : literal.slice(1, -1).replace(/\\n/g, '\n').replace(/\\(.)/g, '$1'));

const draw = (script: string): string =>
  script.replace(pair, (whole, literal: string) => `${whole.slice(0, -literal.length - 'en:}'.length)}get en(){return window.longWords?${JSON.stringify(longWords(unquote(literal)))}:${literal}}}`);

/** Built files by their address, which holds their hash. */
const drawn = new Map<string, { readonly headers: Readonly<Record<string, string>>; readonly body: string }>();

/**
 * Gives the window a third language: English whose words are 40 % longer and show that they came from the catalogue. The application
 * ships no such thing and has no door for it: its built files are changed on their way into the test's browser.
 */
export async function lendLongWords(context: BrowserContext): Promise<void> {
  await context.route(/\/assets\/[^/]+\.js$/, async (route) => {
    const path = new URL(route.request().url()).pathname;
    let script = drawn.get(path);
    if (script === undefined) {
      // A window that goes away takes its questions with it.
      const reply = await route.fetch().catch(() => null);
      const body = await reply?.text().catch(() => null);
      if (reply === null || body === null || body === undefined) return;
      const { 'content-length': _length, 'content-encoding': _encoding, ...headers } = reply.headers();
      script = { headers, body: draw(body) };
      drawn.set(path, script);
    }
    await route.fulfill(script).catch(() => undefined);
  });
}

/** From the next change of language on. */
export const speakLong = (page: Page, isLong: boolean): Promise<void> => page.evaluate((on) => void (window.longWords = on), isLong);
