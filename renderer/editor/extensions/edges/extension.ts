import { $isListNode } from '@lexical/list';
import { $isHeadingNode, $isQuoteNode } from '@lexical/rich-text';
import {
  $createNodeSelection, $createParagraphNode, $getSelection, $isElementNode, $isNodeSelection, $isParagraphNode, $isRangeSelection, $setSelection, COMMAND_PRIORITY_NORMAL, CONTROLLED_TEXT_INSERTION_COMMAND,
  DELETE_CHARACTER_COMMAND, DELETE_LINE_COMMAND, DELETE_WORD_COMMAND, INSERT_LINE_BREAK_COMMAND, INSERT_PARAGRAPH_COMMAND, KEY_ENTER_COMMAND, REMOVE_TEXT_COMMAND, defineExtension, mergeRegister,
} from 'lexical';
import type { AnyLexicalExtension, LexicalNode, RangeSelection } from 'lexical';
import { $rootChildOf } from '#core/document/invariants/structure.ts';
import { $isFieldNode } from '#core/document/nodes/field/node.ts';
import type { FieldNode } from '#core/document/nodes/field/node.ts';
import { $isFigureNode, $isFigurePartNode } from '#core/document/nodes/figure/node.ts';
import type { FigureNode, FigurePartNode } from '#core/document/nodes/figure/node.ts';
import { $caretToEnd, $caretToStart, $cellOf, $isAtEnd, $isAtStart, $removeAcrossCells, $spansCells } from '#renderer/editor/story/cells.ts';

/**
 * What Enter, Backspace, Delete and typing do at the edges of fields, figures and body. Away from an edge every handler
 * steps aside, so that typing tools which work with real Backspaces meet nothing of ours.
 */
export const edgesExtension = (): AnyLexicalExtension =>
  defineExtension({
    name: 'toasoan/edges',
    register: (editor) => {
      const priority = COMMAND_PRIORITY_NORMAL;
      return mergeRegister(
        editor.registerCommand(DELETE_CHARACTER_COMMAND, (backward) => $onRange((selection) => $deleteCharacter(selection, backward)), priority),
        editor.registerCommand(DELETE_WORD_COMMAND, (backward) => $onRange((selection) => $deleteFurther(selection, backward, 'word')), priority),
        editor.registerCommand(DELETE_LINE_COMMAND, (backward) => $onRange((selection) => $deleteFurther(selection, backward, 'lineboundary')), priority),
        editor.registerCommand(REMOVE_TEXT_COMMAND, () => $onRange($clearAcross), priority),
        editor.registerCommand(
          CONTROLLED_TEXT_INSERTION_COMMAND,
          () => {
            $onRange($clearAcross);
            return false;
          },
          priority,
        ),
        editor.registerCommand(INSERT_PARAGRAPH_COMMAND, () => $onRange($enter), priority),
        editor.registerCommand(INSERT_LINE_BREAK_COMMAND, () => $onRange($lineBreak), priority),
        editor.registerCommand(KEY_ENTER_COMMAND, (event) => $enterOnFigure(event), priority),
      );
    },
  });

function $onRange(act: (selection: RangeSelection) => boolean): boolean {
  const selection = $getSelection();
  return $isRangeSelection(selection) && act(selection);
}

function $clearAcross(selection: RangeSelection): boolean {
  if (selection.isCollapsed() || !$spansCells(selection)) return false;
  $removeAcrossCells(selection);
  return true;
}

function $deleteCharacter(selection: RangeSelection, backward: boolean): boolean {
  if (!selection.isCollapsed()) return $clearAcross(selection);
  return $deleteAtEdge(selection, backward);
}

/** Ctrl+Backspace and its like: up to the word's or line's end, never over an edge. */
function $deleteFurther(selection: RangeSelection, backward: boolean, granularity: 'word' | 'lineboundary'): boolean {
  if (!selection.isCollapsed()) return $clearAcross(selection);
  if ($deleteAtEdge(selection, backward)) return true;
  const home = $cellOf(selection.anchor.getNode()) ?? $rootChildOf(selection.anchor.getNode());
  selection.modify('extend', backward, granularity);
  const reached = $cellOf(selection.focus.getNode()) ?? $rootChildOf(selection.focus.getNode());
  if (home !== null && $isElementNode(home) && reached !== null && !reached.is(home)) {
    selection.focus.set(home.getKey(), backward ? 0 : home.getChildrenSize(), 'element');
  }
  if (selection.isCollapsed()) selection.deleteCharacter(backward);
  else selection.removeText();
  return true;
}

function $deleteAtEdge(selection: RangeSelection, backward: boolean): boolean {
  const { anchor } = selection;
  const cell = $cellOf(anchor.getNode());
  const atEdge = backward ? $isAtStart : $isAtEnd;
  if (cell !== null) return atEdge(anchor, cell) && $stayInCell(cell, backward);
  const block = $rootChildOf(anchor.getNode());
  if (block === null || !$isElementNode(block) || !atEdge(anchor, block)) return false;
  if (backward && $isListNode(block)) return false;
  if (backward && ($isHeadingNode(block) || $isQuoteNode(block))) {
    block.replace($createParagraphNode(), true).selectStart();
    return true;
  }
  const neighbour = backward ? block.getPreviousSibling() : block.getNextSibling();
  if (neighbour !== null && !$isFieldNode(neighbour) && !$isFigureNode(neighbour)) return false;
  return $meetEdge(block, neighbour, backward);
}

/** At the edge of a field or a figure's part nothing is deleted; out of an empty one the caret walks on. */
function $stayInCell(cell: FieldNode | FigurePartNode, backward: boolean): true {
  if (!cell.isEmpty()) return true;
  const neighbour = backward ? cell.getPreviousSibling() : cell.getNextSibling();
  if (neighbour === null) return true;
  if (backward) $caretToEnd(neighbour);
  else $caretToStart(neighbour);
  return true;
}

/** The body's text meets a field or a figure: an empty paragraph goes, a figure is selected, a field is left alone. */
function $meetEdge(block: LexicalNode, neighbour: LexicalNode | null, backward: boolean): true {
  const empty = $isParagraphNode(block) && block.isEmpty();
  if ($isFigureNode(neighbour) && !empty) {
    $selectFigure(neighbour);
    return true;
  }
  if (!empty || neighbour === null) return true;
  if (backward) $caretToEnd(neighbour);
  else if ($isFigureNode(neighbour)) $caretToStart(neighbour);
  else return true;
  if ($isFigureNode(neighbour) || $isBodyBlock(block.getNextSibling()) || $isBodyBlock(block.getPreviousSibling())) block.remove();
  return true;
}

const $isBodyBlock = (node: LexicalNode | null): boolean => node !== null && !$isFieldNode(node);

export function $selectFigure(figure: FigureNode): void {
  const selection = $createNodeSelection();
  selection.add(figure.getKey());
  $setSelection(selection);
}

function $enter(selection: RangeSelection): boolean {
  const cell = $cellOf(selection.focus.getNode());
  if (cell === null) {
    $clearAcross(selection);
    return false;
  }
  if (!selection.isCollapsed()) {
    if ($spansCells(selection)) $removeAcrossCells(selection);
    else selection.removeText();
  }
  $leaveCell(cell);
  return true;
}

/** Enter in a field goes to the next field or the body; in a figure from caption to credit to alt, then out of it. */
function $leaveCell(cell: FieldNode | FigurePartNode): void {
  const next = cell.getNextSibling();
  if (next !== null) {
    $caretToStart(next);
    return;
  }
  const figure = cell.getParent();
  if (!$isFigurePartNode(cell) || !$isFigureNode(figure)) return;
  const after = figure.getNextSibling();
  if ($isParagraphNode(after) && after.isEmpty()) after.selectStart();
  else {
    const paragraph = $createParagraphNode();
    figure.insertAfter(paragraph);
    paragraph.selectStart();
  }
}

/** Shift+Enter: captions may have lines; single-line places take it as Enter. */
function $lineBreak(selection: RangeSelection): boolean {
  const cell = $cellOf(selection.focus.getNode());
  if (cell !== null && !($isFigurePartNode(cell) && cell.getPart() === 'caption')) return $enter(selection);
  $clearAcross(selection);
  return false;
}

/** Enter on a selected figure opens a line below it. */
function $enterOnFigure(event: KeyboardEvent | null): boolean {
  const selection = $getSelection();
  if (!$isNodeSelection(selection)) return false;
  const [figure] = selection.getNodes();
  if (!$isFigureNode(figure)) return false;
  event?.preventDefault();
  const paragraph = $createParagraphNode();
  figure.insertAfter(paragraph);
  paragraph.selectStart();
  return true;
}
