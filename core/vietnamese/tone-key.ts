const TONES: Readonly<Record<string, string>> = { '\u0300': '2', '\u0301': '3', '\u0303': '4', '\u0309': '5', '\u0323': '6' };
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/u;
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu;

const cache = new Map<string, string>();
const CACHE_LIMIT = 20_000;

/**
 * One key for both styles of writing the tone: `hòa` and `hoà`, `ủy` and `uỷ` become the same (the tone is moved
 * behind the syllable as a digit). Lower case; zero-width characters and soft hyphens are dropped. For one word; not
 * for display.
 */
export const toneKey = (word: string): string => {
  const known = cache.get(word);
  if (known !== undefined) return known;
  const key = compute(word);
  if (cache.size >= CACHE_LIMIT) cache.clear();
  if (word.length <= 32) cache.set(word, key);
  return key;
};

const compute = (word: string): string => {
  const lower = word.toLowerCase().replace(INVISIBLE, '');
  if (/^[\x20-\x7e]*$/u.test(lower)) return lower;
  let letters = '';
  let tone = '';
  for (const unit of lower.normalize('NFD')) {
    if (TONE.test(unit)) tone += TONES[unit] ?? '';
    else letters += unit;
  }
  return letters.normalize('NFC') + tone;
};
