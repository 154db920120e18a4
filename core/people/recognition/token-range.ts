import type { Span } from '#core/people/analysis.ts';
import type { Token } from '#core/vietnamese/tokens.ts';
import type { PhraseTable } from '#core/vietnamese/phrase-table.ts';

/** Tokens `from` (inclusive) to `to` (exclusive). */
export interface TokenRange {
  readonly from: number;
  readonly to: number;
}

export const spanOf = (tokens: readonly Token[], range: TokenRange): Span => {
  const first = tokens[range.from];
  const last = tokens[range.to - 1];
  return first === undefined || last === undefined ? { start: 0, end: 0 } : { start: first.start, end: last.end };
};

export const surface = (text: string, tokens: readonly Token[], range: TokenRange): string => {
  const { start, end } = spanOf(tokens, range);
  return text.slice(start, end);
};

/** Length of the phrase of `table` that ends exactly before `end`; 0 when there is none. Looks back at most `reach` tokens. */
export const lengthBefore = (table: PhraseTable, tokens: readonly Token[], end: number, reach = 5, floor = 0): number => {
  for (let length = Math.min(reach, end - floor); length > 0; length -= 1) {
    if (table.lengthAt(tokens, end - length, end) === length) return length;
  }
  return 0;
};

/** Like `table.lengthAt`, for verbs and other small words: a capital in the phrase means that it is part of a name. */
export const lowerLengthAt = (table: PhraseTable, tokens: readonly Token[], index: number, limit?: number): number => {
  const length = table.lengthAt(tokens, index, limit);
  for (let at = index + 1; at < index + length; at += 1) if (tokens[at]?.capital === true) return 0;
  return length;
};

/** The comparison key of the token at `index`; an empty string outside the text. */
export const keyAt = (tokens: readonly Token[], index: number): string => tokens[index]?.key ?? '';

export const isMark = (tokens: readonly Token[], index: number, ...marks: readonly string[]): boolean => {
  const token = tokens[index];
  return token?.kind === 'mark' && marks.includes(token.key);
};
