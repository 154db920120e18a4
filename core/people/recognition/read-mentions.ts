import { PLURAL_HONORIFICS, SINGULAR_HONORIFICS } from '#core/people/lexicon/honorifics.ts';
import { COLLECTIVE_HEADS } from '#core/people/lexicon/collectives.ts';
import { EVENT_NOUNS, ORGANISATION_HEADS } from '#core/people/lexicon/organisations.ts';
import type { NameSpan } from '#core/people/recognition/find-names.ts';
import type { ListScope } from '#core/people/recognition/list-scopes.ts';
import { endsTitleAt, honorificAt, rankAt, titleHeadAt, titleSegmentEnd } from '#core/people/recognition/title-grammar.ts';
import type { Mention } from '#core/people/recognition/mention.ts';
import { isMark, lengthBefore, type TokenRange } from '#core/people/recognition/token-range.ts';
import { phraseTable } from '#core/vietnamese/phrase-table.ts';
import type { Sentence } from '#core/vietnamese/sentences.ts';
import type { Token } from '#core/vietnamese/tokens.ts';

/** What was read on one side of a name. */
interface TitleRead {
  readonly titles: readonly TokenRange[];
  readonly edge: number;
}

interface Context {
  readonly tokens: readonly Token[];
  readonly sentence: Sentence;
  readonly names: readonly NameSpan[];
  readonly isName: (at: number) => boolean;
}

/**
 * Reads honorific and titles around every name of a sentence, left to right. What stands between two names goes to the
 * one whose way of writing (title first or name first) it follows.
 */
export const readMentions = (
  tokens: readonly Token[],
  sentence: Sentence,
  sentenceIndex: number,
  names: readonly NameSpan[],
  scopes: readonly ListScope[],
): Mention[] => {
  const starts = new Set(names.map((name) => name.from));
  const context: Context = { tokens, sentence, names, isName: (at) => starts.has(at) };
  const mentions: Mention[] = [];
  let floor = sentence.from;
  names.forEach((name, index) => {
    const before = readBefore(context, name, floor);
    const titleFirst = before.titles.length > 0 && !isRankOnly(context, before.titles);
    const after = readAfter(context, name, names[index + 1] ?? null, titleFirst);
    const around = scopes.filter((candidate) => candidate.from <= name.from && name.from < candidate.to);
    const plural = around.findLast((candidate) => candidate.honorific !== null);
    const titled = around.at(-1);
    const own = before.honorific;
    mentions.push({
      name: { from: name.from, to: name.to },
      titles: [...before.titles, ...after.titles],
      sharedTitles: titled?.titles ?? [],
      honorific: own ?? plural?.honorific ?? null,
      whole: { from: before.edge, to: after.edge },
      bracket: after.bracket,
      sentence: sentenceIndex,
      reason: { rule: name.rule, words: '' },
      certainty: name.certainty,
    });
    floor = after.edge;
  });
  return withClosingTitles(tokens, mentions, scopes);
};

/** `các đồng chí: A, B – Phó Chánh Văn phòng`: in a plural list the title behind a dash is also that of the bare names before it. */
const withClosingTitles = (tokens: readonly Token[], mentions: Mention[], scopes: readonly ListScope[]): Mention[] => {
  for (let at = mentions.length - 2; at >= 0; at -= 1) {
    const mention = mentions[at];
    const next = mentions[at + 1];
    if (mention === undefined || next === undefined || mention.titles.length + mention.sharedTitles.length > 0) continue;
    const titles = next.sharedTitles.length > 0 ? next.sharedTitles : next.titles;
    const plural = mention.honorific !== null && scopes.some((scope) => scope.honorific === mention.honorific);
    const row = mention.whole.to + 1 === next.whole.from && next.whole.from === next.name.from && (isMark(tokens, mention.whole.to, ',') || tokens[mention.whole.to]?.text === 'và');
    const dashed = next.titles.length === 0 || (isMark(tokens, next.name.to, '-') && next.titles[0]?.from === next.name.to + 1);
    if (plural && row && dashed && mention.honorific === next.honorific && titles.length > 0) mentions[at] = { ...mention, sharedTitles: titles };
  }
  return mentions;
};

const isRankOnly = (context: Context, titles: readonly TokenRange[]): boolean =>
  titles.every((title) => rankAt(context.tokens, title.from) === title.to - title.from);

const readBefore = (context: Context, name: NameSpan, floor: number): TitleRead & { readonly honorific: TokenRange | null } => {
  const { tokens } = context;
  const near = honorificEndingAt(tokens, name.from, floor);
  const anchor = near?.from ?? name.from;
  const chain = titlesEndingAt(context, anchor, floor);
  if (near !== null) {
    const plural = PLURAL_HONORIFICS.lengthAt(tokens, near.from) > 0;
    const apposed = chain !== null && tokens[chain.edge]?.capital === true;
    const keep = plural || chain === null || !apposed ? { titles: [], edge: near.from } : chain;
    return { ...keep, honorific: plural ? null : near };
  }
  if (chain === null) return { titles: [], edge: name.from, honorific: null };
  const far = honorificEndingAt(tokens, chain.edge, floor);
  const single = far !== null && PLURAL_HONORIFICS.lengthAt(tokens, far.from) === 0;
  return { titles: chain.titles, edge: single ? far.from : chain.edge, honorific: single ? far : null };
};

const honorificEndingAt = (tokens: readonly Token[], end: number, floor: number): TokenRange | null => {
  const plural = lengthBefore(PLURAL_HONORIFICS, tokens, end, 4, floor);
  const length = plural > 0 ? plural : lengthBefore(SINGULAR_HONORIFICS, tokens, end, 2, floor);
  return length > 0 ? { from: end - length, to: end } : null;
};

/**
 * The longest chain of titles that ends exactly where the name (or its honorific) begins: `Thượng tướng, Thứ trưởng Bộ
 * X`, `Phó Thủ tướng, Bộ trưởng Bộ Y`, `Đức Pháp chủ … - Trưởng lão Hòa thượng`.
 */
const titlesEndingAt = (context: Context, end: number, floor: number): TitleRead | null => {
  const { tokens } = context;
  let best: TitleRead | null = null;
  for (let at = end - 1; at >= floor && at >= end - 60; at -= 1) {
    const token = tokens[at];
    if (token === undefined || (token.kind === 'mark' && !isMark(tokens, at, ',', '-', '(', ')', '&', '/'))) break;
    if (honorificAt(tokens, at) > 0 && !isInsideTitle(tokens, at)) break;
    if (endsTitleAt(tokens, at)) break;
    if (titleHeadAt(tokens, at) === 0 && rankAt(tokens, at) === 0) continue;
    const titles = chainFrom(context, at, end);
    // `câu hỏi của phóng viên, Chánh Văn phòng X`: a common noun before a comma belongs to what was said before.
    const passing = titles !== null && titles.length > 1 && token.capital === false && COMMON_NOUNS.lengthAt(tokens, at) > 0;
    if (titles !== null && !passing && !isTitleTail(tokens, at, floor)) best = { titles, edge: at };
  }
  return best;
};

/** `Anh` in `Anh hùng Lao động`, `ông` in `ông nghị`: an honorific's word that is part of an office. */
const isInsideTitle = (tokens: readonly Token[], at: number): boolean => titleHeadAt(tokens, at) > 0;

/** A head that only goes on the head before it: `Chủ tịch` of `Phó Chủ tịch`. */
const isTitleTail = (tokens: readonly Token[], at: number, floor: number): boolean => {
  for (let back = 1; back <= 4 && at - back >= floor; back += 1) {
    const length = titleHeadAt(tokens, at - back);
    if (length > back) return true;
  }
  return false;
};

const chainFrom = (context: Context, start: number, end: number): readonly TokenRange[] | null => {
  const { tokens, isName } = context;
  const titles: TokenRange[] = [];
  let at = start;
  for (let guard = 0; guard < 12 && at < end; guard += 1) {
    const rank = rankAt(tokens, at);
    const stop = rank > 0 ? rankEnd(context, at, rank, end) : titleSegmentEnd(tokens, at, titleHeadAt(tokens, at), end, isName);
    if (stop > end || stop <= at) return null;
    titles.push({ from: at, to: stop });
    at = stop;
    if (at === end) return titles;
    if (isMark(tokens, at, '-') && at + 1 === end) return titles;
    if (isMark(tokens, at, ',')) {
      const wider = continuation(context, titles, at + 1, end);
      if (wider !== null) {
        titles.splice(-1, 1, wider);
        at = wider.to;
        if (at === end) return titles;
      }
    }
    if (isMark(tokens, at, ',', '-')) at += 1;
    if (tokens[at]?.text.toLowerCase() === 'kiêm') at += 1;
    if (titleHeadAt(tokens, at) === 0 && rankAt(tokens, at) === 0) return null;
  }
  return at === end ? titles : null;
};

/** A rank stands alone before a name, a mark or a title; otherwise its workplace follows (`Giáo sư Đại học X`). */
const rankEnd = (context: Context, at: number, rank: number, end: number): number => {
  const { tokens, isName } = context;
  const next = at + rank;
  if (next >= end || isName(next) || tokens[next]?.kind === 'mark') return next;
  // `NGƯT. TS`: degrees that a full stop joins are one title.
  const joined = tokens[next - 1]?.text.endsWith('.') === true ? rankAt(tokens, next) : 0;
  if (joined > 0) return rankEnd(context, next, joined, end);
  if (titleHeadAt(tokens, next) > 0 || rankAt(tokens, next) > 0) return next;
  return titleSegmentEnd(tokens, at, rank, end, isName);
};

const POSITION = phraseTable('bìa|thứ|ngoài|ngoài cùng|người|bên|ngồi|đứng|giữa|trái|phải|áo|hàng|ảnh|đầu tiên|ở giữa|từ|cầm|mặc|đang|hàng đầu|hàng trước|thứ hai');

interface AfterRead extends TitleRead {
  readonly bracket: TokenRange | null;
}

const readAfter = (context: Context, name: NameSpan, next: NameSpan | null, titleFirst: boolean): AfterRead => {
  const { tokens, sentence } = context;
  const limit = Math.min(sentence.to, name.to + 160);
  const bracket = bracketAt(tokens, name.to, limit);
  const titles: TokenRange[] = [];
  let edge = bracket?.edge ?? name.to;
  let affiliation: TokenRange | null = null;
  if (bracket !== null && !bracket.position) {
    const inside = bracket.inside;
    affiliation = inside;
    if (titleHeadAt(tokens, inside.from) > 0 || ORGANISATION_HEADS.lengthAt(tokens, inside.from) > 0) titles.push(inside);
  }
  for (let guard = 0; guard < 12 && edge < limit; guard += 1) {
    const mark = isMark(tokens, edge, ',', '-') || (isMark(tokens, edge, ':') && titles.length === 0);
    const from = skipLinks(tokens, mark ? edge + 1 : edge);
    const head = Math.max(titleHeadAt(tokens, from), rankAt(tokens, from), mark && titles.length === 0 ? workplaceAt(tokens, from) : 0);
    const bare = !mark && guard > 0;
    if (head === 0 || bare || from >= limit) {
      const wider: TokenRange | null = mark && head === 0 && isMark(tokens, edge, ',') ? continuation(context, titles, from, limit) : null;
      if (wider === null) break;
      titles.splice(-1, 1, wider);
      edge = wider.to;
      continue;
    }
    if (belongsToNext(context, from, next, titleFirst, titles.length)) break;
    const stop = titleSegmentEnd(tokens, from, head, limit, context.isName);
    if (context.isName(stop) || stop <= from || !isOffice(context, from, head, stop)) break;
    titles.push({ from, to: stop });
    edge = stop;
  }
  return { titles, edge, bracket: affiliation };
};

const STANDING = phraseTable('thường trực tỉnh ủy|thường trực thành ủy|thường trực huyện ủy|thường trực hđnd|đại diện');

/** Behind a name a body may stand for the title: `bà Lan, Viện Ngôn ngữ học;`, `ông Minh - Thường trực Tỉnh ủy`. */
const workplaceAt = (tokens: readonly Token[], at: number): number => {
  const standing = STANDING.lengthAt(tokens, at);
  if (standing > 0) return tokens[at]?.capital === true ? standing : 0;
  const body = WORKPLACES.lengthAt(tokens, at);
  if (body === 0 || tokens[at]?.capital !== true) return 0;
  for (let next = at + body; next < at + 12; next += 1) {
    if (isMark(tokens, next, ';', '.', '\n')) return body;
    if (tokens[next] === undefined || tokens[next]?.kind === 'mark' || endsTitleAt(tokens, next)) return 0;
  }
  return 0;
};
const WORKPLACES = phraseTable('viện|học viện|phân ban|ban trị sự|ban hướng dẫn|trường|trường đại học|đại học|bệnh viện|sở|vụ|cục|trung tâm|đại sứ quán|tập đoàn|công ty|hội');

/** `, kiêm X`, `, là X`, `, hiện là X`: words between two titles that belong to neither. */
const skipLinks = (tokens: readonly Token[], at: number): number => {
  let from = at;
  while (['kiêm', 'là', 'hiện', 'đồng', 'thời', 'nay'].includes(tokens[from]?.text ?? '') && from < at + 3) from += 1;
  return from;
};

const COMMON_NOUNS = phraseTable('cán bộ|thành viên|phóng viên|chiến sĩ|hội viên|giáo viên|quản lý|trưởng|chuyên viên');

/** Heads that are common nouns (`cán bộ`, `thành viên`) open a title only for one person, never before a list of bodies. */
const isOffice = (context: Context, from: number, head: number, stop: number): boolean => {
  const { tokens } = context;
  return COMMON_NOUNS.lengthAt(tokens, from) === 0 || stop - from > head || tokens[from]?.capital === true;
};

const bracketAt = (
  tokens: readonly Token[],
  at: number,
  limit: number,
): { readonly inside: TokenRange; readonly edge: number; readonly position: boolean } | null => {
  if (!isMark(tokens, at, '(')) return null;
  for (let close = at + 1; close < Math.min(limit, at + 16); close += 1) {
    if (isMark(tokens, close, ')')) {
      const position = POSITION.lengthAt(tokens, at + 1) > 0 || tokens[at + 1]?.kind === 'number';
      return { inside: { from: at + 1, to: close }, edge: close + 1, position };
    }
  }
  return null;
};

/**
 * The title read so far, lengthened over a comma by the body it belongs to (`chuyên gia kinh tế, Bộ X`; `Sở Văn hóa,
 * Thể thao và Du lịch`; `khóa XII, XIII`), or null when what follows is something else.
 */
const continuation = (context: Context, titles: readonly TokenRange[], from: number, limit: number): TokenRange | null => {
  const { tokens, isName } = context;
  const last = titles.at(-1);
  const first = tokens[from];
  if (last === undefined || first === undefined || first.kind === 'mark' || isName(from) || from >= limit) return null;
  if (titleHeadAt(tokens, from) > 0 || rankAt(tokens, from) > 0) return null;
  if (honorificAt(tokens, from) > 0 || COLLECTIVE_HEADS.lengthAt(tokens, from) > 0 || endsTitleAt(tokens, from)) return null;
  const body = ORGANISATION_HEADS.lengthAt(tokens, from) > 0 && first.capital && EVENT_NOUNS.lengthAt(tokens, from) === 0;
  const roman = /^[IVX]+$/u.test(first.text);
  const listed = first.capital && isListedInBody(tokens, last, from, limit);
  if (!body && !roman && !listed) return null;
  const to = titleSegmentEnd(tokens, from, 1, limit, isName);
  return isName(to) && to < limit ? null : { from: last.from, to };
};

const LISTING_BODIES = phraseTable('văn hóa|lao động|khoa học|nông lâm|nông nghiệp|công nghiệp|giáo dục|thông tin|tài nguyên|dân tộc|xây dựng|thương mại|kinh tế|công thương|công chức|cán bộ|chăn nuôi|trồng trọt|tổ chức|y tế|thể thao|tài chính|kế hoạch|văn thể');

/** `Văn hóa, Thể thao và Du lịch`: the title ends in the first field of a body with several, and `và` follows soon. */
const isListedInBody = (tokens: readonly Token[], last: TokenRange, from: number, limit: number): boolean => {
  if (lengthBefore(LISTING_BODIES, tokens, last.to, 2, last.from) === 0) return false;
  for (let at = from + 1; at < Math.min(limit, from + 7); at += 1) {
    if (tokens[at]?.text === 'và') return tokens[at + 1]?.capital === true;
    if (isMark(tokens, at, ';', '.', '\n') && at - from <= 3) return true;
  }
  return false;
};

/** Whether the titles from `from` on lead up to the next name: `A, Bộ trưởng Bộ Y B`. */
const belongsToNext = (
  context: Context,
  from: number,
  next: NameSpan | null,
  titleFirst: boolean,
  read: number,
): boolean => {
  const { tokens } = context;
  if (next === null) return false;
  const honorific = honorificEndingAt(tokens, next.from, from);
  const target = honorific?.from ?? next.from;
  const chain = chainFrom(context, from, target);
  if (chain === null) return false;
  if (chain.length === 1) return true;
  const [first, second] = chain;
  const dashed = first !== undefined && second !== undefined && isMark(tokens, first.to, '-');
  return (titleFirst && read === 0) || dashed || isRankOnly(context, chain.slice(0, 1));
};
