const ONSET = '(?:ngh|ng|nh|th|tr|ch|ph|kh|gh|gi|qu|b|c|d|đ|g|h|k|l|m|n|p|r|s|t|v|x)?';
const NUCLEUS = '(?:uyê|uya|iê|yê|ia|ya|uô|ua|ươ|ưa|oa|oă|oe|oo|uâ|uê|uơ|uy|a|ă|â|e|ê|i|o|ô|ơ|u|ư|y)';
const CODA = '(?:ch|nh|ng|c|m|n|p|t|i|y|o|u)?';
const SYLLABLE = new RegExp(`^${ONSET}${NUCLEUS}${CODA}$`, 'u');
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/**
 * Whether a word could be one written Vietnamese syllable (onset, nucleus, coda; any tone). Loose on purpose: it tells
 * `Nikolay`, `Moscow`, `Farman` from Vietnamese words, not real syllables from unused ones.
 */
export const isVietnameseSyllable = (word: string): boolean =>
  word.length <= 8 && SYLLABLE.test(word.toLowerCase().normalize('NFD').replace(TONES, '').normalize('NFC'));
