import { $createRangeSelection, $getNodeByKey, $getSelection, $isRangeSelection, $isTextNode, $setSelection, HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG } from 'lexical';
import type { LexicalEditor } from 'lexical';
import { toNfc } from '#core/vietnamese/nfc.ts';
import { makeFinder } from '#core/vietnamese/find-text.ts';
import type { FindOptions } from '#core/vietnamese/find-text.ts';
import { createStore } from '../story/store.ts';
import type { Store } from '../story/store.ts';
import { $findHits } from './find-hits.ts';
import type { TextHit } from './find-hits.ts';
import { boxOfHit, clearHits, paintHits } from './paint-hits.ts';

export interface FindState {
  readonly query: string;
  readonly options: FindOptions;
  readonly count: number;
  /** Index of the hit one stands on; −1: none. */
  readonly current: number;
}

/** Find and replace over the whole page: headline, body and captions alike. */
export interface PageFinder {
  readonly state: Pick<Store<FindState>, 'get' | 'subscribe'>;
  search(query: string, options: FindOptions): void;
  /** Goes to the next hit (or the one before) and around at the ends. */
  step(back: boolean): void;
  /** Puts `text` in place of the hit one stands on and goes to the next; one step of undo. False: nothing to replace. */
  replace(text: string): boolean;
  /** All at once, one step of undo; how many there were. */
  replaceAll(text: string): number;
  /** Takes the paint away and selects the hit one stood on. */
  close(): void;
}

/** Milliseconds after a change of the text until hits are looked for again: never on the way of a key. */
const again = 150;

/** Lexical's selection, so that typing goes on at the hit; the window's focus stays where it is. */
function $selectHit(hit: TextHit): void {
  const last = hit.at(-1) ?? hit[0];
  if ($getNodeByKey(hit[0].key) === null || $getNodeByKey(last.key) === null) return;
  const selection = $createRangeSelection();
  selection.anchor.set(hit[0].key, hit[0].start, 'text');
  selection.focus.set(last.key, last.end, 'text');
  $setSelection(selection);
}

/** The first part takes the new text, so that it keeps the mark and the form the old one began with. */
function $replaceHit(hit: TextHit, text: string): void {
  hit.forEach(({ key, start, end }, index) => {
    const node = $getNodeByKey(key);
    if (!$isTextNode(node)) return;
    const keeps = index === 0 ? text : '';
    if (keeps === '' && end - start === node.getTextContentSize()) node.remove();
    else node.spliceText(start, end - start, keeps);
  });
}

/** Looks for text on the page as long as it is open; made when the find bar opens, closed with it. */
export function openFinder(editor: LexicalEditor, scroller: () => HTMLElement | null): PageFinder {
  const store = createStore<FindState>({ query: '', options: { accents: false, matchCase: false, wholeWord: false }, count: 0, current: -1 });
  let hits: readonly TextHit[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isOpen = true;

  const show = (current: number, isNear: boolean): void => {
    const at = hits.length === 0 ? -1 : (current + hits.length) % hits.length;
    store.set({ ...store.get(), count: hits.length, current: at });
    paintHits(editor, hits, at);
    const hit = hits[at];
    if (hit !== undefined && !isNear) reveal(hit);
  };
  const reveal = (hit: TextHit): void => {
    const box = boxOfHit(editor, hit);
    const view = scroller();
    if (box === null || view === null) return;
    const { top, bottom, height } = view.getBoundingClientRect();
    // A third from the top: the bar lies over the first lines.
    if (box.top < top + 96 || box.bottom > bottom - 24) view.scrollTop += box.top - top - height / 3;
  };
  const look = (): void => {
    const { query, options } = store.get();
    hits = editor.getEditorState().read(() => $findHits(makeFinder(query, options)));
  };
  /** The first hit at or behind the selection. */
  const $nearest = (): number => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection) || hits.length === 0) return 0;
    const point = selection.isBackward() ? selection.focus : selection.anchor;
    const at = point.getNode();
    const found = hits.findIndex(([{ key, start }]) => {
      const node = $getNodeByKey(key);
      return node !== null && (node.is(at) ? point.type !== 'text' || start >= point.offset : at.isBefore(node));
    });
    return Math.max(found, 0);
  };

  const stop = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
    if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => {
      timer = null;
      if (!isOpen) return;
      look();
      show(Math.min(Math.max(store.get().current, 0), Math.max(hits.length - 1, 0)), true);
    }, again);
  });
  // The focus is in the bar; a selection shown in the page would take it away.
  const change = (act: () => void): void => editor.update(act, { discrete: true, tag: [HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG] });

  return {
    state: store,
    search: (query, options) => {
      store.set({ ...store.get(), query, options });
      look();
      show(editor.getEditorState().read($nearest), false);
    },
    step: (back) => {
      if (timer !== null) look();
      show(store.get().current + (back ? -1 : 1), false);
    },
    replace: (text) => {
      look();
      const { current } = store.get();
      const hit = hits[Math.min(current, hits.length - 1)];
      if (hit === undefined || !editor.isEditable()) return false;
      const plain = toNfc(text);
      change(() => {
        $replaceHit(hit, plain);
        const node = $getNodeByKey(hit[0].key);
        if ($isTextNode(node)) node.select(hit[0].start + plain.length, hit[0].start + plain.length);
      });
      look();
      show(editor.getEditorState().read($nearest), false);
      return true;
    },
    replaceAll: (text) => {
      look();
      const all = hits;
      if (all.length === 0 || !editor.isEditable()) return 0;
      const plain = toNfc(text);
      // From the end, so that the places of those before stay true.
      change(() => [...all].reverse().forEach((hit) => $replaceHit(hit, plain)));
      look();
      show(0, true);
      return all.length;
    },
    close: () => {
      isOpen = false;
      stop();
      if (timer !== null) clearTimeout(timer);
      clearHits();
      const hit = hits[store.get().current];
      if (hit !== undefined) editor.update(() => $selectHit(hit), { discrete: true });
    },
  };
}
