import { $getRoot, $isElementNode, $isLineBreakNode, $isTextNode } from 'lexical';
import type { ElementNode, LexicalNode, NodeKey, TextNode } from 'lexical';
import type { Hit } from '#core/vietnamese/find-text.ts';

/** A piece of a hit inside one run of text; a hit that crosses bold or a mark has several. */
export interface HitPart {
  readonly key: NodeKey;
  /** [start, end) in the run, UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

export type TextHit = readonly [HitPart, ...HitPart[]];

interface Run {
  readonly node: TextNode;
  readonly start: number;
}

/** Lines of the page: the text of one field, paragraph, list item or part of a figure; nothing is found across two of them. */
function* $linesOf(element: ElementNode): Generator<readonly Run[]> {
  let runs: Run[] = [];
  let length = 0;
  const take = function* (node: LexicalNode): Generator<readonly Run[]> {
    if ($isTextNode(node)) {
      runs.push({ node, start: length });
      length += node.getTextContentSize();
    } else if ($isLineBreakNode(node)) length += 1;
    else if ($isElementNode(node) && node.isInline()) for (const child of node.getChildren()) yield* take(child);
    else if ($isElementNode(node)) {
      if (runs.length > 0) yield runs;
      [runs, length] = [[], 0];
      yield* $linesOf(node);
    }
  };
  for (const child of element.getChildren()) yield* take(child);
  if (runs.length > 0) yield runs;
}

function partsOf(runs: readonly Run[], [from, to]: Hit): readonly HitPart[] {
  return runs.flatMap(({ node, start }) => {
    const size = node.getTextContentSize();
    if (start >= to || start + size <= from) return [];
    return [{ key: node.getKey(), start: Math.max(from - start, 0), end: Math.min(to - start, size) }];
  });
}

const isHit = (parts: readonly HitPart[]): parts is TextHit => parts.length > 0;

/** A line break between two runs is one unit wide. */
const textOf = (runs: readonly Run[]): string => runs.reduce((line, { node, start }) => line.padEnd(start, '\n') + node.getTextContent(), '');

/** Everything `find` finds on the page, in reading order. */
export function $findHits(find: (text: string) => readonly Hit[]): readonly TextHit[] {
  const hits: TextHit[] = [];
  for (const runs of $linesOf($getRoot())) {
    for (const hit of find(textOf(runs))) {
      const parts = partsOf(runs, hit);
      if (isHit(parts)) hits.push(parts);
    }
  }
  return hits;
}
