/** Pixels from the edge of what scrolls within which a drag makes it scroll, and pixels a frame right at the edge. */
const reach = 56;
const fastest = 18;

export interface EdgeScroll {
  /** Where the pointer is, in pixels of the window. */
  at(y: number): void;
  stop(): void;
}

/** Scrolls while something is dragged near the upper or lower edge, the faster the nearer; `onScroll` after every step. */
export function startEdgeScroll(scroller: Element, onScroll: () => void): EdgeScroll {
  let frame: number | null = null;
  let y: number | null = null;
  const speed = (): number => {
    if (y === null) return 0;
    const box = scroller === document.scrollingElement ? { top: 0, bottom: window.innerHeight } : scroller.getBoundingClientRect();
    const over = y < box.top + reach ? y - box.top - reach : y > box.bottom - reach ? y - box.bottom + reach : 0;
    return Math.sign(over) * Math.min(fastest, Math.ceil((Math.abs(over) / reach) * fastest));
  };
  const step = (): void => {
    frame = null;
    const by = speed();
    if (by === 0) return;
    const before = scroller.scrollTop;
    scroller.scrollTop += by;
    if (scroller.scrollTop === before) return;
    onScroll();
    frame = requestAnimationFrame(step);
  };
  return {
    at: (now) => {
      y = now;
      if (frame === null && speed() !== 0) frame = requestAnimationFrame(step);
    },
    stop: () => {
      y = null;
      if (frame !== null) cancelAnimationFrame(frame);
      frame = null;
    },
  };
}
