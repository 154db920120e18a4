import { $getRoot, $getSelection, $isElementNode, $isParagraphNode, $isRangeSelection, $isTextNode, $parseSerializedNode } from 'lexical';
import type { ElementNode, LexicalNode, RangeSelection, SerializedLexicalNode } from 'lexical';
import { $rootChildOf } from '#core/document/invariants/structure.ts';
import { $isFieldNode } from '#core/document/nodes/field/node.ts';
import type { FieldNode } from '#core/document/nodes/field/node.ts';
import { $getMarks, $setMarks } from '#core/document/nodes/text/marks.ts';
import { $getStoryFields } from '#core/document/story-fields.ts';
import type { FieldName, InlineJson } from '#core/story/document.ts';
import { $cellOf, $isAtEnd, $isAtStart, $removeAcrossCells, $spansCells } from '#renderer/editor/story/cells.ts';
import type { Pasted, PastedBlock } from './pasted.ts';

/** Nodes of stored JSON; marks of people this story does not know are left behind. */
export function $nodesOf(pieces: readonly (InlineJson | PastedBlock)[]): LexicalNode[] {
  const known = new Set<string>($getStoryFields().attendees.map((attendee) => attendee.id));
  const nodes = pieces.map((piece) => $parseSerializedNode(piece as unknown as SerializedLexicalNode));
  for (const node of nodes) {
    for (const text of $isTextNode(node) ? [node] : $isElementNode(node) ? node.getAllTextNodes() : []) {
      const marks = $getMarks(text);
      if (marks.length > 0) $setMarks(text, marks.filter((mark) => mark.kind !== 'person' || known.has(mark.id)));
    }
  }
  return nodes;
}

export const $fieldNode = (name: FieldName): FieldNode | null =>
  $getRoot().getChildren().find((node): node is FieldNode => $isFieldNode(node) && node.getField() === name) ?? null;

export const $isEmptyStory = (): boolean => $getRoot().getChildren().every((block) => $isElementNode(block) && block.getTextContentSize() === 0 && ($isFieldNode(block) || $isParagraphNode(block)));

/**
 * Puts what was pasted at the selection: running text into any cell, blocks into the body. Of several blocks pasted into a
 * field the first one's text stays in it and the others go to the body.
 * @param apart true to keep the first and last block from joining the text around the caret
 * @returns the blocks that came in whole, in order
 */
export function $insertPasted(target: RangeSelection, pasted: Pasted, apart: boolean): LexicalNode[] {
  const selection = $collapsed(target);
  if (pasted.inline !== null) {
    if (pasted.inline.length > 0) selection.insertNodes($nodesOf(pasted.inline));
    return [];
  }
  const blocks = $fillFields(pasted.blocks);
  if (blocks.length === 0) return [];
  const cell = $cellOf(selection.anchor.getNode());
  if (cell === null) {
    if (apart || !$joins(selection)) return $insertApart(selection, $nodesOf(blocks));
    const nodes = $nodesOf(blocks);
    selection.insertNodes(nodes);
    return nodes.filter((node) => node.isAttached());
  }
  const [first, ...rest] = blocks;
  if (first !== undefined && first.type !== 'figure' && first.type !== 'horizontalrule' && first.type !== 'list') {
    selection.insertNodes($nodesOf(first.children));
  } else if (first !== undefined) rest.unshift(first);
  return $insertBlocksAfter($placeAfter(cell), $nodesOf(rest));
}

/** The caret that is left when what is selected is gone. */
function $collapsed(selection: RangeSelection): RangeSelection {
  if (selection.isCollapsed()) return selection;
  if ($spansCells(selection)) $removeAcrossCells(selection);
  else selection.removeText();
  // Removal across cells sets a selection of its own; the old one points to text that is gone.
  const caret = $getSelection();
  return $isRangeSelection(caret) ? caret : selection;
}

/** Lexical joins the first pasted block with the text before the caret; it can do so in any body block but a decorator. */
const $joins = (selection: RangeSelection): boolean => $isElementNode($rootChildOf(selection.anchor.getNode()));

/** Fields among the blocks fill the story's own where those are empty; else they come in as paragraphs. */
function $fillFields(blocks: readonly PastedBlock[]): PastedBlock[] {
  return blocks.flatMap((block): PastedBlock[] => {
    if (block.type !== 'field') return [block];
    if (block.children.length === 0) return [];
    const field = $fieldNode(block.field);
    if (field === null || field.getTextContentSize() > 0) return [{ type: 'paragraph', children: block.children }];
    field.clear().append(...$nodesOf(block.children));
    return [];
  });
}

/** The child of the root behind which text goes that has no room in this cell. */
function $placeAfter(cell: LexicalNode): LexicalNode {
  if (!$isFieldNode(cell)) return $rootChildOf(cell) ?? cell;
  if (cell.getField() === 'byline') return cell.getPreviousSibling() ?? cell;
  return $fieldNode('lede') ?? cell;
}

function $insertBlocksAfter(place: LexicalNode, nodes: LexicalNode[]): LexicalNode[] {
  let last = place;
  for (const node of nodes) {
    last.insertAfter(node);
    last = node;
  }
  const next = last.getNextSibling();
  if (nodes.length > 0 && $isParagraphNode(next) && next.isEmpty() && !$isFieldNode(next)) next.remove();
  const end = nodes.at(-1);
  if ($isElementNode(end)) end.selectEnd();
  return nodes;
}

/** Blocks of their own, before, behind or between what stands at the caret. */
function $insertApart(selection: RangeSelection, nodes: LexicalNode[]): LexicalNode[] {
  const here = $rootChildOf(selection.anchor.getNode());
  if (here === null) {
    selection.insertNodes(nodes);
    return nodes.filter((node) => node.isAttached());
  }
  let place: LexicalNode = here;
  let empty: ElementNode | null = null;
  if ($isElementNode(here)) {
    if ($isParagraphNode(here) && here.isEmpty()) empty = here;
    else if ($isAtStart(selection.anchor, here)) place = here.getPreviousSibling() ?? here;
    else if (!$isAtEnd(selection.anchor, here)) selection.insertParagraph();
  }
  let last = place;
  for (const node of nodes) {
    last.insertAfter(node);
    last = node;
  }
  if (empty !== null) empty.remove();
  const end = nodes.at(-1);
  if ($isElementNode(end)) end.selectEnd();
  return nodes;
}
