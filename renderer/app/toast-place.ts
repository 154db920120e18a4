import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';

/** How near the caret may come, in pixels: the line it stands on and the next one stay free. */
const near = 64;

export interface ToastPlace {
  /** What the reporter works at lies under the toasts' corner: they go up. */
  readonly high: boolean;
  /** The focus is where letters are typed. */
  readonly typing: boolean;
}

/** Where toasts may stand without being in the way. Looked at only while there are any. */
export function useToastPlace(stack: RefObject<HTMLElement | null>, watching: boolean): ToastPlace {
  const [high, setHigh] = useState(false);
  const [typing, setTyping] = useState(false);
  useEffect(() => {
    if (!watching) return undefined;
    const look = (): void => {
      const corner = stack.current?.getBoundingClientRect();
      if (corner === undefined || corner.height === 0) return;
      // Up there as well as down here, the stack is as wide and about as high as it is now.
      const top = window.innerHeight - corner.height - near;
      const field = document.activeElement?.closest(inText) ?? null;
      setTyping(field !== null);
      const caret = field === null ? null : caretBox(field);
      if (caret !== null) setHigh(caret.right > corner.left - near && caret.bottom > top - near);
      else {
        const focused = focusedBox(stack.current);
        setHigh(focused !== null && focused.left >= corner.left && focused.top >= top);
      }
    };
    look();
    const events = ['selectionchange', 'focusin', 'scroll'] as const;
    for (const event of events) document.addEventListener(event, look, { capture: true, passive: true });
    window.addEventListener('resize', look);
    return () => {
      for (const event of events) document.removeEventListener(event, look, { capture: true });
      window.removeEventListener('resize', look);
    };
  }, [stack, watching]);
  return { high, typing };
}

const inText = '[contenteditable="true"], input, textarea';

/** Where the caret or the selection is in the window; a single field's own box is near enough. */
function caretBox(field: Element): DOMRect | null {
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) return field.getBoundingClientRect();
  const selection = document.getSelection();
  if (selection === null || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const box = range.getBoundingClientRect();
  if (box.height > 0) return box;
  // A caret in an empty paragraph has no box of its own.
  const at = range.startContainer;
  return (at instanceof Element ? at : at.parentElement)?.getBoundingClientRect() ?? null;
}

/** What has the focus, when it could disappear wholly behind a toast. */
function focusedBox(stack: HTMLElement | null): DOMRect | null {
  const at = document.activeElement;
  return at === null || at === document.body || stack?.contains(at) === true ? null : at.getBoundingClientRect();
}

/** A toast that is closed by keyboard hands the focus back to where it was before the toasts were visited. */
export function useFocusBack(stack: RefObject<HTMLElement | null>, toasts: readonly unknown[]): void {
  const before = useRef<HTMLElement | null>(null);
  const inside = useRef(false);
  useEffect(() => {
    const onFocus = (event: FocusEvent): void => {
      inside.current = event.target instanceof Node && stack.current?.contains(event.target) === true;
      if (!inside.current && event.target instanceof HTMLElement) before.current = event.target;
    };
    document.addEventListener('focusin', onFocus);
    return () => document.removeEventListener('focusin', onFocus);
  }, [stack]);
  useEffect(() => {
    if (!inside.current || document.activeElement !== document.body) return;
    inside.current = false;
    const target = before.current?.isConnected === true ? before.current : document.querySelector<HTMLElement>('main');
    target?.focus({ preventScroll: true });
  }, [toasts]);
}
