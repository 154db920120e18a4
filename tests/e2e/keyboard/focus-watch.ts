import type { BrowserContext, Page } from '@playwright/test';

declare global {
  interface Window {
    /** Stops of the focus that were looked at. */
    watchedStops?: number;
    noteFault?: (fault: string) => Promise<void>;
  }
}

/** What the window does wrong by someone who has a keyboard and eyes; filled as it happens. */
export interface FocusWatch {
  /** Faults since the last time, each once. */
  takeFaults(): readonly string[];
  /** How many stops of the focus were looked at so far. */
  stops(page: Page): Promise<number>;
}

/**
 * Watches every page of this context from its first moment: any event of a pointer is a fault, and so is a stop of the focus without a visible
 * ring (a field may show its caret instead), out of the window, or covered by something else (WCAG 2.4.7, 2.4.11). A stop is looked at when
 * the focus has stayed for two frames; it is a fault when it stays wrong.
 * `mayPoint`: only the rings are of interest.
 */
export async function watchFocus(context: BrowserContext, { mayPoint = false } = {}): Promise<FocusWatch> {
  const faults = new Set<string>();
  await context.exposeFunction('noteFault', (fault: string) => {
    if (!mayPoint || !fault.startsWith('a pointer')) faults.add(fault);
  });
  await context.addInitScript(watch);
  return {
    takeFaults: () => {
      const taken = [...faults];
      faults.clear();
      return taken;
    },
    stops: (page) => page.evaluate(() => window.watchedStops ?? 0),
  };
}

/** Runs in the page, by itself: nothing outside it is known there. */
function watch(): void {
  const note = (fault: string): void => void window.noteFault?.(fault);
  const named = (element: Element): string => `${element.tagName.toLowerCase()}.${element.getAttribute('class')?.split(' ')[0] ?? ''} “${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}”`;

  for (const type of ['pointerdown', 'pointermove', 'mousedown', 'mousemove', 'touchstart', 'wheel', 'dragstart', 'contextmenu'] as const) {
    window.addEventListener(type, (event) => { if (event.isTrusted) note(`a pointer was used: ${type} on ${event.target instanceof Element ? named(event.target) : 'the window'}`); }, { capture: true, passive: true });
  }

  const parse = (colour: string): readonly number[] => [...colour.matchAll(/[\d.]+/g)].map(([figure]) => parseFloat(figure));
  const isClear = (colour: string): boolean => parse(colour)[3] === 0;
  const luminance = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = parse(colour).slice(0, 3).map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one: string, other: string): number => {
    const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((first, second) => second - first);
    return (light + 0.05) / (dark + 0.05);
  };
  const groundBehind = (element: Element): string => {
    for (let at: Element | null = element; at !== null; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if (!isClear(backgroundColor)) return backgroundColor;
    }
    return 'rgb(255, 255, 255)';
  };
  /** A line of at least a pixel that can be told from what is round it. */
  const hasRing = (element: Element, least: number): boolean => {
    const { outlineStyle, outlineWidth, outlineColor, outlineOffset, boxShadow } = getComputedStyle(element);
    const outside = parseFloat(outlineOffset) >= 0 && element.parentElement !== null ? element.parentElement : element;
    if (outlineStyle !== 'none' && parseFloat(outlineWidth) >= least && contrast(outlineColor, groundBehind(outside)) >= 3) return true;
    return [...boxShadow.matchAll(/(rgba?\([^)]*\)) 0px 0px 0px ([\d.]+)px/g)].some(([, colour = '', width = '']) => parseFloat(width) >= least && contrast(colour, groundBehind(element)) >= 3);
  };
  const isField = (element: Element): boolean => element.matches('textarea, [contenteditable="true"], input:not([type="radio"], [type="checkbox"], [type="button"], [type="file"], [type="range"])');
  const caretOf = (element: Element): DOMRect => {
    const range = document.getSelection()?.rangeCount === 1 ? document.getSelection()?.getRangeAt(0) : undefined;
    if (range === undefined || !element.matches('[contenteditable="true"]') || !element.contains(range.startContainer)) return element.getBoundingClientRect();
    const caret = [...range.getClientRects()].at(-1);
    if (caret !== undefined) return caret;
    const block = range.startContainer instanceof Element ? (range.startContainer.childNodes[range.startOffset] ?? range.startContainer) : range.startContainer.parentElement;
    return (block instanceof Element ? block : element).getBoundingClientRect();
  };
  const showsFocus = (element: Element): boolean => {
    if (isField(element)) {
      const { caretColor } = getComputedStyle(element);
      return !isClear(caretColor) && contrast(caretColor, groundBehind(element)) >= 3;
    }
    // One of a list that floats is lit as a whole.
    if (element.matches('[role^="menuitem"], [role="option"]') && groundBehind(element) !== groundBehind(element.parentElement ?? element)) return true;
    const bearers = [element, element.parentElement, element.closest('label'), ...element.children].filter((one) => one !== null);
    return bearers.some((one) => hasRing(one, 1.5));
  };
  const covered = (element: Element): string | null => {
    const box = isField(element) ? caretOf(element) : element.getBoundingClientRect();
    if (box.bottom <= 0 || box.top >= window.innerHeight || box.right <= 0 || box.left >= window.innerWidth) return 'outside the window';
    const label = element.closest('label');
    // Heard only: its label is what is seen of it.
    if (box.width <= 1 && box.height <= 1 && label !== null) return null;
    const xs = [box.left + 1, (box.left + box.right) / 2, box.right - 1];
    const ys = [box.top + 1, (box.top + box.bottom) / 2, box.bottom - 1];
    let above: Element | null = null;
    for (const x of xs) {
      for (const y of ys) {
        const hit = document.elementFromPoint(x, y);
        if (hit === null) continue;
        if (element.contains(hit) || hit.contains(element) || label?.contains(hit) === true) return null;
        above = hit;
      }
    }
    return above === null ? 'outside the window' : `below ${named(above)}`;
  };

  /** What is wrong with a stop; null: nothing. */
  const wrong = (element: Element): string | null => {
    const why = covered(element);
    if (why !== null) return `the focus can't be seen, it is ${why}: ${named(element)}`;
    return showsFocus(element) ? null : `nothing shows that the focus is on ${named(element)}`;
  };
  /** Looks after two frames, and again for a quarter of a second: what opens takes the focus in its own time. */
  const look = (element: Element, frame = 0): void => {
    if (document.activeElement !== element || !element.isConnected) return;
    const fault = frame < 2 ? '' : wrong(element);
    if (fault !== null && frame < 15) requestAnimationFrame(() => look(element, frame + 1));
    else if (fault === null) window.watchedStops = (window.watchedStops ?? 0) + 1;
    else note(fault);
  };
  document.addEventListener('focusin', (event) => {
    const { target } = event;
    // Base UI's stops before and behind what floats hand the focus on at once; a region takes it to be read from, not to be worked with.
    if (!(target instanceof Element) || target.matches('[data-base-ui-focus-guard], main, [data-region]')) return;
    look(target);
  });
}
