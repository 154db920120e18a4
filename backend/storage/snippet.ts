import type { SearchQuery } from './search-query.ts';

/** UTF-16 code units shown of a text in the library's list. */
const length = 180;
/** How much of the sentence stands before the first match. */
const lead = 40;

export interface Snippet {
  readonly text: string;
  readonly matches: [number, number][];
}

/** The next place at or after `from` where a word starts; `from` itself when the word is longer than any Vietnamese one. */
const wordStart = (text: string, from: number): number => {
  if (from <= 0) return 0;
  const space = text.indexOf(' ', from - 1);
  return space === -1 || space - from > 20 ? from : space + 1;
};

/** The start of the text, or the part around the first match; line breaks become spaces, so offsets stay. */
export function snippet(whole: string, query: SearchQuery | null): Snippet {
  const text = whole.replaceAll('\n', ' ');
  const first = query?.first(whole) ?? 0;
  const start = first <= length - lead ? 0 : wordStart(text, first - lead);
  const end = start + length >= text.length ? text.length : Math.max(text.lastIndexOf(' ', start + length), start + lead);
  const before = start > 0 ? '… ' : '';
  const shown = `${before}${text.slice(start, end)}${end < text.length ? ' …' : ''}`;
  return { text: shown, matches: query === null ? [] : query.ranges(shown) };
}
