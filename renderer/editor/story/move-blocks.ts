import { $isHorizontalRuleNode } from '@lexical/extension';
import { $isListNode } from '@lexical/list';
import { $isHeadingNode, $isQuoteNode } from '@lexical/rich-text';
import { $createNodeSelection, $getNodeByKey, $getSelection, $isElementNode, $isRangeSelection, $setSelection, HISTORY_PUSH_TAG } from 'lexical';
import type { LexicalEditor, LexicalNode, NodeKey } from 'lexical';
import { $rootChildOf } from '#core/document/invariants/structure.ts';
import { $isFieldNode } from '#core/document/nodes/field/node.ts';
import { $isFigureNode } from '#core/document/nodes/figure/node.ts';
import type { EditorTranslate } from '../editor-api.ts';
import type { EditorMessageKey } from '../messages.ts';

/** Every one is a single step of undo, keeps the blocks' ids, and says what it did. False: nothing moved. */
export interface BlockMoves {
  /** The blocks of the selection past their neighbour. */
  step(down: boolean): boolean;
  /** A body block to the place before another one, or before the byline. */
  place(block: NodeKey, before: NodeKey): boolean;
  /** The caret into a block; a figure or a rule is selected as a whole. */
  select(block: NodeKey): void;
}

export interface MovePorts {
  readonly t: EditorTranslate;
  /** For who does not see the page. */
  readonly say: (sentence: string) => void;
}

/** The body blocks the selection touches, in order; none when it reaches into a field. */
function $selectedBlocks(): readonly [first: LexicalNode, last: LexicalNode] | null {
  const selection = $getSelection();
  if (selection === null) return null;
  const nodes = selection.getNodes();
  const [from, to] = $isRangeSelection(selection)
    ? [selection.anchor, selection.focus].map((point) => $rootChildOf(point.getNode()) ?? $rootChildOf(nodes[0] ?? point.getNode()))
    : [nodes[0], nodes.at(-1)].map((node) => (node === undefined ? null : $rootChildOf(node)));
  if (!from || !to || $isFieldNode(from) || $isFieldNode(to)) return null;
  return from.isBefore(to) || from.is(to) ? [from, to] : [to, from];
}

/** The neighbour that was passed; null at the edges of the body, where fields begin. */
function $step(down: boolean): LexicalNode | null {
  const blocks = $selectedBlocks();
  if (blocks === null) return null;
  const [first, last] = blocks;
  const neighbour = down ? last.getNextSibling() : first.getPreviousSibling();
  if (neighbour === null || $isFieldNode(neighbour)) return null;
  // It is the neighbour that changes places: the caret's own text is never taken off the page.
  if (down) first.insertBefore(neighbour);
  else last.insertAfter(neighbour);
  return neighbour;
}

const isByline = (node: LexicalNode): boolean => $isFieldNode(node) && node.getField() === 'byline';

function $place(block: LexicalNode, before: LexicalNode): boolean {
  if ($isFieldNode(block) || $rootChildOf(block) !== block || $rootChildOf(before) !== before) return false;
  if ($isFieldNode(before) && !isByline(before)) return false;
  if (block.is(before) || block.getNextSibling()?.is(before) === true) return false;
  before.insertBefore(block, false);
  $select(block);
  return true;
}

function $select(block: LexicalNode): void {
  if ($isElementNode(block) && !$isFigureNode(block)) {
    block.selectStart();
    return;
  }
  const selection = $createNodeSelection();
  selection.add(block.getKey());
  $setSelection(selection);
}

/** Words of a block that are read out with its kind. */
const heardWords = 6;

function $nameOf(block: LexicalNode, t: EditorTranslate): string {
  if ($isHorizontalRuleNode(block)) return t('editor.block.rule');
  const text = $isFigureNode(block) ? (block.getPart('caption')?.getTextContent() ?? '') : block.getTextContent();
  const words = text.split(/\s+/u).filter((word) => word !== '');
  const kind: 'figure' | 'heading' | 'quote' | 'list' | 'paragraph' = $isFigureNode(block) ? 'figure' : $isHeadingNode(block) ? 'heading' : $isQuoteNode(block) ? 'quote' : $isListNode(block) ? 'list' : 'paragraph';
  if (words.length === 0) return t(kind === 'figure' ? 'editor.block.figure.bare' : 'editor.block.empty');
  const key: EditorMessageKey = `editor.block.${kind}`;
  return t(key, { words: words.slice(0, heardWords).join(' ') + (words.length > heardWords ? '…' : '') });
}

export function blockMoves(editor: LexicalEditor, { t, say }: MovePorts): BlockMoves {
  const once = (act: () => boolean): boolean => {
    if (!editor.isEditable()) return false;
    let done = false;
    editor.update(
      () => {
        done = act();
      },
      { discrete: true, tag: HISTORY_PUSH_TAG },
    );
    return done;
  };
  /** The caret goes along, in sight. */
  const reveal = (): void => {
    const key = editor.read(() => $selectedBlocks()?.[0].getKey());
    if (key !== undefined) editor.getElementByKey(key)?.scrollIntoView({ block: 'nearest' });
  };
  return {
    step: (down) => {
      let said = t(down ? 'editor.moved.last' : 'editor.moved.first');
      let isOff = false;
      const done = once(() => {
        isOff = $selectedBlocks() === null;
        const passed = $step(down);
        if (passed !== null) said = t(down ? 'editor.moved.below' : 'editor.moved.above', { block: $nameOf(passed, t) });
        return passed !== null;
      });
      if (!isOff && editor.isEditable()) say(said);
      if (done) reveal();
      return done;
    },
    place: (block, before) => {
      let said = '';
      const done = once(() => {
        const [moved, next] = [$getNodeByKey(block), $getNodeByKey(before)];
        if (moved === null || next === null) return false;
        const isDown = moved.isBefore(next);
        if (!$place(moved, next)) return false;
        const passed = isDown ? moved.getPreviousSibling() : moved.getNextSibling();
        if (passed !== null) said = t(isDown ? 'editor.moved.below' : 'editor.moved.above', { block: $nameOf(passed, t) });
        return true;
      });
      if (done) say(said);
      editor.focus();
      return done;
    },
    select: (block) => {
      editor.update(
        () => {
          const node = $getNodeByKey(block);
          if (node !== null) $select(node);
        },
        { discrete: true },
      );
      editor.focus();
    },
  };
}
