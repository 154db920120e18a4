import { AREA_NOUNS } from '#core/people/lexicon/organisations.ts';
import type { FoundDateline, Piece } from '#core/people/analysis.ts';
import { endsTitleAt } from '#core/people/recognition/title-grammar.ts';
import { isMark } from '#core/people/recognition/token-range.ts';
import type { TextLine } from '#core/structure/text-lines.ts';
import { parseSurfaceDate } from '#core/vietnamese/date.ts';
import { phraseTable } from '#core/vietnamese/phrase-table.ts';
import { splitSentences } from '#core/vietnamese/sentences.ts';
import { tokenize, type Token } from '#core/vietnamese/tokens.ts';

/** How much of a paragraph is read for a dateline, in UTF-16 units. */
const REACH = 900;

const BRACKETED = /^\(([\p{L}\p{N}][\p{L}\p{N}.&/-]{0,28}(?: [\p{Lu}\p{N}][\p{L}\p{N}.&-]{0,12}){0,2})\)\s*[-–—:,]?\s*/u;
const DASHED = /^(\p{Lu}[\p{Lu}\p{N}.&-]{1,11}(?: [\p{Lu}\p{N}]{1,8})?|[\p{L}\p{N}]+(?:\.[\p{L}\p{N}]+)+)\s*(?:[-–—]|:)\s*(?=[\p{L}\p{N}“"])/u;

/** The opening of a report: `BHG - Ngày 19.1, tại Thủ đô X,`. Null when the line states neither source nor date. */
export const findDateline = (text: string, line: TextLine): FoundDateline | null => {
  const head = text.slice(line.start, Math.min(line.end, line.start + REACH));
  const source = findSource(head, line.start);
  const after = source?.after ?? 0;
  const tokens = tokenize(head);
  const sentences = splitSentences(tokens).slice(0, 3);
  for (const sentence of sentences) {
    const date = findDate(tokens, sentence.from, sentence.to, after);
    if (date === null) continue;
    const surface = head.slice(date.start, date.end);
    const place = findPlace(head, tokens, sentence, date);
    return spanOfParts(line, source?.piece ?? null, piece(surface, line.start + date.start), place && piece(place.text, line.start + place.start));
  }
  return source === null ? null : spanOfParts(line, source.piece, null, null);
};

const piece = (text: string, start: number): Piece => ({ text, start, end: start + text.length });

const spanOfParts = (line: TextLine, source: Piece | null, date: Piece | null, place: Piece | null): FoundDateline => {
  const ends = [source, date, place].flatMap((part) => (part === null ? [] : [part.end]));
  return { start: line.start, end: Math.max(line.start, ...ends), source, date, place };
};

const findSource = (head: string, offset: number): { readonly piece: Piece; readonly after: number } | null => {
  const match = BRACKETED.exec(head) ?? DASHED.exec(head);
  const tag = match?.[1];
  if (match === null || tag === undefined || !/\p{L}/u.test(tag) || parseSurfaceDate(tag) !== null) return null;
  const bracketed = head.startsWith('(');
  const letters = tag.replace(/[^\p{L}]/gu, '');
  const acronym = letters.length >= 2 && letters === letters.toUpperCase();
  const domain = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u.test(tag);
  if (!acronym && !domain && !(bracketed && tag.length <= 24 && !tag.includes(' '))) return null;
  return { piece: piece(tag, offset + match[0].indexOf(tag)), after: match[0].length };
};

interface Part {
  readonly start: number;
  readonly end: number;
  /** Token after the date and its closing bracket. */
  readonly next: number;
}

const TIMES = phraseTable('sáng|trưa|chiều|tối|đêm|ngày|sáng ngày|chiều ngày|tối ngày|đêm ngày|trưa ngày|sáng nay|chiều nay|tối nay|hôm nay|ngày hôm nay|sáng sớm|hôm qua|sáng qua|chiều qua|nay|rạng sáng|trong ngày|trong các ngày|trong 2 ngày|trong hai ngày|trong 3 ngày|trong ba ngày|các ngày|hai ngày|2 ngày|3 ngày|vào ngày');
const NOT_EVENT = phraseTable('từ|trước|kể từ|đến|hết|sau|thành lập|truyền thống|kỷ niệm|số|qđ-ttg|cp|tw|chính phủ|lực|ký|ban hành|sinh|trước đó|tính đến|giải phóng|toàn quốc|độc lập|quốc khánh|lập');

/** The first date of a part of day or of `ngày`: not one of a decree, a range in brackets or an anniversary. */
const findDate = (tokens: readonly Token[], from: number, to: number, after: number): Part | null => {
  let depth = 0;
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    if (token.key === '(') depth += 1;
    if (token.key === ')') depth = Math.max(0, depth - 1);
    if (token.kind !== 'number' || token.start < after || at > from + 120) continue;
    const bracket = isMark(tokens, at - 1, '(') ? 1 : 0;
    if (depth > bracket) continue;
    const anchor = at - bracket;
    const time = timeBefore(tokens, anchor, from);
    const opens = anchor === from || (tokens[anchor - 1]?.end ?? 0) <= after;
    if (time === 0 && !opens) continue;
    if (!opens && excluded(tokens, anchor - time, from)) continue;
    const part = readDate(tokens, at);
    if (part !== null) return bracket > 0 && isMark(tokens, part.next, ')') ? { ...part, next: part.next + 1 } : part;
  }
  return null;
};

const timeBefore = (tokens: readonly Token[], at: number, floor: number): number => {
  const end = isMark(tokens, at - 1, ',') ? at - 1 : at;
  for (let length = Math.min(3, end - floor); length > 0; length -= 1) {
    if (TIMES.lengthAt(tokens, end - length, end) === length) return length + (at - end);
  }
  return 0;
};

const excluded = (tokens: readonly Token[], before: number, floor: number): boolean => {
  for (let length = 1; length <= 2 && before - length >= floor; length += 1) {
    if (NOT_EVENT.lengthAt(tokens, before - length, before) === length) return true;
  }
  return /\/|^\d+-/u.test(tokens[before - 1]?.text ?? '') && tokens[before - 1]?.kind === 'word';
};

const readDate = (tokens: readonly Token[], at: number): Part | null => {
  const single = tokens[at];
  if (single === undefined) return null;
  const { start } = single;
  if (parseSurfaceDate(single.text) !== null) return { start, end: single.end, next: at + 1 };
  if (!/^\d{1,2}$/u.test(single.text)) return null;
  const link = tokens[at + 1];
  const other = tokens[at + 2];
  if (link !== undefined && other !== undefined && (link.text === 'và' || link.key === '-' || link.key === ',') && parseSurfaceDate(other.text) !== null) {
    return { start, end: other.end, next: at + 3 };
  }
  if (link?.text !== 'tháng' || other?.kind !== 'number') return null;
  const withYear = tokens[at + 3]?.text === 'năm' && /^\d{4}$/u.test(tokens[at + 4]?.text ?? '');
  const last = tokens[withYear ? at + 4 : at + 2];
  const surface = `${single.text} tháng ${other.text}`;
  return last === undefined || parseSurfaceDate(surface) === null ? null : { start, end: last.end, next: withYear ? at + 5 : at + 3 };
};

const GENERIC_PLACES = phraseTable('hội nghị|buổi|lễ|cuộc|đây|đó|địa phương|đại hội|chương trình|phiên|kỳ họp|hội thảo|tọa đàm|điểm cầu|đầu cầu|cơ sở|chỗ|nhà riêng|nghị quyết|quyết định|điều|công văn|các|nhiều');
const AT = phraseTable('tại|ở');

/** `tại X` after the date of the same sentence, or `Tại X, ngày …` before it. */
const findPlace = (
  head: string,
  tokens: readonly Token[],
  sentence: { readonly from: number; readonly to: number },
  date: Part,
): { readonly text: string; readonly start: number } | null => {
  const opens = AT.lengthAt(tokens, sentence.from) > 0 && tokens[sentence.from]?.capital === true;
  const before = opens ? placeFrom(head, tokens, sentence.from + 1, sentence.to) : null;
  if (before !== null) return before;
  for (let at = date.next; at < sentence.to; at += 1) {
    if (isMark(tokens, at, ';', ':')) return null;
    if (tokens[at]?.text !== 'tại') continue;
    const place = placeFrom(head, tokens, at + 1, sentence.to);
    if (place !== null) return place;
    if (at > date.next + 3) return null;
  }
  return null;
};

const placeFrom = (head: string, tokens: readonly Token[], from: number, limit: number): { readonly text: string; readonly start: number } | null => {
  const first = tokens[from];
  if (first === undefined || first.kind === 'mark' || GENERIC_PLACES.lengthAt(tokens, from) > 0) return null;
  let at = from;
  let named = 0;
  while (at < Math.min(limit, from + 24)) {
    const token = tokens[at];
    if (token === undefined) break;
    if (token.kind === 'mark') {
      const next = throughPlaceMark(tokens, at, limit, named > 0);
      if (next === at) break;
      at = next;
    } else {
      if (endsTitleAt(tokens, at)) break;
      at += 1;
      if (token.capital) named = at;
    }
    if (isMark(tokens, at - 1, ')')) named = at;
  }
  // A few small letters may end a name (`Trung tâm Văn hóa`, `Hội trường lớn`) before a mark; more are the next phrase.
  const closed = at >= limit || tokens[at]?.kind === 'mark';
  const end = named > 0 && (!closed || at - named > 4) ? syllableTail(tokens, named, at) : at;
  const last = tokens[end - 1];
  // `tại sân vận động huyện,`: a venue of the place told of needs no capital.
  const venue = closed && VENUES.lengthAt(tokens, from) > 0;
  if ((named === 0 && !venue) || last === undefined || end <= from) return null;
  return { text: head.slice(first.start, last.end), start: first.start };
};

const VENUES = phraseTable('sân vận động|nhà văn hóa|nhà thi đấu|hội trường|trụ sở|quảng trường|nhà khách|trung tâm hội nghị|trung tâm văn hóa|nhà hát');

/** `Văn hóa`: the small second syllable of the last capitalised word belongs to it where a known word is made. */
const syllableTail = (tokens: readonly Token[], named: number, limit: number): number =>
  named < limit && TAILS.lengthAt(tokens, named - 1) > 1 ? named + 1 : named;
const TAILS = phraseTable('văn hóa|tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|thể thao|quốc gia|trung ương|thương mại|trung tâm|nhân dân');

/** A bracketed place, a dash inside a name, or `, huyện Y` go on; any other mark ends the place. */
const throughPlaceMark = (tokens: readonly Token[], at: number, limit: number, named: boolean): number => {
  if (isMark(tokens, at, '(')) {
    for (let close = at + 1; close < Math.min(limit, at + 8); close += 1) if (isMark(tokens, close, ')')) return close + 1;
    return at;
  }
  if (isMark(tokens, at, '-', '&') && tokens[at + 1]?.capital === true) return at + 1;
  const next = tokens[at + 1];
  const area = isMark(tokens, at, ',') && named && next !== undefined && AREA_NOUNS.lengthAt(tokens, at + 1) > 0;
  return area && (tokens[at + 2]?.capital ?? false) && !next.capitals ? at + 1 : at;
};
