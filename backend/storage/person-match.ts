import { foldVietnamese } from '#core/vietnamese/fold.ts';

/** What is compared of a directory entry; made once for each. */
export interface PersonKeys {
  /** NFC, lower case. */
  readonly name: string;
  readonly folded: string;
  readonly foldedTitles: string;
  /** First letters of the words, folded: `ths` for Thào Hồng Sơn. */
  readonly initials: string;
}

const wordsOf = (text: string): string[] => text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');

export function personKeys(name: string, titles: readonly string[]): PersonKeys {
  const folded = foldVietnamese(name);
  return {
    name: name.normalize('NFC').toLowerCase(),
    folded,
    foldedTitles: foldVietnamese(titles.join('\n')),
    initials: wordsOf(folded).map((word) => word.charAt(0)).join(''),
  };
}

/** True when `wanted` begin words of `words` next to each other, the last of them being the last of `words`. */
const endsWith = (words: readonly string[], wanted: readonly string[]): boolean => {
  const from = words.length - wanted.length;
  return from >= 0 && wanted.every((word, index) => (words[from + index] ?? '').startsWith(word));
};

/** True when each of `wanted` begins another word of `words`, in the order of both. */
const inOrder = (words: readonly string[], wanted: readonly string[]): boolean => {
  let at = 0;
  for (const word of wanted) {
    while (at < words.length && !(words[at] ?? '').startsWith(word)) at++;
    if (at++ >= words.length) return false;
  }
  return true;
};

/**
 * How well an entry answers the query, 0 best; null when it does not. Vietnamese look people up by given name, which comes last;
 * then by initials, by the beginning of the name, by any of its words, and by title. Accents, when typed, settle ties.
 */
export function personRank(keys: PersonKeys, query: string): number | null {
  const typed = query.normalize('NFC').toLowerCase().trim();
  const wanted = wordsOf(foldVietnamese(typed));
  if (wanted.length === 0) return 0;
  const words = wordsOf(keys.folded);
  const accented = foldVietnamese(typed) !== typed && keys.name.includes(typed) ? 0 : 0.5;
  const joined = wanted.join('');
  if (words.slice(-wanted.length).join(' ') === wanted.join(' ')) return accented;
  if (endsWith(words, wanted)) return 1 + accented;
  if (wanted.length === 1 && joined.length > 1 && keys.initials === joined) return 2;
  if (keys.folded.startsWith(wanted.join(' '))) return 3 + accented;
  if (wanted.length === 1 && joined.length > 1 && keys.initials.startsWith(joined)) return 4;
  if (inOrder(words, wanted)) return 5 + accented;
  const titleWords = wordsOf(keys.foldedTitles);
  if (inOrder(titleWords, wanted)) return 6;
  return inOrder([...titleWords, ...words], wanted) || inOrder([...words, ...titleWords], wanted) ? 7 : null;
}
