import { $isAtEndOfNode, $isAtStartOfNode } from '@lexical/utils';
import { $createRangeSelection, $findMatchingParent, $isDecoratorNode, $isElementNode, $normalizeSelection__EXPERIMENTAL, $setSelection } from 'lexical';
import type { ElementNode, LexicalNode, PointType, RangeSelection } from 'lexical';
import { $rootChildOf } from '#core/document/invariants/structure.ts';
import { $isFieldNode } from '#core/document/nodes/field/node.ts';
import type { FieldNode } from '#core/document/nodes/field/node.ts';
import { $isFigureNode, $isFigurePartNode } from '#core/document/nodes/figure/node.ts';
import type { FigurePartNode } from '#core/document/nodes/figure/node.ts';

/**
 * A cell is a stretch of the page whose text never flows into another by typing: a field, a part of a figure, or the body
 * (null), which is everything else.
 */
export type Cell = FieldNode | FigurePartNode | null;

export const $cellOf = (node: LexicalNode): Cell =>
  $findMatchingParent(node, (candidate): candidate is FieldNode | FigurePartNode => $isFieldNode(candidate) || $isFigurePartNode(candidate));

const sameCell = (left: Cell, right: Cell): boolean => (left === null ? right === null : left.is(right));

export const $spansCells = (selection: RangeSelection): boolean => {
  const from = $cellOf(selection.anchor.getNode());
  const to = $cellOf(selection.focus.getNode());
  if (!sameCell(from, to)) return true;
  if (from !== null) return false;
  // Both ends in the body: a field can't be between, a figure goes as a whole with what is around it.
  return selection.getNodes().some($isFieldNode);
};

export const $isAtStart = (point: PointType, element: ElementNode): boolean => $isAtStartOfNode(point, element);
export const $isAtEnd = (point: PointType, element: ElementNode): boolean => $isAtEndOfNode(point, element);

type PointSpec = readonly [key: string, offset: number, type: 'text' | 'element'];
const specOf = (point: PointType): PointSpec => [point.key, point.offset, point.type];

/** A stretch of one cell, as two points. */
interface Stretch {
  readonly from: PointSpec;
  readonly to: PointSpec;
}

const startOf = (node: LexicalNode): PointSpec => ($isElementNode(node) ? [node.getKey(), 0, 'element'] : [node.getParentOrThrow().getKey(), node.getIndexWithinParent(), 'element']);
const endOf = (node: LexicalNode): PointSpec =>
  $isElementNode(node) ? [node.getKey(), node.getChildrenSize(), 'element'] : [node.getParentOrThrow().getKey(), node.getIndexWithinParent() + 1, 'element'];

/**
 * Deletes what is selected, cell by cell: nothing is joined across an edge, fields are emptied and stay, figures that lie
 * wholly inside go. The caret ends where the selection began.
 */
export function $removeAcrossCells(selection: RangeSelection): void {
  const [start, end] = selection.isBackward() ? [selection.focus, selection.anchor] : [selection.anchor, selection.focus];
  const stretches = $stretchesBetween(start, end);
  for (const stretch of [...stretches.slice(1)].reverse()) $removeStretch(stretch);
  const first = stretches[0];
  if (first !== undefined) $removeStretch(first);
}

function $removeStretch({ from, to }: Stretch): void {
  const selection = $createRangeSelection();
  selection.anchor.set(...from);
  selection.focus.set(...to);
  $setSelection($normalizeSelection__EXPERIMENTAL(selection));
  selection.removeText();
}

function $stretchesBetween(start: PointType, end: PointType): Stretch[] {
  const first = $rootChildOf(start.getNode());
  const last = $rootChildOf(end.getNode());
  const stretches: Stretch[] = [];
  let body: { first: LexicalNode; last: LexicalNode } | null = null;
  const closeBody = (): void => {
    if (body === null) return;
    const { first: from, last: to } = body;
    stretches.push({ from: from.is(first) ? specOf(start) : startOf(from), to: to.is(last) ? specOf(end) : endOf(to) });
    body = null;
  };
  for (let block: LexicalNode | null = first; block !== null; block = block.getNextSibling()) {
    if ($isFieldNode(block)) {
      closeBody();
      stretches.push({ from: block.is(first) ? specOf(start) : startOf(block), to: block.is(last) ? specOf(end) : endOf(block) });
    } else if ($isFigureNode(block) && (block.is(first) || block.is(last))) {
      closeBody();
      let inside = !block.is(first);
      for (const part of block.getChildren()) {
        const holdsStart = block.is(first) && ($cellOf(start.getNode())?.is(part) ?? false);
        const holdsEnd = block.is(last) && ($cellOf(end.getNode())?.is(part) ?? false);
        if (holdsStart) inside = true;
        if (inside) stretches.push({ from: holdsStart ? specOf(start) : startOf(part), to: holdsEnd ? specOf(end) : endOf(part) });
        if (holdsEnd) break;
      }
    } else {
      body = body === null ? { first: block, last: block } : { first: body.first, last: block };
    }
    if (block.is(last)) break;
  }
  closeBody();
  return stretches;
}

/** Puts the caret at the start of what can be written in at `node` or inside it. */
export function $caretToStart(node: LexicalNode): void {
  if ($isFigureNode(node)) node.getPart('caption')?.selectStart();
  else if ($isElementNode(node)) node.selectStart();
  else if ($isDecoratorNode(node)) node.selectNext(0, 0);
}

export function $caretToEnd(node: LexicalNode): void {
  if ($isFigureNode(node)) node.getPart('caption')?.selectEnd();
  else if ($isElementNode(node)) node.selectEnd();
  else if ($isDecoratorNode(node)) node.selectPrevious();
}
