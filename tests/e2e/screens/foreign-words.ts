import type { Page, Response, WebSocket } from '@playwright/test';
import { loopback } from '#core/contract/loopback.ts';
import { isLong, keptNames } from '#tests/words/long-words.ts';

/** Every string that crossed between window and backend: what the reporter and the newsroom wrote. */
export interface Data {
  has(words: string): boolean;
}

/** Codes such as `draft` are data on the wire; on screen they would be a missing word. */
const code = /^[a-z][a-z_.:-]*$/;

function stringsIn(value: unknown, add: (text: string) => void): void {
  if (typeof value === 'string') {
    if (!code.test(value)) add(value);
  } else if (Array.isArray(value)) for (const one of value) stringsIn(one, add);
  else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) stringsIn(one, add);
}

const plain = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

export function collectData(page: Page): Data {
  const known = new Set<string>();
  const waiting = new Set<Promise<void>>();
  const take = (json: string | null): void => {
    if (json === null || !/^[[{"]/.test(json)) return;
    try {
      stringsIn(JSON.parse(json), (text) => known.add(plain(text)));
    } catch {
      // Not ours: a file on its way.
    }
  };
  page.on('response', (response: Response) => {
    if (!response.url().includes(loopback.callPath)) return;
    take(response.request().postData());
    const read = response.text().then(take, () => undefined);
    waiting.add(read);
    void read.finally(() => waiting.delete(read));
  });
  page.on('websocket', (socket: WebSocket) => socket.on('framereceived', ({ payload }) => take(String(payload))));
  let seen = -1;
  let all = '';
  return {
    has(words) {
      if (seen !== known.size) {
        all = [...known].join('\n').toLowerCase();
        seen = known.size;
      }
      return all.includes(plain(words).toLowerCase());
    },
  };
}

/** Days and months as the browser itself names them. */
const calendar = new Set(
  ['long', 'short'].flatMap((style) =>
    Array.from({ length: 12 }, (_, at) => new Date(2026, at, 1 + at)).flatMap((day) => [
      new Intl.DateTimeFormat('en', { month: style as 'long' }).format(day),
      new Intl.DateTimeFormat('en', { weekday: style as 'long' }).format(day),
    ]),
  ),
);

/** The runs of words in a text that are not long. */
const plainRuns = (text: string): readonly string[] =>
  text
    .replace(keptNames, '\n')
    .replace(/\p{L}+/gu, (word) => (word.length < 2 || isLong(word) || calendar.has(word) ? '\n' : word))
    .split(/[\n,;:·•()“”]/)
    .map((run) => run.replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, ''))
    // What an address is made of, is made of the headline.
    .filter((run) => /\p{L}{2,}/u.test(run) && !/^[a-z0-9]+(?:-[a-z0-9]+){2,}$/.test(run));

/** What the interface says and shows while it speaks long words, that is neither long nor the newsroom's own text: words no catalogue holds. */
export async function foreignWords(page: Page, data: Data, exclude: readonly string[] = []): Promise<readonly string[]> {
  const said = await page.evaluate((outside) => {
    const found: { readonly text: string; readonly at: string }[] = [];
    const skipped = (element: Element): boolean => outside.some((selector) => element.closest(selector) !== null);
    const named = (element: Element): string => `${element.tagName.toLowerCase()}.${element.getAttribute('class')?.split(' ')[0] ?? ''}`;
    const isWritten = (element: Element): boolean => element.closest('[contenteditable]')?.getAttribute('contenteditable') === 'true';
    for (const element of document.body.querySelectorAll('*')) {
      // Said to be in another language than the interface, as what is going to be printed is.
      if (element.closest('[lang]')?.getAttribute('lang') !== document.documentElement.lang) continue;
      if (skipped(element) || !element.checkVisibility({ visibilityProperty: true })) continue;
      for (const attribute of ['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'title', 'placeholder', 'alt']) {
        const text = element.getAttribute(attribute);
        if (text !== null) found.push({ text, at: `${attribute} of ${named(element)}` });
      }
      for (const pseudo of ['::before', '::after']) {
        const { content } = getComputedStyle(element, pseudo);
        const text = /^"((?:[^"\\]|\\.)*)"/.exec(content)?.[1];
        if (text !== undefined) found.push({ text, at: `${named(element)}${pseudo}` });
      }
      if (isWritten(element) || element.matches('script, style')) continue;
      for (const node of element.childNodes) if (node instanceof Text && node.data.trim() !== '') found.push({ text: node.data, at: named(element) });
    }
    return found;
  }, exclude);
  const faults = new Set<string>();
  for (const { text, at } of said) for (const run of plainRuns(text)) if (!data.has(run)) faults.add(`no catalogue has “${run}” (${at})`);
  return [...faults];
}
