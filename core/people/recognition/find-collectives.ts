import { COLLECTIVE_HEADS, PLURAL_PEOPLE } from '#core/people/lexicon/collectives.ts';
import { ORGANISATION_HEADS } from '#core/people/lexicon/organisations.ts';
import { ATTEND_VERBS, CHAIR_VERBS, PRESENCE_VERBS, SPEECH_VERBS } from '#core/people/lexicon/verbs.ts';
import type { AttendanceBlock } from '#core/people/recognition/attendance-blocks.ts';
import { titleHeadAt } from '#core/people/recognition/title-grammar.ts';
import type { ListScope } from '#core/people/recognition/list-scopes.ts';
import type { Mention } from '#core/people/recognition/mention.ts';
import { isMark, type TokenRange } from '#core/people/recognition/token-range.ts';
import { phraseTable } from '#core/vietnamese/phrase-table.ts';
import type { Sentence } from '#core/vietnamese/sentences.ts';
import type { Token } from '#core/vietnamese/tokens.ts';

const LINKS = phraseTable('và|cùng|cùng với|với|còn|có|còn có|ngoài ra|gồm|gồm có|là|của|sự tham dự của|sự tham gia của|cùng sự tham dự của|cùng sự tham gia của|sự có mặt của|cùng dự');
const SEPARATE = phraseTable('cùng|cùng với|cùng sự tham dự của|cùng sự tham gia của|còn có|và đông đảo|và toàn thể|và hơn|và gần|và khoảng|và trên');
const LEAVING = phraseTable('đã|tới dự|đến dự|tham dự|cùng dự|cùng tham dự|về dự|cùng tới dự|cùng đến dự|dự|có mặt|đã đến dự|dẫn đầu|làm trưởng đoàn|sẽ|đang|đã về dự');
const AUDIENCE = phraseTable('đối tượng tham dự|đối tượng tham gia|thành phần tham dự|thành phần tham gia|thành phần dự|tham dự lớp|tham gia lớp');
const GENERIC = phraseTable('đại biểu|các đại biểu|các em|quý vị|người dân|hội viên|đoàn viên|học sinh|gia đình|nhiều|cán bộ|thành viên|phóng viên|lực lượng|cấp ủy|thường trực|ban chấp hành|ban thường vụ|công chức|những|hơn|gần|khoảng|trên');
const NAMED_HEADS = phraseTable(
  'lãnh đạo|các lãnh đạo|đại diện|đại diện lãnh đạo|toàn thể|tập thể|đông đảo|hàng trăm|hàng nghìn|hàng ngàn|hàng chục|các đồng chí trong|các đồng chí lãnh đạo|các đồng chí nguyên|các đồng chí ủy viên|các đồng chí thành viên|các đồng chí đại diện|một số',
);

/** Unnamed people and bodies of an attendance block: what its people, marks and links leave over. */
export const collectivesInBlock = (
  tokens: readonly Token[],
  block: AttendanceBlock,
  mentions: readonly Mention[],
  scopes: readonly ListScope[],
): TokenRange[] => {
  const people = mentions.map((mention) => mention.whole);
  const taken = [...people, ...scopes.map((scope) => scope.opener)].filter((range) => range.to > block.from && range.from < block.to);
  const takenAt = firstAt(taken);
  const labelAt = firstAt(block.labels.flatMap(({ label }) => (label === null ? [] : [label])));
  const found: TokenRange[] = [];
  let from = block.from;
  const close = (to: number): void => {
    const piece = trim(tokens, from, to);
    if (piece !== null) found.push(piece);
  };
  for (let at = block.from; at < block.to; at += 1) {
    const person = takenAt.get(at);
    const label = labelAt.get(at);
    if (person !== undefined) {
      close(at);
      from = person.to;
      at = person.to - 1;
    } else if (label !== undefined && at > block.from) {
      close(at);
      from = label.to;
      at = from - 1;
    } else if (isMark(tokens, at, ';', '\n', '.') || (at > from && SEPARATE.lengthAt(tokens, at) > 0 && !isMark(tokens, at - 1, ':'))) {
      close(at);
      from = isMark(tokens, at, ';', '\n', '.') ? at + 1 : at;
    }
  }
  close(block.to);
  return found;
};

/** Ranges by the token they begin at; the first of several holds. */
const firstAt = (ranges: readonly TokenRange[]): ReadonlyMap<number, TokenRange> => {
  const found = new Map<number, TokenRange>();
  for (const range of ranges) if (!found.has(range.from)) found.set(range.from, range);
  return found;
};

/** Cuts links, openers and predicates off; null when no body or people are left. */
const trim = (tokens: readonly Token[], start: number, end: number): TokenRange | null => {
  let from = start;
  for (let guard = 0; guard < 8 && from < end; guard += 1) {
    const link = LINKS.lengthAt(tokens, from, end);
    if (tokens[from]?.kind === 'mark') from += 1;
    else if (link > 0) from += link;
    else break;
  }
  let to = end;
  for (let at = from + 1; at < end; at += 1) {
    if (LEAVING.lengthAt(tokens, at, end) > 0 && tokens[at]?.capital !== true && !isMark(tokens, at - 1, ',')) {
      to = at;
      break;
    }
  }
  while (to > from && (tokens[to - 1]?.kind === 'mark' ? !isMark(tokens, to - 1, ')') : LINKS.lengthAt(tokens, to - 1, to) > 0)) to -= 1;
  // `các đại biểu: A, B` announces people; `các đại biểu` alone says nothing.
  const generic = GENERIC.lengthAt(tokens, from, to) === to - from || (isMark(tokens, to, ':') && to - from <= 4);
  return !generic && isPeople(tokens, from, to) ? { from, to } : null;
};

const isPeople = (tokens: readonly Token[], from: number, to: number): boolean => {
  const first = tokens[from];
  if (first === undefined || to - from < 2) return false;
  if (first.kind === 'number') return true;
  const plural = PLURAL_PEOPLE.lengthAt(tokens, from, to);
  if (plural > 0) return to - from > plural;
  if (COLLECTIVE_HEADS.lengthAt(tokens, from, to) > 0) return true;
  if (titleHeadAt(tokens, from) > 0 && to - from > titleHeadAt(tokens, from)) return true;
  return first.capital && ORGANISATION_HEADS.lengthAt(tokens, from, to) > 0;
};

/** `Đối tượng tham dự là cán bộ …; các sở …`: a list without people is one body, semicolons and all. */
export const wholeAudience = (tokens: readonly Token[], sentence: Sentence): TokenRange | null => {
  if (AUDIENCE.lengthAt(tokens, sentence.from) === 0) return null;
  for (let at = sentence.from; at < Math.min(sentence.to, sentence.from + 16); at += 1) {
    if (!['là', 'gồm', 'có'].includes(tokens[at]?.text ?? '') && !isMark(tokens, at, ':')) continue;
    return trim(tokens, at + 1, sentence.to);
  }
  return null;
};

/**
 * Bodies outside a list: `X cùng đại diện các sở đã đến dự`, `Lãnh đạo huyện Y báo cáo …`, `Đông đảo nhân dân … cùng
 * tham dự`, `họp với lãnh đạo các sở`. Only where a present person or a predicate of presence stands beside them.
 */
export const collectivesBesidePeople = (
  tokens: readonly Token[],
  sentence: Sentence,
  present: readonly Mention[],
  afterBlock: boolean,
): TokenRange[] => {
  const found: TokenRange[] = [];
  let at = sentence.from;
  while (at < sentence.to && tokens[at]?.kind === 'mark') at += 1;
  found.push(...subjectsAt(tokens, at, sentence.to, afterBlock));
  for (const mention of present) {
    const link = mention.whole.to;
    if (['và', 'cùng'].includes(tokens[link]?.text ?? '')) found.push(...pieces(tokens, link, predicateEnd(tokens, link + 1, sentence.to)));
  }
  const [first] = present;
  if (first !== undefined) found.push(...partners(tokens, first.whole.to, sentence.to));
  return found;
};

/** `chủ trì buổi họp với lãnh đạo các sở`: those a present person meets. */
const partners = (tokens: readonly Token[], from: number, limit: number): TokenRange[] => {
  for (let at = from; at < Math.min(limit, from + 30); at += 1) {
    if (tokens[at]?.text !== 'với' || NAMED_HEADS.lengthAt(tokens, at + 1, limit) === 0) continue;
    return pieces(tokens, at + 1, partnersEnd(tokens, at + 1, limit));
  }
  return [];
};

const partnersEnd = (tokens: readonly Token[], from: number, sentenceEnd: number): number => {
  const limit = Math.min(sentenceEnd, from + LONGEST_BODY);
  for (let at = from; at < limit; at += 1) {
    if (isMark(tokens, at, ';', '.', ':', '(', '…', '\n', '"')) return at;
    if (['về', 'để', 'nhằm', 'tại', 'do'].includes(tokens[at]?.text ?? '')) return at;
  }
  return limit;
};

/** A run told apart at `cùng`, `và đông đảo` and the like; each part that is people. */
const pieces = (tokens: readonly Token[], from: number, to: number): TokenRange[] => {
  const found: TokenRange[] = [];
  let start = from;
  for (let at = from + 1; at <= to; at += 1) {
    if (at < to && SEPARATE.lengthAt(tokens, at, to) === 0) continue;
    const piece = trim(tokens, start, at);
    if (piece !== null) found.push(piece);
    start = at;
  }
  return found;
};

/** No body is told in more tokens than this. */
const LONGEST_BODY = 400;

const predicateEnd = (tokens: readonly Token[], from: number, sentenceEnd: number): number => {
  const limit = Math.min(sentenceEnd, from + LONGEST_BODY);
  for (let at = from; at < limit; at += 1) {
    if (isMark(tokens, at, ';', '.', ':', '(', '…', '\n')) return at;
    const token = tokens[at];
    if (token?.kind !== 'word' || token.capital || at === from) continue;
    if (LEAVING.lengthAt(tokens, at) > 0 || CHAIR_VERBS.lengthAt(tokens, at) > 0 || isAct(tokens, at)) return at;
  }
  return limit;
};

const isAct = (tokens: readonly Token[], at: number): boolean =>
  (PRESENCE_VERBS.lengthAt(tokens, at) > 0 || SPEECH_VERBS.lengthAt(tokens, at) > 0) &&
  !['cùng', 'đi', 'xem', 'dẫn', 'tổ', 'xin'].includes(tokens[at]?.text ?? '') &&
  !isMark(tokens, at - 1, ',');

const subjectsAt = (tokens: readonly Token[], from: number, limit: number, afterBlock: boolean): TokenRange[] => {
  const named = NAMED_HEADS.lengthAt(tokens, from, limit) > 0;
  const generic = GENERIC.lengthAt(tokens, from, limit) > 0 || COLLECTIVE_HEADS.lengthAt(tokens, from, limit) > 0;
  const end = predicateEnd(tokens, from + 1, limit);
  const office = titleHeadAt(tokens, from);
  const accompanied = office > 0 && hasWord(tokens, from + office, end, 'cùng') && end < limit && tokens[end]?.kind === 'word';
  if (!named && !accompanied && !(afterBlock && generic)) return [];
  if (end - from < 3) return [];
  const verb = ATTEND_VERBS.lengthAt(tokens, end) > 0 || (end < limit && tokens[end]?.kind === 'word');
  return verb || afterBlock ? pieces(tokens, from, end) : [];
};

const hasWord = (tokens: readonly Token[], from: number, to: number, word: string): boolean => {
  for (let at = from; at < to; at += 1) if (tokens[at]?.text === word) return true;
  return false;
};
