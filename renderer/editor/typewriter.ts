import type { LexicalEditor } from 'lexical';

/** Where the middle of the caret's line stands, as a share of the page's height in the window. */
const height = 0.42;

/**
 * Milliseconds of quiet before the page follows the text. A typing tool takes letters back and sends others within a few: a word
 * that hops to the line above and returns must not take the page along.
 */
const quiet = 70;
/** Milliseconds after which the page follows even when keys come without a pause. */
const longest = 280;

const caretBox = (root: HTMLElement): { readonly top: number; readonly bottom: number } | null => {
  const selection = root.ownerDocument.getSelection();
  if (selection === null || selection.rangeCount === 0 || !selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.startContainer)) return null;
  const box = range.getClientRects()[0];
  if (box !== undefined && box.height > 0) return box;
  // An empty line has no letter to measure: its element begins where the line does.
  const at = range.startContainer;
  const element = at instanceof Element ? (at.children[range.startOffset] ?? at) : at.parentElement;
  const line = element instanceof HTMLBRElement ? element.parentElement : element;
  if (line === null) return null;
  const { top } = line.getBoundingClientRect();
  return { top, bottom: top + (parseFloat(getComputedStyle(line).lineHeight) || 28) };
};

/**
 * Keeps the line that is being written at one height of the window while the page scrolls under it. Waits out compositions
 * and typing tools; leaves the page alone when it was the mouse, the wheel or another window that moved the caret, until the
 * next key. At the story's beginning the line is higher: the page is never pushed down.
 */
export function startTypewriter(editor: LexicalEditor, scroller: HTMLElement): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let frame: number | null = null;
  let since = 0;
  let byKeyboard = false;

  const follow = (): void => {
    stopWaiting();
    const root = editor.getRootElement();
    if (!byKeyboard || root === null || editor.isComposing() || root.ownerDocument.activeElement !== root) return;
    const caret = caretBox(root);
    if (caret === null) return;
    const frameBox = scroller.getBoundingClientRect();
    const moved = Math.round((caret.top + caret.bottom) / 2 - (frameBox.top + frameBox.height * height));
    if (moved !== 0) scroller.scrollTop += moved;
  };
  const stopWaiting = (): void => {
    if (timer !== null) clearTimeout(timer);
    if (frame !== null) cancelAnimationFrame(frame);
    timer = null;
    frame = null;
  };
  const afterTyping = (): void => {
    const now = performance.now();
    if (timer === null) since = now;
    stopWaiting();
    timer = setTimeout(follow, Math.max(0, Math.min(quiet, since + longest - now)));
  };
  const onKey = (event: KeyboardEvent): void => {
    if (!['Control', 'Meta', 'Shift', 'Alt'].includes(event.key)) byKeyboard = true;
  };
  const onHand = (): void => {
    byKeyboard = false;
    stopWaiting();
  };
  scroller.addEventListener('keydown', onKey, { capture: true });
  scroller.addEventListener('compositionend', afterTyping);
  scroller.addEventListener('pointerdown', onHand, { capture: true });
  scroller.addEventListener('wheel', onHand, { passive: true });
  scroller.addEventListener('touchmove', onHand, { passive: true });
  const stop = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
    if (!byKeyboard || editor.isComposing()) return;
    if (dirtyElements.size > 0 || dirtyLeaves.size > 0) afterTyping();
    else if (timer === null) frame ??= requestAnimationFrame(follow);
  });
  return () => {
    stop();
    stopWaiting();
    scroller.removeEventListener('keydown', onKey, { capture: true });
    scroller.removeEventListener('compositionend', afterTyping);
    scroller.removeEventListener('pointerdown', onHand, { capture: true });
    scroller.removeEventListener('wheel', onHand);
    scroller.removeEventListener('touchmove', onHand);
  };
}
