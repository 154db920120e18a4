import { $isHorizontalRuleNode, HorizontalRuleNode } from '@lexical/extension';
import { $isListItemNode, $isListNode, ListItemNode, ListNode } from '@lexical/list';
import { $isHeadingNode, HeadingNode, QuoteNode } from '@lexical/rich-text';
import {
  $createLineBreakNode, $createParagraphNode, $createTextNode, $getRoot, $isDecoratorNode, $isElementNode, $isRootNode, ParagraphNode, RootNode, TabNode, TextNode,
} from 'lexical';
import type { ElementNode, LexicalEditor, LexicalNode } from 'lexical';
import type { FieldName, FigurePartName } from '#core/story/document.ts';
import { fieldNames, figurePartNames } from '#core/story/document.ts';
import { $createFieldNode, $isFieldNode, FieldNode } from '../nodes/field/node.ts';
import { $createFigurePartNode, $isFigureNode, $isFigurePartNode, FigureNode, FigurePartNode } from '../nodes/figure/node.ts';

const boldAndItalic = 3;

/**
 * Keeps the story's shape whatever an update did: each field once and at its place, a body, whole figures at the root, only
 * running text inside blocks of text. What does not fit is dissolved; its text stays.
 */
export function registerStructure(editor: LexicalEditor): () => void {
  const removers = [
    editor.registerNodeTransform(RootNode, (root) => {
      if (editor.getEditorState()._nodeMap.get('root') === root.getLatest()) return;
      $repairRoot();
    }),
    ...[ParagraphNode, HeadingNode, QuoteNode, ListItemNode, FieldNode, FigurePartNode].map((klass) =>
      editor.registerNodeTransform<ElementNode>(klass, $repairTextBlock),
    ),
    editor.registerNodeTransform(FigureNode, $repairFigure),
    editor.registerNodeTransform(ListNode, $repairList),
    editor.registerNodeTransform(HorizontalRuleNode, (rule) => {
      if (!$isRootNode(rule.getParent())) $hoist(rule);
    }),
    editor.registerNodeTransform(TabNode, (tab) => {
      tab.replace($createTextNode(' ').setFormat(tab.getFormat() & boldAndItalic));
    }),
    editor.registerNodeTransform(TextNode, $repairText),
  ];
  return () => {
    for (const remove of removers) remove();
  };
}

/** For documents that come from outside: transforms do not run on them. */
export function $repairStructure(): void {
  for (const block of $getRoot().getChildren()) {
    if ($isFigureNode(block)) {
      $repairFigure(block);
      for (const part of block.getChildren()) if ($isFigurePartNode(part)) $repairTextBlock(part);
    } else if ($isElementNode(block) && !$isListNode(block)) $repairTextBlock(block);
  }
  $repairRoot();
}

/** Bold and italic are all the formats there are; nothing carries inline style. */
function $repairText(text: TextNode): void {
  if ((text.getFormat() & ~boldAndItalic) !== 0) text.setFormat(text.getFormat() & boldAndItalic);
  if (text.getStyle() !== '') text.setStyle('');
  if (text.getMode() !== 'normal') text.setMode('normal');
}

const isBlock = (node: LexicalNode): boolean => ($isElementNode(node) || $isDecoratorNode(node)) && !node.isInline();

/** The child of the root that `node` is in; null when it is not in the story. */
export function $rootChildOf(node: LexicalNode): LexicalNode | null {
  let current: LexicalNode | null = node;
  while (current !== null) {
    const parent: ElementNode | null = current.getParent();
    if ($isRootNode(parent)) return current;
    current = parent;
  }
  return null;
}

/** Takes a block out of the text it got into, to stand at the root after it; text behind it stays behind it. */
function $hoist(node: LexicalNode): void {
  const host = $rootChildOf(node);
  const parent = node.getParent();
  if (host === null || parent === null || host.is(node)) return;
  const rest = parent.is(host) && !$isFieldNode(host) ? node.getNextSiblings() : [];
  host.insertAfter(node);
  if (rest.length > 0) {
    const tail = $createParagraphNode();
    node.insertAfter(tail);
    tail.append(...rest);
  }
  if ($isElementNode(host) && host.isEmpty() && !$isFieldNode(host)) host.remove();
}

/** Paragraph, heading, quote, list item, field, part of a figure: running text only (a list item may hold a list). */
function $repairTextBlock(block: ElementNode): void {
  if ($isHeadingNode(block)) {
    if (block.getTag() === 'h1') block.setTag('h2');
    else if (block.getTag() === 'h5' || block.getTag() === 'h6') block.setTag('h4');
  }
  for (const child of block.getChildren()) {
    if (!isBlock(child) || ($isListItemNode(block) && $isListNode(child))) continue;
    if ($isFigureNode(child) || $isHorizontalRuleNode(child)) $hoist(child);
    else if ($isElementNode(child)) $dissolve(child);
    else child.remove();
  }
}

/** Puts a block's running text where the block stood, set off by line breaks. */
function $dissolve(block: ElementNode): void {
  const inside = $textOf(block);
  if (block.getPreviousSibling() !== null && inside.length > 0) block.insertBefore($createLineBreakNode());
  for (const node of inside) block.insertBefore(node);
  if (block.getNextSibling() !== null && inside.length > 0) block.insertBefore($createLineBreakNode());
  block.remove(true);
}

/** Running text of everything inside, blocks inside set off by line breaks. */
function $textOf(block: ElementNode): LexicalNode[] {
  const out: LexicalNode[] = [];
  for (const child of block.getChildren()) {
    if ($isElementNode(child) && !child.isInline()) {
      const inside = $textOf(child);
      if (out.length > 0 && inside.length > 0) out.push($createLineBreakNode());
      out.push(...inside);
    } else if (!isBlock(child)) out.push(child);
  }
  return out;
}

function $repairList(list: ListNode): void {
  for (const child of list.getChildren()) {
    if ($isFigureNode(child) || $isHorizontalRuleNode(child)) $hoist(child);
  }
  const parent = list.getParent();
  if (parent !== null && !$isRootNode(parent) && !$isListItemNode(parent) && $isListNode(parent)) $dissolve(list);
}

function $repairFigure(figure: FigureNode): void {
  if (!figure.statesPhoto()) figure.setPhoto(null);
  if (!$isRootNode(figure.getParent())) {
    $hoist(figure);
    return;
  }
  const parts = new Map<FigurePartName, FigurePartNode>();
  let after: LexicalNode = figure;
  for (const child of figure.getChildren()) {
    if (!$isFigurePartNode(child)) continue;
    const first = parts.get(child.getPart());
    if (first === undefined) parts.set(child.getPart(), child);
    else {
      if (!child.isEmpty() && !first.isEmpty()) first.append($createLineBreakNode());
      first.append(...child.getChildren());
      child.remove(true);
    }
  }
  const partOf = (name: FigurePartName): FigurePartNode => {
    const part = parts.get(name) ?? $createFigurePartNode(name);
    parts.set(name, part);
    return part;
  };
  const order = figurePartNames.map(partOf);
  for (const child of figure.getChildren()) {
    if ($isFigurePartNode(child)) continue;
    if (isBlock(child)) {
      after.insertAfter(child);
      after = child;
    } else partOf('caption').append(child);
  }
  order.forEach((part, index) => {
    const there = figure.getChildAtIndex(index);
    if (there === null) figure.append(part);
    else if (!there.is(part)) there.insertBefore(part);
  });
}

/** A block the root can hold; anything else becomes paragraphs. */
function $repairRoot(): void {
  const root = $getRoot();
  const fields = new Map<FieldName, FieldNode>();
  for (const child of root.getChildren()) {
    if ($isFieldNode(child)) {
      const name = child.getField();
      const kept = fields.get(name);
      if (kept === undefined) fields.set(name, child);
      else if (kept.isEmpty() && !child.isEmpty()) {
        fields.set(name, child);
        kept.remove(true);
      } else if (child.isEmpty()) child.remove(true);
      else $toParagraph(child);
    } else if ($isFigurePartNode(child) || $isListItemNode(child)) $toParagraph(child);
    else if ($isElementNode(child) && child.isInline()) {
      const paragraph = $createParagraphNode();
      child.insertBefore(paragraph);
      paragraph.append(child);
    }
  }
  const field = (name: FieldName): FieldNode => fields.get(name) ?? $createFieldNode(name);
  const leading = fieldNames.filter((name) => name !== 'byline').map(field);
  leading.forEach((node, index) => {
    const there = root.getChildAtIndex(index);
    if (there === null) root.append(node);
    else if (!there.is(node)) there.insertBefore(node);
  });
  const byline = field('byline');
  const last = root.getLastChild();
  if (last === null) root.append(byline);
  else if (!last.is(byline)) last.insertAfter(byline);
  if (root.getChildrenSize() === fieldNames.length) byline.insertBefore($createParagraphNode());
}

function $toParagraph(element: ElementNode): void {
  const paragraph = $createParagraphNode();
  element.insertBefore(paragraph);
  paragraph.append(...$textOf(element));
  element.remove(true);
}
