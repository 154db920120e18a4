import { $isHorizontalRuleNode } from '@lexical/extension';
import { $insertList, $isListItemNode, $isListNode, $removeList } from '@lexical/list';
import { $createHeadingNode, $createQuoteNode, $isHeadingNode, $isQuoteNode } from '@lexical/rich-text';
import { $createParagraphNode, $getSelection, $isElementNode, $isParagraphNode, $isRangeSelection } from 'lexical';
import type { ElementNode, LexicalNode, RangeSelection } from 'lexical';
import { $rootChildOf } from '#core/document/invariants/structure.ts';
import { $isFieldNode } from '#core/document/nodes/field/node.ts';
import { $isFigureNode } from '#core/document/nodes/figure/node.ts';

export type BlockType = 'paragraph' | 'h2' | 'h3' | 'h4' | 'quote' | 'bullet' | 'number';

/** The body blocks a selection touches; null when it touches a field or a figure, which have no other shape. */
function $selectedBodyBlocks(selection: RangeSelection): LexicalNode[] | null {
  const [start, end] = selection.isBackward() ? [selection.focus, selection.anchor] : [selection.anchor, selection.focus];
  const last = $rootChildOf(end.getNode());
  const blocks: LexicalNode[] = [];
  for (let block = $rootChildOf(start.getNode()); block !== null; block = block.getNextSibling()) {
    if ($isFieldNode(block) || $isFigureNode(block)) return null;
    blocks.push(block);
    if (block.is(last)) return blocks;
  }
  return null;
}

export const $canSetBlockType = (): boolean => {
  const selection = $getSelection();
  return $isRangeSelection(selection) && $selectedBodyBlocks(selection) !== null;
};

/** Type of the block at the caret; null in fields, figures and rules. */
export function $blockType(): BlockType | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const block = $rootChildOf(selection.focus.getNode());
  if ($isListNode(block)) return block.getListType() === 'number' ? 'number' : 'bullet';
  if ($isHeadingNode(block)) {
    const tag = block.getTag();
    return tag === 'h3' || tag === 'h4' ? tag : 'h2';
  }
  return $isQuoteNode(block) ? 'quote' : $isParagraphNode(block) ? 'paragraph' : null;
}

const $create = (type: Exclude<BlockType, 'bullet' | 'number'>): ElementNode =>
  type === 'paragraph' ? $createParagraphNode() : type === 'quote' ? $createQuoteNode() : $createHeadingNode(type);

/** Gives the selected body blocks another shape; the same shape again makes paragraphs of them. */
export function $setBlockType(type: BlockType): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || $selectedBodyBlocks(selection) === null) return false;
  const again = $blockType() === type;
  if (type === 'bullet' || type === 'number') {
    if (again) $removeList();
    else $insertList(type);
    return true;
  }
  const target = again ? 'paragraph' : type;
  if ($selectedBodyBlocks(selection)?.some($isListNode) === true) $removeList();
  for (const block of $selectedBodyBlocks(selection) ?? []) {
    if ($isElementNode(block) && !$isListNode(block) && !$isListItemNode(block) && !$isHorizontalRuleNode(block)) block.replace($create(target), true);
  }
  return true;
}
