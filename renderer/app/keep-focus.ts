import { isAsking } from './commands/command-center.ts';

/** Milliseconds a screen has to take the focus itself, once what had it is gone. */
const patience = 200;

/** Nobody is at anything: a screen that appears may take the focus to where its work begins. */
export const isFocusFree = (): boolean => document.activeElement === document.body || document.activeElement?.matches('[data-region="page"]') === true;

/**
 * A button that goes away with what it did leaves the focus nowhere, and the next Tab at the window's first control. Then the page takes it:
 * the text to write in, or the region itself. Never a button in the same place: who presses twice must not do the next thing unasked.
 */
export function keepFocus(): () => void {
  let last: Element | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const remember = (event: FocusEvent): void => {
    last = event.target instanceof Element ? event.target : null;
  };
  const isLost = (): boolean => last !== null && !last.isConnected && document.activeElement === document.body;
  const look = (): void => {
    if (timer !== null || !isLost()) return;
    timer = setTimeout(() => {
      timer = null;
      if (!isLost() || isAsking()) return;
      const page = document.querySelector<HTMLElement>('[data-region="page"]');
      (page?.querySelector<HTMLElement>('[contenteditable="true"]') ?? page)?.focus({ preventScroll: true });
    }, patience);
  };
  const watch = new MutationObserver(look);
  watch.observe(document.body, { childList: true, subtree: true });
  document.addEventListener('focusin', remember);
  return () => {
    watch.disconnect();
    document.removeEventListener('focusin', remember);
    if (timer !== null) clearTimeout(timer);
  };
}
