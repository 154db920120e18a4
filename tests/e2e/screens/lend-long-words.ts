import type { BrowserContext, Page } from '@playwright/test';
import compile from 'icu-minify/compile';
import { catalogue } from '#renderer/i18n/catalogue.ts';
import type { Message } from '#renderer/i18n/catalogue.ts';
import { longWords } from '#tests/words/long-words.ts';

declare global {
  interface Window {
    /** Set: English is spoken in long words. Only the tests know of it. */
    longWords?: boolean;
  }
}

const messages = new Map<string, Message>(Object.entries(catalogue));
/** Where a message of the catalogue begins in the built files, which hold it compiled. */
const entry = /"([\w.-]+)":\{vi:/g;
const literal = '(?:`(?:[^`\\\\]|\\\\.)*`|"(?:[^"\\\\]|\\\\.)*"|\'(?:[^\'\\\\]|\\\\.)*\')';
/** Outside the catalogue: a sentence in both languages as it was written. */
const pair = new RegExp(`\\{vi:${literal},en:(${literal})\\}`, 'g');
const brackets = new RegExp(`${literal}|[[{]|[\\]}]`, 'g');

const unquote = (quoted: string): string => (quoted.startsWith('"') ? (JSON.parse(quoted) as string) : quoted.slice(1, -1).replace(/\\n/g, '\n').replace(/\\(.)/g, '$1'));

/** Behind the bracket that closes what is open at `at`. */
function endOf(script: string, at: number): number {
  brackets.lastIndex = at;
  let depth = 1;
  while (depth > 0) {
    const [found] = brackets.exec(script) ?? [];
    if (found === undefined) throw new Error('a message without an end');
    if (found === '[' || found === '{') depth += 1;
    else if (found === ']' || found === '}') depth -= 1;
  }
  return brackets.lastIndex;
}

const inTwo = (vi: string, short: string, long: string): string => `{vi:${vi},get en(){return window.longWords?${long}:${short}}}`;

function drawCatalogue(script: string): string {
  let drawn = '';
  let at = 0;
  for (const found of script.matchAll(entry)) {
    const message = messages.get(found[1] ?? '');
    if (message === undefined) continue;
    const compiled = (text: string): string => JSON.stringify(compile(text));
    drawn += `${script.slice(at, found.index)}"${found[1] ?? ''}":${inTwo(compiled(message.vi), compiled(message.en), compiled(longWords(message.en)))}`;
    at = endOf(script, found.index + found[0].length);
  }
  return drawn + script.slice(at);
}

const draw = (script: string): string =>
  drawCatalogue(script).replace(pair, (whole, quoted: string) => inTwo(whole.slice('{vi:'.length, -quoted.length - ',en:}'.length), quoted, JSON.stringify(longWords(unquote(quoted)))));

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
