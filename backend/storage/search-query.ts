import { foldKeepingLength, foldVietnamese } from '#core/vietnamese/fold.ts';

/** The words of a search box as the library's index understands them. */
export interface SearchQuery {
  /** An FTS5 expression. Every word must be there; the last one may be a beginning. */
  readonly match: string;
  /** Where the words stand in a text (NFC), as [start, end) in UTF-16 code units, in order, not overlapping. */
  ranges(text: string): [number, number][];
  /** Where the first of them starts; null when there is none. Reads no further than it must. */
  first(text: string): number | null;
}

/** Letters, digits and what combines with them: the tokens of FTS5's unicode61. */
const words = /[\p{L}\p{N}\p{M}]+/gu;

const wordsOf = (text: string): string[] => text.match(words) ?? [];

/** How accents are read. `auto`: as the query writes them. */
export type Accents = 'auto' | 'exact' | 'blind';

/**
 * Accent-blind unless the query itself has accents (`đ` counts as one): `ha giang` finds Hà Giang, `Hà Giang` finds only that;
 * `exact` and `blind` say so whatever the query has. Null when the query has no word at all.
 */
export function searchQuery(query: string, accents: Accents = 'auto'): SearchQuery | null {
  const asked = query.normalize('NFC').toLowerCase();
  const folded = foldVietnamese(asked);
  const blind = accents === 'blind' || (accents === 'auto' && folded === asked);
  const exact = blind ? folded : asked;
  const wanted = wordsOf(exact);
  if (wanted.length === 0) return null;
  const columns = blind ? '{folded_headline folded_text folded_names}' : '{headline text names}';
  const last = wanted.length - 1;
  const match = `${columns} : (${wanted.map((word, index) => `"${word}"${index === last ? ' *' : ''}`).join(' AND ')})`;

  function* found(text: string): Generator<[number, number]> {
    const compared = blind ? foldKeepingLength(text) : text.toLowerCase();
    // Where lower case is longer than the text (İ), offsets would lie: no highlight is better than a wrong one.
    if (compared.length !== text.length) return;
    for (const token of compared.matchAll(words)) {
      const longest = wanted.reduce((best, word, index) => (token[0] === word || (index === last && token[0].startsWith(word)) ? Math.max(best, word.length) : best), 0);
      if (longest > 0) yield [token.index, token.index + longest];
    }
  }

  return {
    match,
    ranges: (text) => [...found(text)],
    first(text) {
      // Line by line: folding a whole story to find what stands in its first lines is most of a search's time.
      for (let start = 0; start <= text.length; ) {
        const end = text.indexOf('\n', start);
        const line = text.slice(start, end === -1 ? text.length : end);
        const next = found(line).next();
        if (next.done !== true) return start + next.value[0];
        if (end === -1) return null;
        start = end + 1;
      }
      return null;
    },
  };
}

/** An FTS5 expression for a name as one phrase among the names; null when it has no word. */
export function namePhrase(name: string): string | null {
  const words = wordsOf(name.normalize('NFC').toLowerCase());
  return words.length === 0 ? null : `{names} : "${words.join(' ')}"`;
}
