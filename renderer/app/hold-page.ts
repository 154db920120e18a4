/** The caret's line when it is in sight, else the block at the top of what is. */
function anchorIn(scroller: HTMLElement): (() => number) | null {
  const frame = scroller.getBoundingClientRect();
  const selection = window.getSelection();
  const range = selection === null || selection.rangeCount === 0 ? null : selection.getRangeAt(0);
  if (range !== null && scroller.contains(range.endContainer)) {
    const element = range.endContainer instanceof Element ? range.endContainer : range.endContainer.parentElement;
    const place = (): number => {
      const line = range.getClientRects()[0];
      return (line ?? element?.getBoundingClientRect())?.top ?? 0;
    };
    if (place() >= frame.top && place() < frame.bottom) return place;
  }
  const blocks = scroller.querySelectorAll('[data-story-page] > *');
  const first = [...blocks].find((block) => block.getBoundingClientRect().bottom > frame.top + 1);
  return first === undefined ? null : () => first.getBoundingClientRect().top;
}

/** Changes the measures of the page under the writer's eyes: what they were looking at stays at its height of the window. */
export function holdPage(change: () => void): void {
  const scroller = document.querySelector<HTMLElement>('[data-scrolls="page"]');
  const anchor = scroller === null ? null : anchorIn(scroller);
  const before = anchor?.();
  change();
  if (scroller === null || anchor === null || before === undefined) return;
  const moved = anchor() - before;
  if (Math.abs(moved) >= 1) scroller.scrollTop += moved;
}
