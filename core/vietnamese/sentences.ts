import type { Token } from '#core/vietnamese/tokens.ts';

/** Tokens `from` (inclusive) to `to` (exclusive) of one sentence. */
export interface Sentence {
  readonly from: number;
  readonly to: number;
}

/**
 * Splits tokens into sentences. A line end closes a sentence unless the line stops at `:`, `;` or `,` (a list that
 * goes on below). A full stop closes it before a capital, a number, a quote or a dash; so does an ellipsis before a
 * capital.
 * @param breaks rising offsets (UTF-16) where a sentence ends whatever the marks say: both ends of a photo credit that
 *   a page ran into the text
 */
export const splitSentences = (tokens: readonly Token[], breaks: readonly number[] = []): Sentence[] => {
  const sentences: Sentence[] = [];
  let from = 0;
  const close = (to: number): void => {
    if (to > from) sentences.push({ from, to });
    from = to;
  };
  let nextBreak = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    while (nextBreak < breaks.length && (token?.start ?? 0) >= (breaks[nextBreak] ?? 0)) {
      close(at);
      nextBreak += 1;
    }
    if (token?.kind !== 'mark') continue;
    if (token.key === '\n') {
      const before = tokens[at - 1]?.key ?? '\n';
      if (![':', ';', ',', '\n'].includes(before) || tokens[at + 1]?.key === '\n') close(at + 1);
      else if (before === '\n' && from < at) close(at + 1);
    } else if (endsSentence(tokens, at)) {
      close(afterClosers(tokens, at + 1));
      at = from - 1;
    }
  }
  close(tokens.length);
  return sentences;
};

const endsSentence = (tokens: readonly Token[], at: number): boolean => {
  const mark = tokens[at]?.key;
  if (mark !== '.' && mark !== '!' && mark !== '?' && mark !== '…') return false;
  const next = tokens[at + 1];
  if (next === undefined || next.key === '\n') return false;
  if (next.key === '"' || next.key === ')') {
    const beyond = tokens[at + 2];
    return mark !== '…' && (beyond === undefined || beyond.capital || beyond.kind === 'number');
  }
  if (mark === '…') return next.capital;
  const before = tokens[at - 1];
  const initial = before?.text.length === 1 && before.capital && tokens[at - 2]?.capital === true && next.capital;
  const opensLine = tokens[at - 2] === undefined || tokens[at - 2]?.key === '\n';
  if (initial || (opensLine && /^(?:\d{1,2}|[IVX]{1,4}|\p{L})$/u.test(before?.text ?? ''))) return false;
  return next.capital || next.kind === 'number' || next.key === '-' || next.key === '(';
};

/** Closing quotes and brackets belong to the sentence they close. */
const afterClosers = (tokens: readonly Token[], at: number): number => {
  let to = at;
  while (to < tokens.length && to < at + 2 && (tokens[to]?.text === '”' || tokens[to]?.key === ')')) to += 1;
  return to;
};
