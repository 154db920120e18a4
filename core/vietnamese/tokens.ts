import { isVietnameseSyllable } from '#core/vietnamese/syllable.ts';
import { toneKey } from '#core/vietnamese/tone-key.ts';

/** A word, a number or one mark of punctuation; offsets are UTF-16 units into the text. A line end is the mark `\n`. */
export interface Token {
  readonly kind: 'word' | 'number' | 'mark';
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Comparison key: {@link toneKey} of a word, the mark itself otherwise. */
  readonly key: string;
  /** First letter is a capital. */
  readonly capital: boolean;
  /** Every letter is a capital and there are at least two: `UBND`, `T.Ư`, `HOÀNG`. */
  readonly capitals: boolean;
}

const SKIP = /[^\p{L}\p{N}\S\n]+|[\u00ad\u200b-\u200d\u2060\ufeff]+/uy;
const RUN = /[\p{L}\p{N}][\p{L}\p{M}\p{N}\u00ad\u200b-\u200d\u2060\ufeff]*/uy;
const LETTER = /[\p{L}\p{N}]/u;
const UPPER = /\p{Lu}/u;
const DIGITS = /^\p{N}+$/u;
const LIST_IN_ACRONYM = /,\p{Lu}{2,8}&/uy;
const ELLIPSIS = /\.{2,}|…/uy;

/** Words whose full stop belongs to them: degrees and places. Keys as written, any case. */
const STOPPED = new Set(
  'gs pgs ts tsy ths th.s tskh bs bscki bsckii bsck1 bsck2 ks ls ds cn kts ngưt ngnd ttưt ttnd nsưt nsnd tp t.p tx tt. đ/c mr mrs ms dr'.split(' '),
);

/** Splits `text` in one pass, without backtracking; linear in its length. Blank space and invisible characters are left out. */
export const tokenize = (text: string): Token[] => {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    SKIP.lastIndex = at;
    if (SKIP.test(text)) {
      at = SKIP.lastIndex;
      continue;
    }
    RUN.lastIndex = at;
    const run = RUN.exec(text);
    if (run) {
      const end = wordEnd(text, at, RUN.lastIndex);
      at = pushWord(tokens, text, at, end);
      continue;
    }
    ELLIPSIS.lastIndex = at;
    const dots = ELLIPSIS.exec(text);
    const point = text.codePointAt(at) ?? 0;
    const length = dots ? dots[0].length : point > 0xffff ? 2 : 1;
    const surface = text.slice(at, at + length);
    const key = dots ? '…' : markKey(surface);
    tokens.push({ kind: 'mark', text: surface, start: at, end: at + length, key, capital: false, capitals: false });
    at += length;
  }
  return tokens;
};

const markKey = (mark: string): string => {
  if (mark === '–' || mark === '—' || mark === '‐' || mark === '‑' || mark === '−') return '-';
  if ('“”„"«»'.includes(mark)) return '"';
  if (mark === '；') return ';';
  return mark;
};

/** Where the word that starts at `start` ends, with the parts that a point, hyphen or ampersand joins to it. */
const wordEnd = (text: string, start: number, firstEnd: number): number => {
  let end = firstEnd;
  let partStart = start;
  for (;;) {
    const joiner = text[end];
    const next = text[end + 1];
    if (joiner === undefined || next === undefined || !LETTER.test(next) || !`-‐‑'’ʼ.&/_,`.includes(joiner)) break;
    RUN.lastIndex = end + 1;
    if (!RUN.test(text)) break;
    const partEnd = RUN.lastIndex;
    if (!joins(joiner, text.slice(partStart, end), text.slice(end + 1, partEnd), text, end)) break;
    partStart = end + 1;
    end = partEnd;
    if (end - start > 80) break;
  }
  if (text[end] === '.' && STOPPED.has(text.slice(partStart, end).toLowerCase()) && /[^\n]/u.test(text[end + 1] ?? '\n')) {
    return end + 1;
  }
  return end;
};

const joins = (joiner: string, left: string, right: string, text: string, at: number): boolean => {
  const bothDigits = DIGITS.test(left) && DIGITS.test(right);
  if (joiner === '.') {
    if (bothDigits) return true;
    if (isCapitals(left) && left.length <= 5) return isCapitals(right) && (right.length <= 5 || STOPPED.has(right.toLowerCase()));
    if (/^(?:Th|Ts|Gs|Tp|Bs)$/u.test(left)) return isCapitals(right);
    return /^[a-z]/u.test(right) && /^[A-Za-z0-9]+$/u.test(left);
  }
  if (joiner === ',') {
    if (bothDigits) return true;
    LIST_IN_ACRONYM.lastIndex = at;
    return isCapitals(left) && left.length > 1 && LIST_IN_ACRONYM.test(text);
  }
  if (joiner === '/') return bothDigits || /^[Đđ]$/u.test(left) || (isCapitals(left) && isCapitals(right) && right.length <= 3);
  if (joiner === '&') return UPPER.test(left.at(-1) ?? '') && UPPER.test(right[0] ?? '');
  if (joiner === '-' && isSyllableInitial(left) && isSyllableInitial(right)) return false;
  if (joiner === '-' && DIGITS.test(left) && UPPER.test(right[0] ?? '') && !isCapitals(right)) return false;
  return true;
};

/** `Nam` in `Việt Nam-Ấn Độ`: two words of Vietnamese names joined for once, unlike `Viêng-chăn` or `Jong-Un`. */
const isSyllableInitial = (word: string): boolean =>
  word.length > 1 && UPPER.test(word[0] ?? '') && !isCapitals(word) && isVietnameseSyllable(word);

const isCapitals = (word: string): boolean => !ASCII_LOWER.test(word) && word === word.toUpperCase() && word !== word.toLowerCase();
const ASCII_LOWER = /[a-z]/;

/** Adds one word, or two where a space was forgotten between two syllables (`tướngTrần`). Answers where it ends. */
const pushWord = (tokens: Token[], text: string, start: number, end: number): number => {
  const seam = forgottenSpace(text, start, end);
  if (seam !== null) {
    pushPart(tokens, text, start, seam);
    pushPart(tokens, text, seam, end);
  } else {
    pushPart(tokens, text, start, end);
  }
  return end;
};

const forgottenSpace = (text: string, start: number, end: number): number | null => {
  if (end - start < 4 || end - start > 16) return null;
  for (let at = start + 2; at < end - 1; at += 1) {
    const unit = text[at] ?? '';
    if (!UPPER.test(unit) || UPPER.test(text[at - 1] ?? '') || UPPER.test(text[at + 1] ?? '')) continue;
    return isVietnameseSyllable(text.slice(start, at)) && isVietnameseSyllable(text.slice(at, end)) ? at : null;
  }
  return null;
};

const pushPart = (tokens: Token[], text: string, start: number, end: number): void => {
  const surface = text.slice(start, end);
  const first = surface[0] ?? '';
  const kind = /^\p{N}/u.test(first) && !/\p{L}/u.test(surface) ? 'number' : 'word';
  const bare = surface.endsWith('.') ? surface.slice(0, -1) : surface;
  tokens.push({
    kind,
    text: surface,
    start,
    end,
    key: toneKey(bare),
    capital: UPPER.test(first),
    capitals: surface.length > 1 && isCapitals(surface),
  });
};
