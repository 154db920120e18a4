import { COLLECTIVE_HEADS } from '#core/people/lexicon/collectives.ts';
import { PLURAL_HONORIFICS, SINGULAR_HONORIFICS } from '#core/people/lexicon/honorifics.ts';
import { endsTitleAt, rankAt, titleHeadAt, titleSegmentEnd } from '#core/people/recognition/title-grammar.ts';
import { isMark, type TokenRange } from '#core/people/recognition/token-range.ts';
import { phraseTable } from '#core/vietnamese/phrase-table.ts';
import type { Sentence } from '#core/vietnamese/sentences.ts';
import type { Token } from '#core/vietnamese/tokens.ts';

/** Part of a sentence whose people share something said once before them. */
export interface ListScope {
  readonly from: number;
  readonly to: number;
  readonly honorific: TokenRange | null;
  /** `các Phó Chủ tịch UBND tỉnh: A, B, C`: every person of the scope bears this title. */
  readonly titles: readonly TokenRange[];
  /** The words that open the list, plural and shared title included: nobody attends by them. */
  readonly opener: TokenRange;
  /** `các đồng chí Thường trực Tỉnh ủy: A; B`: a body, not an office. */
  readonly label: TokenRange | null;
}

/** No shared title is longer, in tokens. */
const LONGEST_SHARED_TITLE = 160;

const PLURALS = phraseTable('các|những|hai|ba|bốn|năm|một số');

/**
 * Lists that a plural opens: `các đồng chí:`, `các đồng chí Ủy viên Bộ Chính trị:`, `các Phó Chủ tịch X: A, B`.
 * A plural before unnamed people (`các đồng chí trong Ban Thường vụ`) opens nothing.
 */
export const findListScopes = (
  tokens: readonly Token[],
  sentence: Sentence,
  isName: (at: number) => boolean,
): ListScope[] => {
  const scopes: ListScope[] = [];
  for (let at = sentence.from; at < sentence.to; at += 1) {
    const single = SINGULAR_HONORIFICS.lengthAt(tokens, at, sentence.to);
    if (single > 0 && isMark(tokens, at + single, ':') && isName(at + single + 1)) {
      const from = at + single;
      scopes.push({ from, to: semicolonAfter(tokens, from, sentence.to), honorific: { from: at, to: from }, titles: [], label: null, opener: { from: at, to: from } });
      continue;
    }
    const honorific = PLURAL_HONORIFICS.lengthAt(tokens, at, sentence.to);
    const plural = honorific > 0 ? honorific : PLURALS.lengthAt(tokens, at, sentence.to);
    if (plural === 0) continue;
    const scope = readScope(tokens, sentence, at, plural, honorific > 0, isName);
    if (scope !== null) scopes.push(scope);
    at += plural - 1;
  }
  return scopes;
};

/** `ông: A, …; B`: an honorific in the singular holds for the first person only. */
const semicolonAfter = (tokens: readonly Token[], from: number, limit: number): number => {
  for (let at = from; at < limit; at += 1) if (isMark(tokens, at, ';')) return at;
  return limit;
};

const readScope = (
  tokens: readonly Token[],
  sentence: Sentence,
  at: number,
  plural: number,
  isHonorific: boolean,
  isName: (at: number) => boolean,
): ListScope | null => {
  const start = at + plural;
  const honorific = isHonorific ? { from: at, to: start } : null;
  const scope = (from: number, titles: readonly TokenRange[], label: TokenRange | null): ListScope => ({
    from,
    to: scopeEnd(tokens, sentence, from, titles.length > 0, isName),
    honorific,
    titles,
    label,
    opener: { from: at, to: Math.max(start, from) },
  });
  if (isHonorific && (isMark(tokens, start, ':') || isName(start))) return scope(start, [], null);
  const head = titleHeadAt(tokens, start);
  if (head > 0) {
    const end = titleSegmentEnd(tokens, start, head, Math.min(sentence.to, start + LONGEST_SHARED_TITLE), isName);
    if (isMark(tokens, end, ':')) return scope(end, [{ from: start, to: end }], null);
    if (isName(end) && isNamesAfter(tokens, end, sentence.to, isName)) return scope(end, [{ from: start, to: end }], null);
    return isHonorific && isName(end) ? scope(start, [], null) : null;
  }
  if (!isHonorific) return null;
  if (rankAt(tokens, start) > 0) return scope(start, [], null);
  return labelled(tokens, sentence, start, scope);
};

/** `các đồng chí Thường trực Tỉnh ủy:` within a dozen words; a predicate (`tham dự:`) is no label. */
const labelled = (
  tokens: readonly Token[],
  sentence: Sentence,
  start: number,
  scope: (from: number, titles: readonly TokenRange[], label: TokenRange | null) => ListScope,
): ListScope | null => {
  for (let end = start; end < Math.min(sentence.to, start + 14); end += 1) {
    if (isMark(tokens, end, ':')) {
      const isPredicate = endsTitleAt(tokens, start);
      return scope(end, [], isPredicate ? null : { from: start, to: end });
    }
    if (tokens[end]?.kind === 'mark' && !isMark(tokens, end, ',', '-', '&')) return null;
  }
  return null;
};

/** Two or more bare names in a row: `các Phó Chủ tịch A, B và C`. */
const isNamesAfter = (tokens: readonly Token[], at: number, limit: number, isName: (at: number) => boolean): boolean => {
  for (let next = at + 1; next < Math.min(limit, at + 7); next += 1) {
    if (isMark(tokens, next, ',') || tokens[next]?.text === 'và') return isName(next + 1);
    if (tokens[next]?.kind === 'mark') return false;
  }
  return false;
};

/** A shared title ends at the first `;` where the list itself is told apart by commas; an honorific holds to the end. */
const scopeEnd = (
  tokens: readonly Token[],
  sentence: Sentence,
  from: number,
  titled: boolean,
  isName: (at: number) => boolean,
): number => {
  if (!titled) return sentence.to;
  let names = 0;
  for (let at = from; at < sentence.to; at += 1) {
    if (isName(at)) names += 1;
    if (!isMark(tokens, at, ';')) continue;
    const next = at + 1;
    const goesOn = isName(next) || (titleHeadAt(tokens, next) > 0 && !isPeople(tokens, next)) || rankAt(tokens, next) > 0;
    // Two names before the first semicolon: the list is told apart by commas.
    if (!goesOn || names > 1) return at;
  }
  return sentence.to;
};

const isPeople = (tokens: readonly Token[], at: number): boolean =>
  COLLECTIVE_HEADS.lengthAt(tokens, at) > 0 || PLURALS.lengthAt(tokens, at) > 0;
