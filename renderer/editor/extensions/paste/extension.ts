import { copyToClipboard } from '@lexical/clipboard';
import {
  $addUpdateTag, $createRangeSelection, $getNearestNodeFromDOMNode, $getNodeByKey, $getRoot, $getSelection, $isElementNode, $isRangeSelection, $isTextNode, $normalizeSelection__EXPERIMENTAL, $onUpdate, $setSelection,
  COMMAND_PRIORITY_HIGH, CUT_COMMAND, CUT_TAG, DRAGOVER_COMMAND, DROP_COMMAND, PASTE_COMMAND, PASTE_TAG, defineExtension, isHTMLElement, mergeRegister,
} from 'lexical';
import type { AnyLexicalExtension, LexicalEditor, NodeKey } from 'lexical';
import type { BlockId } from '#core/base/ids.ts';
import type { WireError } from '#core/contract/errors.ts';
import { wireError } from '#core/contract/errors.ts';
import { $getBlockId } from '#core/document/block-id.ts';
import { overLimit, textLimits } from '#core/structure/text-limits.ts';
import type { PastedText, RemovedContent } from '#renderer/editor/editor-api.ts';
import { figureUnder, placeAt } from '#renderer/editor/move/body-places.ts';
import { $removeAcrossCells, $spansCells } from '#renderer/editor/story/cells.ts';
import type { FilePlace } from '#renderer/editor/story/take-files.ts';
import { $insertPasted, $isEmptyStory } from './insert.ts';
import { ownType, readOwn } from './own-clipboard.ts';
import type { Pasted } from './pasted.ts';
import { readText, tidyText } from './read-text.ts';

export interface PasteConfig {
  readonly onPasteText: (paste: PastedText) => void;
  readonly onRemoved: (removed: readonly RemovedContent[]) => void;
  /** Nothing of it was put in. */
  readonly onRefused: (error: WireError) => void;
  /** Files that came in, and where they were dropped. */
  readonly onFiles: (files: readonly File[], place: FilePlace) => void;
}

/** The reader of foreign HTML and its sanitizer: a tenth of the page's code, needed only now and then. */
const loadHtmlReader = () => import('./read-html.ts');
let htmlReader: Awaited<ReturnType<typeof loadHtmlReader>> | null = null;

/** Fetched once the page stands, so that a paste finds it there. */
const fetchHtmlReader = async (): Promise<NonNullable<typeof htmlReader>> => (htmlReader ??= await loadHtmlReader());

const nowhere: FilePlace = { figure: null, before: null };

/** Every way of foreign content into the page but typing. */
export const pasteExtension = (config: PasteConfig): AnyLexicalExtension =>
  defineExtension({
    name: 'toasoan/paste',
    register: (editor) =>
      mergeRegister(
        fetchWhenIdle(),
        editor.registerCommand(
          PASTE_COMMAND,
          (event) => {
            event.preventDefault();
            const data = 'clipboardData' in event ? event.clipboardData : 'dataTransfer' in event ? event.dataTransfer : null;
            if (data === null || !editor.isEditable()) return true;
            $takeIn(editor, data, config, nowhere);
            return true;
          },
          COMMAND_PRIORITY_HIGH,
        ),
        editor.registerCommand(CUT_COMMAND, (event) => cut(editor, event), COMMAND_PRIORITY_HIGH),
        editor.registerCommand(
          DRAGOVER_COMMAND,
          (event) => {
            if (!editor.isEditable() || event.dataTransfer === null) return false;
            event.preventDefault();
            showDropTarget(editor, isHTMLElement(event.target) ? event.target : null);
            return true;
          },
          COMMAND_PRIORITY_HIGH,
        ),
        editor.registerCommand(
          DROP_COMMAND,
          (event) => {
            event.preventDefault();
            showDropTarget(editor, null);
            if (event.dataTransfer === null || !editor.isEditable()) return true;
            const figure = isHTMLElement(event.target) ? $figureIdAt(event.target) : null;
            const before = event.dataTransfer.files.length > 0 ? $blockBelow(editor, event.clientY) : null;
            if (before === null) $selectAtPoint(editor, event.clientX, event.clientY);
            $takeIn(editor, event.dataTransfer, config, { figure, before });
            return true;
          },
          COMMAND_PRIORITY_HIGH,
        ),
      ),
  });

function fetchWhenIdle(): () => void {
  // What fails here is tried again by the paste itself.
  const idle = requestIdleCallback(() => void fetchHtmlReader().catch(() => null), { timeout: 2_000 });
  return () => cancelIdleCallback(idle);
}

/** Reads the transfer now (it is empty after the event) and puts it in; called in the update of a command. */
function $takeIn(editor: LexicalEditor, data: DataTransfer, config: PasteConfig, place: FilePlace): void {
  const text = data.getData('text/plain');
  const files = [...data.files];
  if (files.length > 0 && text.trim() === '') {
    config.onFiles(files, place);
    return;
  }
  const own = readOwn(data.getData(ownType));
  if (own === null && overLimit(text.replace(/\r\n?/g, '\n')) !== null) {
    config.onRefused(wireError('paste.too-much', { length: textLimits.length / 1_000_000, lines: textLimits.lines, line: textLimits.line }));
    return;
  }
  const html = data.getData('text/html');
  if (own !== null) $putIn(editor, own, null, config);
  else if (html.trim() === '') $putIn(editor, readText(text), text, config);
  else if (htmlReader !== null) $putIn(editor, htmlReader.readHtml(html), null, config);
  else {
    // In the first moment after the start. Undone typing apart, the selection is still the one that was pasted at.
    const fallback = readText(text);
    void fetchHtmlReader().then(({ readHtml }) => readHtml(html), () => fallback).then((pasted) => editor.update(() => $putIn(editor, pasted, null, config)));
  }
}

/** A text from a file: as if it had been pasted where the selection is. */
export const $putText = (editor: LexicalEditor, text: string, config: Pick<PasteConfig, 'onPasteText' | 'onRemoved'>): void => $putIn(editor, readText(text), text, config);

/** `plain`: the text as it came, where nothing but text came. */
function $putIn(editor: LexicalEditor, pasted: Pasted, plain: string | null, config: Pick<PasteConfig, 'onPasteText' | 'onRemoved'>): void {
  $addUpdateTag(PASTE_TAG);
  if ($pasteSelection() === null) return;
  const intoEmptyStory = $isEmptyStory();
  if (plain !== null && pasted.inline === null && intoEmptyStory) $getRoot().getChildAtIndex(3)?.selectStart();
  const target = $getSelection();
  if ($isRangeSelection(target)) {
    const keys = $insertPasted(target, pasted, plain !== null).map((node) => node.getKey());
    // Ids are given when the update ends.
    if (plain !== null && pasted.inline === null) {
      $onUpdate(() => {
        const blocks = editor.getEditorState().read(() => keys.flatMap($idOf));
        config.onPasteText({ text: tidyText(plain), blocks, intoEmptyStory });
      });
    }
  }
  if (pasted.removed.length > 0) $onUpdate(() => config.onRemoved(pasted.removed));
}

const $idOf = (key: NodeKey): BlockId[] => {
  const node = $getNodeByKey(key);
  const id = node === null ? null : $getBlockId(node);
  return id === null ? [] : [id];
};

/** The caret; with a figure selected as a whole, or none at all, the end of the body. */
function $pasteSelection() {
  const selection = $getSelection();
  if ($isRangeSelection(selection)) return selection;
  const node = selection?.getNodes()[0]?.getTopLevelElement() ?? $getRoot().getLastChild()?.getPreviousSibling();
  return $isElementNode(node) ? node.selectEnd() : (node?.selectNext() ?? null);
}

/** Cutting across fields: the copy is Lexical's, the removal keeps the edges. */
function cut(editor: LexicalEditor, event: ClipboardEvent | KeyboardEvent | InputEvent | null): boolean {
  const selection = $getSelection();
  if (!editor.isEditable()) return true;
  if (!$isRangeSelection(selection) || selection.isCollapsed() || !$spansCells(selection)) return false;
  event?.preventDefault();
  void copyToClipboard(editor, event !== null && 'clipboardData' in event ? event : null).then(() => {
    editor.update(() => {
      $addUpdateTag(CUT_TAG);
      const now = $getSelection();
      if ($isRangeSelection(now)) $removeAcrossCells(now);
    });
  });
  return true;
}

function $figureIdAt(target: HTMLElement): BlockId | null {
  const element = figureUnder(target);
  const node = element === null ? null : $getNearestNodeFromDOMNode(element);
  const figure = node?.getTopLevelElement();
  return figure === null || figure === undefined ? null : $getBlockId(figure.getType() === 'figure' ? figure : (figure.getParent() ?? figure));
}

/** The body's block before which the mark between blocks stands, or the byline. */
function $blockBelow(editor: LexicalEditor, y: number): BlockId | null {
  const root = editor.getRootElement();
  const element = root === null ? null : (placeAt(root, y)?.before ?? null);
  const block = element === null ? null : ($getNearestNodeFromDOMNode(element)?.getTopLevelElement() ?? null);
  return block === null ? null : $getBlockId(block);
}

function showDropTarget(editor: LexicalEditor, target: HTMLElement | null): void {
  const over = target === null ? null : figureUnder(target);
  for (const figure of editor.getRootElement()?.querySelectorAll('figure[data-over]') ?? []) if (figure !== over) figure.removeAttribute('data-over');
  over?.setAttribute('data-over', '');
}

function $selectAtPoint(editor: LexicalEditor, x: number, y: number): void {
  const root = editor.getRootElement();
  const position = root?.ownerDocument.caretPositionFromPoint(x, y);
  if (!position || root?.contains(position.offsetNode) !== true) return;
  const node = $getNearestNodeFromDOMNode(position.offsetNode);
  if (node === null) return;
  const selection = $createRangeSelection();
  if ($isTextNode(node)) {
    const offset = Math.min(position.offset, node.getTextContentSize());
    selection.anchor.set(node.getKey(), offset, 'text');
    selection.focus.set(node.getKey(), offset, 'text');
  } else if ($isElementNode(node)) {
    selection.anchor.set(node.getKey(), 0, 'element');
    selection.focus.set(node.getKey(), 0, 'element');
  } else return;
  $setSelection($normalizeSelection__EXPERIMENTAL(selection));
}
