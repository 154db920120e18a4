import { $getRoot, $getSelection, $isElementNode, $isLineBreakNode, $isRangeSelection, $isTextNode } from 'lexical';
import type { ElementNode, LexicalNode, PointType, TextNode } from 'lexical';
import type { BlockId } from '#core/base/ids.ts';
import { $getBlockId } from '#core/document/block-id.ts';
import { $rootChildOf } from '#core/document/invariants/structure.ts';
import type { Caret } from '../editor-api.ts';

export const $blockById = (id: BlockId): LexicalNode | null => $getRoot().getChildren().find((block) => $getBlockId(block) === id) ?? null;

/** Leaves in reading order. */
export function* $leavesOf(node: LexicalNode): Generator<LexicalNode> {
  if (!$isElementNode(node)) yield node;
  else for (const child of node.getChildren()) yield* $leavesOf(child);
}

const sizeOf = (leaf: LexicalNode): number => ($isTextNode(leaf) ? leaf.getTextContentSize() : $isLineBreakNode(leaf) ? 1 : 0);

/** UTF-16 code units of text before the point, counted from the start of its block. */
export function $offsetIn(block: LexicalNode, point: PointType): number {
  let offset = 0;
  const node = point.getNode();
  const stop = point.type === 'text' ? node : $isElementNode(node) ? node.getChildAtIndex(point.offset) : null;
  for (const leaf of $leavesOf(block)) {
    if (point.type === 'text' && leaf.is(stop)) return offset + point.offset;
    if (stop !== null && (leaf.is(stop) || stop.isParentOf(leaf))) return offset;
    if (stop === null && node.isBefore(leaf) && !node.isParentOf(leaf)) return offset;
    offset += sizeOf(leaf);
  }
  return offset;
}

export function $caret(): Caret | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const block = $rootChildOf(selection.focus.getNode());
  const blockId = block === null ? null : $getBlockId(block);
  return block === null || blockId === null ? null : { blockId, offset: $offsetIn(block, selection.focus) };
}

/** Puts the caret `offset` code units into the block, or as near as there is text. */
export function $caretAt(block: LexicalNode, offset: number): void {
  if (!$isElementNode(block)) {
    block.selectNext();
    return;
  }
  let left = offset;
  let last: TextNode | null = null;
  for (const leaf of $leavesOf(block)) {
    const size = sizeOf(leaf);
    if ($isTextNode(leaf)) {
      last = leaf;
      if (left <= size) {
        leaf.select(left, left);
        return;
      }
    }
    left -= size;
  }
  if (last === null) firstCell(block).selectStart();
  else last.selectEnd();
}

/** Where the caret can stand in a block without text. */
function firstCell(block: ElementNode): ElementNode {
  const first = block.getFirstChild();
  return $isElementNode(first) && !first.isInline() ? firstCell(first) : block;
}

/** Runs of text of the block, with their place. */
export function* $textRuns(block: LexicalNode): Generator<{ readonly node: TextNode; readonly start: number }> {
  let start = 0;
  for (const leaf of $leavesOf(block)) {
    if ($isTextNode(leaf)) yield { node: leaf, start };
    start += sizeOf(leaf);
  }
}
