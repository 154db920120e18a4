import { foldKeepingLength, foldVietnamese } from '#core/vietnamese/fold.ts';

/** The words of a search box as the library's index understands them. */
export interface SearchQuery {
  /** An FTS5 expression. Every word must be there; the last one may be a beginning. */
  readonly match: string;
  /** Where the words stand in a text (NFC), as [start, end) in UTF-16 code units, in order, not overlapping. */
  ranges(text: string): [number, number][];
}

/** Letters, digits and what combines with them: the tokens of FTS5's unicode61. */
const words = /[\p{L}\p{N}\p{M}]+/gu;

const wordsOf = (text: string): string[] => text.match(words) ?? [];

/**
 * Accent-blind unless the query itself has accents (`đ` counts as one): `ha giang` finds Hà Giang, `Hà Giang` finds only that.
 * Null when the query has no word at all.
 */
export function searchQuery(query: string): SearchQuery | null {
  const exact = query.normalize('NFC').toLowerCase();
  const blind = foldVietnamese(exact) === exact;
  const wanted = wordsOf(exact);
  if (wanted.length === 0) return null;
  const columns = blind ? '{folded_headline folded_text folded_names}' : '{headline text names}';
  const last = wanted.length - 1;
  const match = wanted.map((word, index) => `${columns} : "${word}"${index === last ? ' *' : ''}`).join(' AND ');
  return {
    match,
    ranges(text) {
      const compared = blind ? foldKeepingLength(text) : text.toLowerCase();
      // Where lower case is longer than the text (İ), offsets would lie: no highlight is better than a wrong one.
      if (compared.length !== text.length) return [];
      const found: [number, number][] = [];
      for (const token of compared.matchAll(words)) {
        const end = (word: string, index: number): number =>
          token[0] === word ? token.index + word.length : index === last && token[0].startsWith(word) ? token.index + word.length : -1;
        const longest = Math.max(...wanted.map(end));
        if (longest > token.index) found.push([token.index, longest]);
      }
      return found;
    },
  };
}
