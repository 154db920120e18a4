import { COLLECTIVE_HEADS } from '#core/people/lexicon/collectives.ts';
import { PLURAL_HONORIFICS, SINGULAR_HONORIFICS } from '#core/people/lexicon/honorifics.ts';
import { PERFORMER_HEADS, RANKS, TITLE_HEADS, TITLE_PREFIXES } from '#core/people/lexicon/titles.ts';
import { ATTEND_VERBS, CHAIR_VERBS, PRESENCE_VERBS, SPEECH_VERBS, TITLE_STOPS } from '#core/people/lexicon/verbs.ts';
import { isMark, keyAt, lowerLengthAt } from '#core/people/recognition/token-range.ts';
import { phraseTable } from '#core/vietnamese/phrase-table.ts';
import type { Token } from '#core/vietnamese/tokens.ts';

/** Number of tokens of a title's head at `index`, its `nguyên`, `quyền`, `cựu` included; 0 when none starts there. */
export const titleHeadAt = (tokens: readonly Token[], index: number): number => {
  // `Phủ Chủ tịch` is a place.
  if (keyAt(tokens, index - 1) === 'phu5' && tokens[index - 1]?.capital === true) return 0;
  const prefix = TITLE_PREFIXES.lengthAt(tokens, index);
  const at = index + prefix;
  const head = headAt(tokens, at);
  if (head > 0) return prefix + head;
  if (prefix > 0 && headAt(tokens, index) > 0) return headAt(tokens, index);
  return prefix > 0 && RANKS.lengthAt(tokens, at) > 0 ? prefix + RANKS.lengthAt(tokens, at) : 0;
};

const headAt = (tokens: readonly Token[], at: number): number =>
  Math.max(TITLE_HEADS.lengthAt(tokens, at), PERFORMER_HEADS.lengthAt(tokens, at));

/** Number of tokens of a rank, degree or ordination at `index`. Abbreviations count only in capitals (`TS`, not `ts`). */
export const rankAt = (tokens: readonly Token[], index: number): number => {
  const length = RANKS.lengthAt(tokens, index);
  const token = tokens[index];
  if (length === 0) return token?.capitals === true && isJoinedRank(token.text) ? 1 : 0;
  if (length !== 1) return length;
  return token !== undefined && (token.capital || token.text.length > 4) ? 1 : 0;
};

/** `TTƯT.BSCKII`: degrees joined by full stops. */
const isJoinedRank = (text: string): boolean => {
  const parts = text.split('.').filter((part) => part !== '');
  return parts.length > 1 && parts.every((part) => DEGREES.has(part));
};
const DEGREES = new Set('GS PGS TS TSKH ThS THS BS BSCKI BSCKII DS KS KTS LS CN NGND NGƯT TTND TTƯT VS'.split(' '));

export const honorificAt = (tokens: readonly Token[], index: number): number =>
  Math.max(PLURAL_HONORIFICS.lengthAt(tokens, index), SINGULAR_HONORIFICS.lengthAt(tokens, index));

// Verbs that are parts of offices and bodies; `phát biểu`, `nhấn mạnh` and the like never are.
const OFFICE_VERBS = phraseTable('chỉ đạo|kiểm tra|tổ chức|điều hành|báo cáo|thông tin|hướng dẫn|phổ biến|đối thoại|tiếp công dân');
// Words that only begin like a verb.
const COMPOUNDS = phraseTable('dự khuyết|dự án|dự phòng|dự bị|dự báo|dự toán|đi lại|tiếp thị|tiếp vận|tiếp công dân|đón tiếp|đọc sách|trao đổi sinh viên|nhận thức');

// After these words a verb's syllables are part of an office: `ban chỉ đạo`, `ủy ban kiểm tra`, `phòng tham mưu`.
const OFFICE_NOUNS = phraseTable(
  'các|ban|ủy ban|hội đồng|tổ|trưởng ban|giám đốc|phó giám đốc|công tác|phụ trách|về|chủ nhiệm|chuyên trách|chuyên gia|chuyên viên|cán sự|hoạt động|ngành|lĩnh vực|trưởng phòng|phó phòng|phó trưởng phòng|vụ trưởng|cục trưởng',
);

/** Whether a verb or another word that ends a title stands at `index`. Verbs are lower case: `Ban Chỉ đạo` goes on. */
export const endsTitleAt = (tokens: readonly Token[], index: number): boolean => {
  const token = tokens[index];
  if (token === undefined || token.kind !== 'word' || token.capital) return false;
  if (lowerLengthAt(TITLE_STOPS, tokens, index) > 0) return !keepsStop(tokens, index);
  const isVerb =
    lowerLengthAt(SPEECH_VERBS, tokens, index) > 0 ||
    lowerLengthAt(CHAIR_VERBS, tokens, index) > 0 ||
    lowerLengthAt(PRESENCE_VERBS, tokens, index) > 0 ||
    lowerLengthAt(ATTEND_VERBS, tokens, index) > 0;
  if (!isVerb || keyAt(tokens, index - 1) === 'danh' || COMPOUNDS.lengthAt(tokens, index) > 0) return false;
  if (OFFICE_VERBS.lengthAt(tokens, index) === 0) return true;
  for (let back = 1; back <= 3; back += 1) {
    if (OFFICE_NOUNS.lengthAt(tokens, index - back, index) === back) return false;
  }
  return true;
};

/** `vì` in `Hội Vì trẻ em`, `trên` in `trên biển`: stop words that go on after particular words. */
const keepsStop = (tokens: readonly Token[], index: number): boolean => {
  const key = tokens[index]?.text;
  const before = tokens[index - 1]?.text.toLowerCase() ?? '';
  if (key === 'với') return /^(?:hợp tác|tác|kết|hữu nghị|nghị)$/u.test(before);
  if (key === 'trong') return before === 'sĩ';
  return false;
};

/**
 * End of the title segment that starts at `index` with a head of `head` tokens: the token after its last one.
 * Stops at marks, predicates, honorifics, people and bodies that follow; dashes and bracketed acronyms inside an
 * organisation go on.
 * @param isName whether a recognised name starts at a token
 */
export const titleSegmentEnd = (
  tokens: readonly Token[],
  index: number,
  head: number,
  limit: number,
  isName: (at: number) => boolean,
): number => {
  let at = index + Math.max(head, 1);
  while (at < limit) {
    const token = tokens[at];
    if (token === undefined || isName(at)) break;
    if (token.kind === 'mark') {
      const next = throughMark(tokens, index, head, at, limit, isName);
      if (next === at) break;
      at = next;
    } else if (endsTitleAt(tokens, at) || beginsOthers(tokens, at, index, limit, isName)) break;
    else at += 1;
  }
  return at;
};

// Heads that are whole titles: a dash behind one begins the next (`Tỉnh ủy viên – Trưởng Ban X`).
const COMPLETE = phraseTable('tỉnh ủy viên|thành ủy viên|huyện ủy viên|thị ủy viên|quận ủy viên|đảng ủy viên|tuv|đbqh|đại biểu quốc hội|thượng nghị sĩ|hạ nghị sĩ');

/** Where the segment goes on after the mark at `at`, or `at` when it ends there. */
const throughMark = (
  tokens: readonly Token[],
  index: number,
  head: number,
  at: number,
  limit: number,
  isName: (at: number) => boolean,
): number => {
  if (isMark(tokens, at, '(')) return bracketedAcronymEnd(tokens, at, limit);
  if (isMark(tokens, at, '&', '/')) return at + 1;
  if (!isMark(tokens, at, '-')) return at;
  const next = at + 1;
  if (next >= limit || isName(next) || rankAt(tokens, next) > 0) return at;
  const nextHead = titleHeadAt(tokens, next);
  if (nextHead > 0) return at === index + head && COMPLETE.lengthAt(tokens, index) !== head ? next + nextHead : at;
  if (endsTitleAt(tokens, next) || honorificAt(tokens, next) > 0 || COLLECTIVE_HEADS.lengthAt(tokens, next) > 0) return at;
  return tokens[next]?.kind === 'word' ? next : at;
};

const bracketedAcronymEnd = (tokens: readonly Token[], at: number, limit: number): number => {
  for (let close = at + 2; close <= at + 5 && close < limit; close += 1) {
    if (!isMark(tokens, close, ')')) continue;
    const inside = tokens.slice(at + 1, close);
    const acronym = inside.every((token) => token.kind !== 'mark' && (token.capital || token.kind === 'number'));
    return acronym ? close + 1 : at;
  }
  return at;
};

/** Whether another person or body begins at `at`: an honorific, `cùng`, or `và` before a person, an office or people. */
const beginsOthers = (
  tokens: readonly Token[],
  at: number,
  index: number,
  limit: number,
  isName: (at: number) => boolean,
): boolean => {
  const honorific = honorificAt(tokens, at);
  if (honorific > 0 && keyAt(tokens, at - 1) !== 'hội') {
    const after = at + honorific;
    if (isName(after) || isMark(tokens, after, ':') || titleHeadAt(tokens, after) > 0 || rankAt(tokens, after) > 0) return true;
    if (honorific > 1) return true;
  }
  if (rankAt(tokens, at) > 0 && isName(at + rankAt(tokens, at)) && at > index) return true;
  if (tokens[at]?.text !== 'và') return false;
  const next = at + 1;
  if (next >= limit || isName(next) || honorificAt(tokens, next) > 0 || rankAt(tokens, next) > 0) return true;
  if (COLLECTIVE_HEADS.lengthAt(tokens, next) > 0 || tokens[next]?.kind === 'number') return true;
  return titleHeadAt(tokens, next) > 0;
};
