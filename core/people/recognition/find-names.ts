import { PLURAL_HONORIFICS, SINGULAR_HONORIFICS } from '#core/people/lexicon/honorifics.ts';
import { AREA_NOUNS, COMPANY_WORDS, NAMESAKE_NOUNS, ORGANISATION_HEADS, ORGANISATION_PHRASES } from '#core/people/lexicon/organisations.ts';
import { FOREIGN_PLACES, VIETNAMESE_PLACES } from '#core/people/lexicon/places.ts';
import { FOREIGN_SURNAMES, MIDDLE_NAMES, STRONG_SURNAMES, WEAK_SURNAMES } from '#core/people/lexicon/surnames.ts';
import { PERFORMER_HEADS, TITLE_HEADS } from '#core/people/lexicon/titles.ts';
import { SPEECH_VERBS } from '#core/people/lexicon/verbs.ts';
import { endsTitleAt, honorificAt, rankAt, titleHeadAt } from '#core/people/recognition/title-grammar.ts';
import { isMark, keyAt, lengthBefore, type TokenRange } from '#core/people/recognition/token-range.ts';
import { phraseTable, type PhraseTable } from '#core/vietnamese/phrase-table.ts';
import type { Sentence } from '#core/vietnamese/sentences.ts';
import { isVietnameseSyllable } from '#core/vietnamese/syllable.ts';
import type { Token } from '#core/vietnamese/tokens.ts';

/** Words that were taken as a person's name, with the rule that took them. */
export interface NameSpan extends TokenRange {
  readonly rule: string;
  /** 0 to 1. */
  readonly certainty: number;
}

const LONGEST_RUN = 7;
const LONGEST_NAME = 6;

/** Names of people in one sentence, in text order, without overlap. Looks at each token a bounded number of times. */
export const findNames = (tokens: readonly Token[], sentence: Sentence): NameSpan[] => {
  const names: NameSpan[] = [];
  let at = sentence.from;
  while (at < sentence.to) {
    if (!isNameWord(tokens, at)) {
      at += 1;
      continue;
    }
    const masked = maskAt(tokens, at, sentence);
    if (masked > 0) {
      at += masked;
      continue;
    }
    const end = runEnd(tokens, at, sentence.to);
    const shared = sharesTitle(tokens, at, names.at(-1) ?? null, sentence.from);
    const name = shared && end - at >= 2 && isSurname(tokens[at]) ? sharedName(at, end) : nameInRun(tokens, at, end, sentence);
    if (name !== null) names.push(name);
    at = name === null ? end : name.to;
  }
  return names;
};

/** `các Phó Chủ tịch UBND tỉnh: A, B và C`: a plural office and its colon, or a name of such a list, stand before. */
const sharesTitle = (tokens: readonly Token[], index: number, before: NameSpan | null, floor: number): boolean => {
  const linked = isMark(tokens, index - 1, ',') || tokens[index - 1]?.text === 'và';
  if (linked) return before?.to === index - 1 && before.rule === SHARED;
  if (!isMark(tokens, index - 1, ':')) return false;
  for (let at = index - 2; at > floor && at > index - 20; at -= 1) {
    if (tokens[at]?.kind === 'mark' && !isMark(tokens, at, '-', '&')) return false;
    if (PLURALS.lengthAt(tokens, at - 1, at) > 0 && titleHeadAt(tokens, at) > 0) return true;
  }
  return false;
};
const SHARED = 'shared-title';
const PLURALS = phraseTable('các|những|hai|ba|bốn|năm');

const sharedName = (from: number, to: number): NameSpan => ({ from, to: Math.min(to, from + LONGEST_NAME), rule: SHARED, certainty: 0.85 });

const isNameWord = (tokens: readonly Token[], index: number): boolean => {
  const token = tokens[index];
  if (token?.kind !== 'word' || !token.capital || /[\d&/_]/u.test(token.text)) return false;
  if (token.text.includes('.') && !/^\p{Lu}\.$/u.test(token.text)) return false;
  return !token.capitals || /^\p{Lu}\.$/u.test(token.text) || isShoutedSyllable(token);
};

/** `NGUYỄN` in a name set in capitals, but not `UBND`. */
const isShoutedSyllable = (token: Token): boolean => token.text.length > 1 && isVietnameseSyllable(token.text);

const isSurname = (token: Token | undefined): boolean =>
  token !== undefined && (STRONG_SURNAMES.has(token.key) || WEAK_SURNAMES.has(token.key));

const isStrong = (token: Token | undefined): boolean => token !== undefined && STRONG_SURNAMES.has(token.key);

/** Tokens at `index` that belong to an office, a body or a place and can not begin a name. */
const maskAt = (tokens: readonly Token[], index: number, sentence: Sentence): number => {
  const office = Math.max(
    titleHeadAt(tokens, index),
    rankAt(tokens, index),
    ORGANISATION_PHRASES.lengthAt(tokens, index),
    PLURAL_HONORIFICS.lengthAt(tokens, index),
  );
  if (office > 0) return office;
  const honorific = SINGULAR_HONORIFICS.lengthAt(tokens, index);
  if (honorific > 0) return honorific;
  const place = Math.max(VIETNAMESE_PLACES.lengthAt(tokens, index), FOREIGN_PLACES.lengthAt(tokens, index));
  if (place === 0) return 0;
  const rest = runEnd(tokens, index + place, sentence.to) - (index + place);
  // A longer run that begins like a place may be a person (`Thái Bình Minh`), but not before a family name.
  const couldBePerson = isSurname(tokens[index]) && place === 2 && rest === 1 && isAnchored(tokens, index, sentence.from);
  const alone = place === 1 && rest === 1 && isVietnameseSyllable(tokens[index]?.text ?? '') && isAnchored(tokens, index, sentence.from);
  return couldBePerson || alone ? 0 : place;
};

/** First token after the capitalised words that start at `index`. */
const runEnd = (tokens: readonly Token[], index: number, limit: number): number => {
  let at = index;
  const shouted = tokens[index]?.capitals === true;
  while (at < limit && at < index + LONGEST_RUN && isNameWord(tokens, at)) {
    const token = tokens[at];
    if (at > index) {
      if (token !== undefined && token.text.length > 1 && token.capitals !== shouted && !/^\p{Lu}\.$/u.test(token.text)) break;
      if (keyAt(tokens, at) === 'viêt6' && keyAt(tokens, at + 1) === 'nam') break;
      if (TITLE_HEADS.lengthAt(tokens, at) > 1 || ORGANISATION_PHRASES.lengthAt(tokens, at) > 1 || rankAt(tokens, at) > 1) break;
    }
    at += 1;
    const initial = tokens[at - 1];
    if (initial?.text.length === 1 && isMark(tokens, at, '.') && isNameWord(tokens, at + 1) && at + 1 < limit) at += 1;
  }
  return at;
};

const isAnchored = (tokens: readonly Token[], index: number, floor: number): boolean =>
  honorificBefore(tokens, index, floor) || rankBefore(tokens, index, floor);

const honorificBefore = (tokens: readonly Token[], index: number, floor: number): boolean =>
  lengthBefore(SINGULAR_HONORIFICS, tokens, index, 3, floor) > 0 || lengthBefore(PLURAL_HONORIFICS, tokens, index, 3, floor) > 0;

const rankBefore = (tokens: readonly Token[], index: number, floor: number): boolean => {
  for (let length = 1; length <= 3 && index - length >= floor; length += 1) {
    if (rankAt(tokens, index - length) === length) return true;
  }
  return lengthBefore(PERFORMER_HEADS, tokens, index, 3, floor) > 0;
};

/** Whether a title begins left of `index` in the same breath: no mark, predicate or honorific between. */
const titleRunsInto = (tokens: readonly Token[], index: number, floor: number): boolean => {
  for (let at = index - 1; at >= floor && at > index - 30; at -= 1) {
    const token = tokens[at];
    if (token === undefined) return false;
    if (token.kind === 'mark' && !['-', '&', '(', ')'].includes(token.key) && !(token.key === ',' && at < index - 1)) return false;
    if (titleHeadAt(tokens, at) > 0) return true;
    if (endsTitleAt(tokens, at) || (honorificAt(tokens, at) > 0 && !token.capital)) return false;
  }
  return false;
};

/** Whether a title follows: `, Bí thư …`, ` - Giám đốc …`, or the head itself. */
const titleFollows = (tokens: readonly Token[], end: number, limit: number): boolean => {
  const at = isMark(tokens, end, ',', '-', '(', ':') ? end + 1 : end;
  return at < limit && (titleHeadAt(tokens, at) > 0 || (at > end && rankAt(tokens, at) > 0));
};

const nameInRun = (tokens: readonly Token[], from: number, to: number, sentence: Sentence): NameSpan | null => {
  const anchored = isAnchored(tokens, from, sentence.from);
  const namesake = !anchored && nounBefore(NAMESAKE_NOUNS, tokens, from, sentence.from);
  const area = !anchored && nounBefore(AREA_NOUNS, tokens, from, sentence.from);
  if (namesake || area) return afterPlaceNoun(tokens, from, to, sentence, area);
  const count = to - from;
  if (isCompany(tokens, from, to) || (!isSurname(tokens[from]) && keyAt(tokens, to) === 'viêt6')) return null;
  if (count < 2) return loneName(tokens, from, to, anchored);
  const first = tokens[from];
  if (isSurname(first)) return fromSurname(tokens, from, to, sentence, anchored);
  const inner = strongInside(tokens, from + 1, to, 3);
  if (inner !== null && !anchored) return { from: inner, to, rule: 'surname-after-organisation', certainty: 0.8 };
  return unsurnamed(tokens, from, to, sentence, anchored);
};

/** Whether a noun of `table` stands before the run and is no last syllable of an office or body (`Quốc hội`). */
const nounBefore = (table: PhraseTable, tokens: readonly Token[], from: number, floor: number): boolean => {
  const length = lengthBefore(table, tokens, from, 4, floor);
  if (length === 0) return false;
  return ![ORGANISATION_PHRASES, TITLE_HEADS, VIETNAMESE_PLACES, FOREIGN_PLACES].some((other) => lengthBefore(other, tokens, from, 4, floor) > length);
};

const isCompany = (tokens: readonly Token[], from: number, to: number): boolean => {
  for (let at = from; at < to; at += 1) if (COMPANY_WORDS.has(keyAt(tokens, at))) return true;
  return false;
};

/** One hyphenated word can be a whole foreign name after an honorific; nothing else of one word is a full name. */
const loneName = (tokens: readonly Token[], from: number, to: number, anchored: boolean): NameSpan | null => {
  const text = tokens[from]?.text ?? '';
  return anchored && /\p{L}-\p{L}.*-\p{L}/u.test(text) ? { from, to, rule: 'honorific', certainty: 0.6 } : null;
};

const fromSurname = (
  tokens: readonly Token[],
  from: number,
  to: number,
  sentence: Sentence,
  anchored: boolean,
): NameSpan | null => {
  const count = to - from;
  const strong = isStrong(tokens[from]);
  if (count >= 5 && !strong) {
    const inner = strongInside(tokens, from + 1, to, 2);
    if (inner !== null) return { from: inner, to: Math.min(to, inner + 4), rule: 'surname', certainty: 0.75 };
  }
  const end = Math.min(to, from + LONGEST_NAME);
  if (anchored) return { from, to: end, rule: 'honorific', certainty: 0.95 };
  const follows = titleFollows(tokens, end, sentence.to);
  const listed = follows || titleRunsInto(tokens, from, sentence.from);
  if (listed) return { from, to: end, rule: 'title', certainty: 0.9 };
  const middle = MIDDLE_NAMES.has(keyAt(tokens, from + 1)) && count >= 3;
  if (strong && count <= 4) return { from, to: end, rule: 'surname', certainty: count >= 3 ? 0.7 : 0.5 };
  if (middle && count <= 4) return { from, to: end, rule: 'surname-middle-name', certainty: 0.6 };
  return SPEECH_VERBS.lengthAt(tokens, end) > 0 && count >= 3 && count <= 4 ? { from, to: end, rule: 'verb', certainty: 0.5 } : null;
};

/** A run without a family name: a foreigner, a pen name, a rare family name. Needs words around it that say person. */
const unsurnamed = (
  tokens: readonly Token[],
  from: number,
  to: number,
  sentence: Sentence,
  anchored: boolean,
): NameSpan | null => {
  const count = to - from;
  const end = Math.min(to, from + LONGEST_NAME);
  if (anchored) return { from, to: end, rule: 'honorific', certainty: 0.85 };
  const before = keyAt(tokens, from - 1);
  const atListStart = from === sentence.from || [':', ';', 'co3', ',', '-', '\n'].includes(before);
  if (atListStart && titleFollows(tokens, end, sentence.to) && isMark(tokens, end, ',', '-')) {
    const plain = runOf(tokens, from, to, (text) => isVietnameseSyllable(text));
    return { from, to: end, rule: 'list', certainty: plain && count === 2 ? 0.6 : 0.75 };
  }
  const foreign = !runOf(tokens, from, to, (text) => isVietnameseSyllable(text) && !text.includes('-'));
  if (!titleRunsInto(tokens, from, sentence.from)) return null;
  if (foreign || FOREIGN_SURNAMES.has(keyAt(tokens, from))) return { from, to: end, rule: 'title-foreign', certainty: 0.7 };
  // `Giám đốc Sở Công Thương`: the office's own body.
  if (ORGANISATION_HEADS.lengthAt(tokens, from) > 0) return null;
  return count === 3 && endsClause(tokens, end, sentence.to) ? { from, to: end, rule: 'title-unknown-surname', certainty: 0.55 } : null;
};

const runOf = (tokens: readonly Token[], from: number, to: number, test: (text: string) => boolean): boolean => {
  for (let at = from; at < to; at += 1) if (!test(tokens[at]?.text ?? '')) return false;
  return true;
};

const endsClause = (tokens: readonly Token[], at: number, limit: number): boolean =>
  at >= limit || isMark(tokens, at, ',', ';', '.', '-', '(', '\n', '…') || endsTitleAt(tokens, at) || tokens[at]?.text === 'và';

/** The first strong family name with `least` to four words from it to the end of the run. */
const strongInside = (tokens: readonly Token[], from: number, to: number, least: number): number | null => {
  for (let at = from; at <= to - least; at += 1) {
    if (isStrong(tokens[at]) && to - at <= 4) return at;
  }
  return null;
};

/** A person after a place: `huyện Đông Thịnh Nguyễn Văn A`, `UBND tỉnh Lê Văn B`; most often there is none. */
const afterPlaceNoun = (
  tokens: readonly Token[],
  from: number,
  to: number,
  sentence: Sentence,
  area: boolean,
): NameSpan | null => {
  const count = to - from;
  const titled = titleRunsInto(tokens, from, sentence.from);
  for (const offset of [2, 3, 1]) {
    const at = from + offset;
    const rest = to - at;
    if (rest >= (offset === 1 ? 3 : 2) && rest <= 4 && isStrong(tokens[at]) && titled && !(offset < 3 && count <= 4 && isStrong(tokens[from]) && area)) {
      return { from: at, to, rule: 'surname-after-place', certainty: 0.75 };
    }
  }
  if (!area || !titled) return null;
  if (isSurname(tokens[from]) && count >= 3 && count <= 4) return { from, to, rule: 'title', certainty: 0.85 };
  const province = ['tinh5', 'phô3'].includes(keyAt(tokens, from - 1));
  if (count === 2 && province && isSurname(tokens[from])) return { from, to, rule: 'title', certainty: 0.65 };
  const foreign = !runOf(tokens, from, to, (text) => isVietnameseSyllable(text));
  if (foreign && count >= 3) return { from: from + 1, to, rule: 'title-foreign', certainty: 0.6 };
  return count === 3 && province ? { from, to, rule: 'title-unknown-surname', certainty: 0.55 } : null;
};
