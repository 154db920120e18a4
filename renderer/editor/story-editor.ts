import { buildEditorFromExtensions } from '@lexical/extension';
import { $isLinkNode } from '@lexical/link';
import {
  $findMatchingParent, $getSelection, $isRangeSelection, CAN_REDO_COMMAND, CAN_UNDO_COMMAND, CLEAR_HISTORY_COMMAND, COMMAND_PRIORITY_LOW, HISTORY_PUSH_TAG, defineExtension, mergeRegister,
} from 'lexical';
import type { LexicalEditor, LexicalEditorWithDispose } from 'lexical';
import { BlockId } from '#core/base/ids.ts';
import { $readDocument, loadDocument } from '#core/document/load.ts';
import { $getStoryFields, $setStoryFields } from '#core/document/story-fields.ts';
import { emptyFields } from '#core/story/document.ts';
import { startAutosave } from './autosave/autosave.ts';
import type { EditorSnapshot, StoryEditor, StoryEditorOptions } from './editor-api.ts';
import type { EditorCommand, EditorCommandId } from './editor-commands.ts';
import { setViews } from './editor-views.ts';
import type { LinkQuestion } from './editor-views.ts';
import { composedTextExtension } from './extensions/composed-text/extension.ts';
import { edgesExtension } from './extensions/edges/extension.ts';
import { figureExtension } from './extensions/figure/extension.ts';
import { relabelFigures } from './extensions/figure/figure-view.ts';
import { markdownExtension } from './extensions/markdown/extension.ts';
import { marksExtension } from './extensions/marks/extension.ts';
import { mentionExtension } from './extensions/mention/extension.ts';
import type { MentionItem } from './extensions/mention/extension.ts';
import { isAllowedUrl } from './extensions/page/allowed-url.ts';
import { pageExtension } from './extensions/page/extension.ts';
import { $putText, pasteExtension } from './extensions/paste/extension.ts';
import { storyFiles } from './extensions/paste/file-kinds.ts';
import { storyNamespace } from './extensions/paste/own-clipboard.ts';
import { shortcutsExtension } from './extensions/shortcuts/extension.ts';
import { slashExtension } from './extensions/slash/extension.ts';
import type { TypedMenu } from './extensions/typed-menu/extension.ts';
import { attendeeOperations } from './story/attendees.ts';
import { $insertFigure, $replaceBlocks } from './story/blocks.ts';
import { chooseFiles } from './story/choose-files.ts';
import { $readDateline, $setDateline } from './story/dateline.ts';
import { blockMoves } from './story/move-blocks.ts';
import { focusCaption, figureIdOf, pickPictures, placePhotoFiles, setPhoto } from './story/photos.ts';
import { $blockById, $caret, $caretAt } from './story/positions.ts';
import { $applyLink, runCommand } from './story/run-command.ts';
import { $replaceStory } from './story/replace-story.ts';
import { createStore } from './story/store.ts';
import { emptySummary, watchSummary } from './story/summary.ts';
import type { Summary } from './story/summary.ts';
import { takeFiles } from './story/take-files.ts';
import type { FilePlace } from './story/take-files.ts';
import { $toolbarState } from './story/toolbar-state.ts';

export type * from './editor-api.ts';

/** The toolbar follows the caret this many milliseconds later: after the paint of the key that moved it. */
const toolbarDelay = 60;

/** Puts one story's editor together. It draws nothing until `StoryPage` mounts it. */
export function createStoryEditor(options: StoryEditorOptions): StoryEditor {
  const newBlockId = (): BlockId => BlockId.parse(options.newId());
  const link = createStore<LinkQuestion | null>(null);
  let mention: TypedMenu<MentionItem> | undefined;
  let slash: TypedMenu<EditorCommand> | undefined;
  let translate = options.t;
  const run = (id: EditorCommandId): boolean => runCommand(id, commands);

  const placePhotos = (files: readonly File[], place: FilePlace): Promise<void> => placePhotoFiles(lexical, files, place, newBlockId, options);
  const takeIn = (files: readonly File[], place: FilePlace): Promise<void> =>
    takeFiles(lexical, files, place, { ...options, placePhotos, $putText: (text) => $putText(lexical, text, options) });
  const pick = async (figure: BlockId | null): Promise<void> => {
    const files = await pickPictures(options, figure === null);
    if (files.length > 0) await placePhotos(files, { figure, before: null });
    // The chooser took the focus; the caption is what comes next.
    if (figure !== null) focusCaption(lexical, figure);
    lexical.focus();
  };

  const lexical: LexicalEditorWithDispose = buildEditorFromExtensions(
    defineExtension({
      name: 'toasoan/story',
      namespace: storyNamespace,
      $initialEditorState: null,
      onError: (error) => {
        throw error;
      },
      dependencies: [
        pageExtension(newBlockId),
        composedTextExtension(),
        marksExtension(),
        edgesExtension(),
        figureExtension({
          t: (key, values) => translate(key, values),
          photoUrl: options.photoUrl ?? ((photo) => `/media/${photo.media}/page`),
          onPick: (key) => void pick(figureIdOf(lexical, key)),
        }),
        pasteExtension({ onPasteText: options.onPasteText, onRemoved: options.onRemoved, onRefused: options.onPasteRefused, onFiles: (files, place) => void takeIn(files, place) }),
        mentionExtension(options, (menu) => (mention = menu)),
        slashExtension(run, (menu) => (slash = menu)),
        markdownExtension(),
        shortcutsExtension(run),
      ],
    }),
  );

  const once = (act: () => void): void => lexical.update(act, { discrete: true, tag: HISTORY_PUSH_TAG });
  const autosave = startAutosave(lexical, { append: options.append, onStale: options.onStale, newId: newBlockId });
  const attendees = attendeeOperations(lexical, options.newId);
  const heard = createStore('');
  const moves = blockMoves(lexical, { t: (key, values) => translate(key, values), say: heard.set });

  let canUndo = false;
  let canRedo = false;
  let summary: Summary = emptySummary;
  const snapshots = createStore<EditorSnapshot>({
    editable: true, canUndo, canRedo, active: new Set(), disabled: new Set(), place: null, hasSelection: false, dateline: null, fields: emptyFields, attendees: emptyFields.attendees, ...emptySummary,
  });
  let timer: ReturnType<typeof setTimeout> | null = null;
  const refresh = (): void => {
    timer = null;
    const before = snapshots.get();
    const next = lexical.getEditorState().read((): EditorSnapshot => {
      const fields = $getStoryFields();
      const dateline = $readDateline();
      const toolbar = $toolbarState(lexical.isEditable(), canUndo, canRedo);
      return {
        editable: lexical.isEditable(), canUndo, canRedo, fields, attendees: fields.attendees, ...summary,
        active: sameSet(before.active, toolbar.active), disabled: sameSet(before.disabled, toolbar.disabled),
        place: sameJson(before.place, toolbar.place), hasSelection: toolbar.hasSelection, dateline: sameJson(before.dateline, dateline),
      };
    }, { editor: lexical });
    const changed = (Object.keys(next) as (keyof EditorSnapshot)[]).some((key) => !Object.is(before[key], next[key]));
    if (changed) snapshots.set(next);
  };
  const soon = (): void => {
    timer ??= setTimeout(refresh, toolbarDelay);
  };
  const summaries = watchSummary(lexical, (next) => {
    summary = next;
    soon();
  });

  const stop = mergeRegister(
    lexical.registerUpdateListener(soon),
    lexical.registerEditableListener(soon),
    lexical.registerCommand(
      CAN_UNDO_COMMAND,
      (can) => {
        canUndo = can;
        soon();
        return false;
      },
      COMMAND_PRIORITY_LOW,
    ),
    lexical.registerCommand(
      CAN_REDO_COMMAND,
      (can) => {
        canRedo = can;
        soon();
        return false;
      },
      COMMAND_PRIORITY_LOW,
    ),
  );

  const askLink = (): void => {
    const url = lexical.getEditorState().read(() => {
      const selection = $getSelection();
      const node = $isRangeSelection(selection) ? $findMatchingParent(selection.focus.getNode(), $isLinkNode) : null;
      return node === null ? '' : node.getURL();
    });
    const box = boxOfSelection(lexical);
    if (box !== undefined) link.set({ url, anchor: { left: box.left, top: box.top, bottom: box.bottom } });
  };

  const editor: StoryEditor = {
    lexical,
    load: (document, { seq, editable }) => {
      // Before, not after: loading is then the state that the first undo goes back to.
      lexical.dispatchCommand(CLEAR_HISTORY_COMMAND);
      loadDocument(lexical, document, newBlockId, () => autosave.reset(document, seq));
      lexical.setEditable(editable);
      summaries.refresh();
      if (timer !== null) clearTimeout(timer);
      refresh();
    },
    document: () => lexical.read(() => $readDocument()),
    fields: () => lexical.read(() => $getStoryFields()),
    updateFields: (change) => once(() => $setStoryFields(change($getStoryFields()))),
    replaceStory: (document) => once(() => $replaceStory(document)),
    applyBlocks: (replacement) => once(() => $replaceBlocks(replacement)),
    save: autosave.handle,
    subscribe: snapshots.subscribe,
    snapshot: snapshots.get,
    canUndo: () => canUndo && lexical.isEditable(),
    run,
    attendees,
    setDateline: (dateline) => once(() => $setDateline(dateline, options.today())),
    insertFigure: (photo) => {
      const id = newBlockId();
      once(() => {
        $insertFigure(photo, () => id);
      });
      return id;
    },
    setPhoto: (figure, photo) => setPhoto(lexical, figure, photo),
    placePhotoFiles: (files, figure) => placePhotos(files, { figure: figure ?? null, before: null }),
    pickFiles: async () => {
      const files = await chooseFiles(storyFiles, true);
      if (files.length > 0) await takeIn(files, { figure: null, before: null });
      lexical.focus();
    },
    focus: () => lexical.focus(),
    focusBlock: (block, offset = 0) => {
      lexical.update(
        () => {
          const node = $blockById(block);
          if (node !== null) $caretAt(node, offset);
        },
        { discrete: true },
      );
      lexical.focus();
    },
    caret: () => lexical.read(() => $caret()),
    setEditable: (editable) => lexical.setEditable(editable),
    destroy: () => {
      if (timer !== null) clearTimeout(timer);
      stop();
      summaries.dispose();
      autosave.dispose();
      lexical.setRootElement(null);
      lexical.dispose();
    },
  };

  const commands = {
    editor: lexical,
    today: options.today,
    askLink,
    pickFigure: () => void pick(null),
    insertEmptyFigure: () => {
      editor.insertFigure(null);
    },
    move: moves.step,
    tagSelection: () => attendees.tagSelection() !== null,
    untagSelection: () => attendees.untagSelection(),
  };

  if (mention === undefined || slash === undefined) throw new Error('the menus are part of every editor');
  setViews(editor, {
    lexical,
    mention,
    slash,
    link,
    moves,
    heard,
    answerLink: (url) => {
      link.set(null);
      if (url === null || isAllowedUrl(url)) once(() => $applyLink(url === null ? null : url.trim()));
      lexical.focus();
    },
    closeLink: () => {
      link.set(null);
      lexical.focus();
    },
    relabel: (t) => {
      translate = t;
      relabelFigures(lexical);
    },
  });
  return editor;
}

/** Of the words selected in the window, or, when the focus was elsewhere, of the block the selection ends in. */
function boxOfSelection(editor: LexicalEditor): DOMRect | undefined {
  const selection = window.getSelection();
  const range = selection === null || selection.rangeCount === 0 ? null : selection.getRangeAt(0);
  const box = range === null || editor.getRootElement()?.contains(range.startContainer) !== true ? undefined : range.getBoundingClientRect();
  if (box !== undefined && box.height > 0) return box;
  const key = editor.getEditorState().read(() => {
    const focus = $getSelection();
    return $isRangeSelection(focus) ? focus.focus.key : null;
  });
  return (key === null ? null : editor.getElementByKey(key))?.getBoundingClientRect();
}

const sameSet = <T>(before: ReadonlySet<T>, next: ReadonlySet<T>): ReadonlySet<T> =>
  before.size === next.size && [...next].every((value) => before.has(value)) ? before : next;

const sameJson = <T>(before: T, next: T): T => (JSON.stringify(before) === JSON.stringify(next) ? before : next);
