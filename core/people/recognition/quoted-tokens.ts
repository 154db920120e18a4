import type { Token } from '#core/vietnamese/tokens.ts';

/** A quotation that is not closed on its line quotes nothing: the mark was a slip. */
const LONGEST_QUOTATION = 400;

/** Indices of capitalised tokens inside quotation marks of speech. Marks of both styles may close each other. */
export const quotedTokens = (tokens: readonly Token[]): ReadonlySet<number> => {
  const quoted = new Set<number>();
  let open = -1;
  tokens.forEach((token, index) => {
    if (token.kind !== 'mark') return;
    if (token.key === '\n') open = -1;
    if (token.key !== '"') return;
    const opens = token.text === '“' || token.text === '«' || token.text === '„';
    if (open < 0) {
      if (token.text !== '”') open = index;
      return;
    }
    if (opens) return;
    if (index - open < LONGEST_QUOTATION) {
      for (let at = open + 1; at < index; at += 1) if (tokens[at]?.capital === true) quoted.add(at);
    }
    open = -1;
  });
  return quoted;
};
