/** Runs of letters and digits; a point, slash, hyphen or apostrophe inside joins them (`T.Ư`, `19.1`, `KT-XH`), a comma digits only. */
const WORDS = /[\p{L}\p{M}\p{N}]+(?:(?:[./&'’\-‐‑_]|(?<=\p{N}),(?=\p{N}))[\p{L}\p{M}\p{N}]+)*/gu;

/** Number of syllable words (tiếng): what Vietnamese newsrooms count as "chữ". Linear in the length of `text`. */
export const countWords = (text: string): number => {
  let count = 0;
  WORDS.lastIndex = 0;
  while (WORDS.test(text)) count += 1;
  return count;
};

/** Vietnamese adults read about this many syllable words a minute silently (assumption of this product, not a norm). */
const WORDS_A_MINUTE = 250;

/** Whole minutes to read `words` syllable words, at least 1 unless there is nothing to read. */
export const readingMinutes = (words: number): number => (words <= 0 ? 0 : Math.max(1, Math.round(words / WORDS_A_MINUTE)));
