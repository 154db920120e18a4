import type { Token } from '#core/vietnamese/tokens.ts';
import { toneKey } from '#core/vietnamese/tone-key.ts';

interface Node {
  readonly next: Map<string, Node>;
  ends: boolean;
}

/** A set of phrases that can be looked up at any word of a text. Tone style and case do not matter. */
export interface PhraseTable {
  /** Number of tokens of the longest phrase that starts at `index` and ends before `limit`; 0 when there is none. */
  readonly lengthAt: (tokens: readonly Token[], index: number, limit?: number) => number;
}

/** @param phrases words separated by single spaces, or several phrases in one string separated by `|` */
export const phraseTable = (...phrases: readonly string[]): PhraseTable => {
  const root: Node = { next: new Map(), ends: false };
  for (const phrase of phrases.flatMap((group) => group.split('|'))) {
    const words = phrase.trim().split(/\s+/u).filter((word) => word !== '');
    if (words.length === 0) continue;
    let node = root;
    for (const word of words) {
      const key = toneKey(word);
      let child = node.next.get(key);
      if (child === undefined) {
        child = { next: new Map(), ends: false };
        node.next.set(key, child);
      }
      node = child;
    }
    node.ends = true;
  }
  const lengthAt = (tokens: readonly Token[], index: number, limit = tokens.length): number => {
    let node = root;
    let longest = 0;
    for (let at = index; at < limit; at += 1) {
      const token = tokens[at];
      const child = token === undefined ? undefined : node.next.get(token.key);
      if (child === undefined) break;
      node = child;
      if (node.ends) longest = at - index + 1;
    }
    return longest;
  };
  return { lengthAt };
};
