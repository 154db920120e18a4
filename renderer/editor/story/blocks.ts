import { $createParagraphNode, $getRoot, $getSelection, $isElementNode, $isParagraphNode } from 'lexical';
import type { LexicalNode } from 'lexical';
import type { BlockId } from '#core/base/ids.ts';
import { $setBlockId } from '#core/document/block-id.ts';
import { $rootChildOf } from '#core/document/invariants/structure.ts';
import { $isFieldNode } from '#core/document/nodes/field/node.ts';
import { $createFigureNode } from '#core/document/nodes/figure/node.ts';
import type { FigureNode } from '#core/document/nodes/figure/node.ts';
import { $setStoryFields } from '#core/document/story-fields.ts';
import type { Photo } from '#core/story/document.ts';
import type { BlockReplacement } from '../editor-api.ts';
import { $fieldNode, $nodesOf } from '../extensions/paste/insert.ts';
import { $blockById } from './positions.ts';

/** The last body block, or the field before the body. */
const $endOfBody = (): LexicalNode => {
  const last = $getRoot().getLastChild()?.getPreviousSibling();
  if (!last) throw new Error('a story without fields');
  return last;
};

/** The block of the caret when it is in the body, else the place at the body's start or end that lies nearest. */
export function $placeForBlock(): LexicalNode {
  const node = $getSelection()?.getNodes()[0];
  const block = node === undefined ? null : $rootChildOf(node);
  if (block === null) return $endOfBody();
  if (!$isFieldNode(block)) return block;
  return block.getField() === 'byline' ? $endOfBody() : ($fieldNode('lede') ?? block);
}

export function $replaceBlocks({ replace, blocks, fields }: BlockReplacement): void {
  // Fields first: marks of people who are not in the list would be left behind.
  if (fields !== undefined) $setStoryFields(fields);
  const gone = replace.flatMap((id) => $blockById(id) ?? []).filter((block) => !$isFieldNode(block));
  const first = gone[0];
  const place = first === undefined ? $placeForBlock() : $createParagraphNode();
  if (first !== undefined) first.insertBefore(place);
  let last = place;
  for (const block of blocks) {
    if (block.type === 'field') {
      const field = $fieldNode(block.field);
      if (block.children.length === 0) continue;
      if (field !== null && (field.getTextContentSize() === 0 || field.getTextContent().trim() === plain(block.children))) {
        field.clear().append(...$nodesOf(block.children));
        continue;
      }
    }
    for (const node of $nodesOf([block.type === 'field' ? { type: 'paragraph', children: block.children } : block])) {
      last.insertAfter(node);
      last = node;
    }
  }
  for (const block of gone) block.remove();
  if (first !== undefined) place.remove();
  if ($isElementNode(last) && last.isAttached()) last.selectEnd();
}

const plain = (children: readonly { readonly type: string; readonly text?: unknown }[]): string =>
  children.map((child) => (typeof child.text === 'string' ? child.text : '')).join('').trim();

/** A new figure behind the caret's block, in place of an empty paragraph; the caret goes into its caption. */
export function $insertFigure(photo: Photo | null, newId: () => BlockId, after: LexicalNode = $placeForBlock()): { figure: FigureNode; id: BlockId } {
  const figure = $createFigureNode(photo);
  const id = newId();
  $setBlockId(figure, id);
  after.insertAfter(figure);
  const spare = $isParagraphNode(after) && after.isEmpty() && figure.getNextSibling() !== null && !$isFieldNode(figure.getNextSibling());
  if (spare) after.remove();
  figure.getPart('caption')?.selectStart();
  return { figure, id };
}
