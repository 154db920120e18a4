import { $createRangeSelectionFromDom, $getNearestNodeFromDOMNode, $getSelection, $isNodeSelection, $setSelection, CLICK_COMMAND, COMMAND_PRIORITY_NORMAL, defineExtension, isHTMLElement, mergeRegister } from 'lexical';
import type { AnyLexicalExtension, LexicalEditor, NodeKey } from 'lexical';
import { $rootChildOf } from '#core/document/invariants/structure.ts';
import { $isFigureNode } from '#core/document/nodes/figure/node.ts';
import { $selectFigure } from '../edges/extension.ts';
import { FigurePartView, FigureView, setFigureHost } from './figure-view.ts';
import type { FigureHost } from './figure-view.ts';

export interface FigureConfig extends FigureHost {
  /** The reporter pressed "choose a photo" in this figure. */
  readonly onPick: (figure: NodeKey) => void;
}

export const figureExtension = (config: FigureConfig): AnyLexicalExtension =>
  defineExtension({
    name: 'toasoan/figure',
    nodes: () => [FigureView, FigurePartView],
    register: (editor) => {
      setFigureHost(editor, config);
      return mergeRegister(
        editor.registerCommand(
          CLICK_COMMAND,
          (event) => {
            const target = event.target;
            if (!isHTMLElement(target)) return false;
            if (target.closest('[data-media]') === null) return $takeCaret(editor, event, target);
            const figure = $figureAt(target);
            if (figure === null) return false;
            if (target.closest('[data-action="pick-photo"]') !== null) {
              if (editor.isEditable()) config.onPick(figure.getKey());
            } else $selectFigure(figure);
            return true;
          },
          COMMAND_PRIORITY_NORMAL,
        ),
        registerSelectedFigures(editor),
      );
    },
  });

/**
 * A tap into text while a figure was selected as a whole. It can be so quick that Lexical has not heard of the caret yet; it would
 * clear the selection of old, the caret with it, and what is typed next would go to the story's beginning. So the caret is taken in
 * at once, from the document, or from where the tap was when a change of the page has wiped it out meanwhile.
 */
function $takeCaret(editor: LexicalEditor, event: MouseEvent, target: HTMLElement): boolean {
  const root = editor.getRootElement();
  const caret = root?.ownerDocument.getSelection() ?? null;
  if (!$isNodeSelection($getSelection()) || target.closest('hr') !== null || root === null || caret === null) return false;
  if (caret.rangeCount === 0 || !root.contains(caret.focusNode)) {
    const tapped = root.ownerDocument.caretPositionFromPoint(event.clientX, event.clientY);
    if (tapped === null || !root.contains(tapped.offsetNode)) return false;
    caret.collapse(tapped.offsetNode, tapped.offset);
  }
  const selection = $createRangeSelectionFromDom(caret, editor);
  if (selection === null) return false;
  $setSelection(selection);
  return true;
}

const $figureAt = (target: HTMLElement) => {
  const element = target.closest('figure');
  const node = element === null ? null : $getNearestNodeFromDOMNode(element);
  const block = node === null ? null : $rootChildOf(node);
  return $isFigureNode(block) ? block : null;
};

/** The ring around a figure that is selected as a whole. */
function registerSelectedFigures(editor: LexicalEditor): () => void {
  let shown: readonly NodeKey[] = [];
  return editor.registerUpdateListener(({ editorState }) => {
    const selected = editorState.read(() => {
      const selection = $getSelection();
      return $isNodeSelection(selection) ? selection.getNodes().filter($isFigureNode).map((node) => node.getKey()) : [];
    });
    if (selected.length === 0 && shown.length === 0) return;
    for (const key of shown) editor.getElementByKey(key)?.removeAttribute('data-selected');
    for (const key of selected) editor.getElementByKey(key)?.setAttribute('data-selected', '');
    shown = selected;
  });
}
