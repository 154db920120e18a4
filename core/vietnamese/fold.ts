const MARKS = /[\u0300-\u036f]/gu;

/**
 * `text` as search compares it: decomposed, without U+0300–U+036F (tones, horns, hats), đ → d, lower case.
 *
 * For NFC input of Vietnamese the result has exactly as many UTF-16 units as the input, so that a hit's offsets are
 * the text's own. It is shorter for decomposed input and may be longer where lower case is longer (`İ`): whoever
 * needs offsets passes NFC text and falls back to {@link foldKeepingLength} when unsure.
 */
export const foldVietnamese = (text: string): string =>
  text.normalize('NFD').replace(MARKS, '').toLowerCase().replaceAll('đ', 'd');

/**
 * Same as {@link foldVietnamese}, letter by letter, with a guarantee: the result has the length of `text`
 * (UTF-16 units), whatever comes in. Letters that would change length are kept.
 */
export const foldKeepingLength = (text: string): string => {
  const whole = foldVietnamese(text);
  if (whole.length === text.length && text.normalize('NFC') === text) return whole;
  let result = '';
  for (const letter of text) {
    const folded = foldVietnamese(letter);
    result += folded.length === letter.length ? folded : letter;
  }
  return result;
};
