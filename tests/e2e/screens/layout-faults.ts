import type { Page } from '@playwright/test';

export interface LayoutOptions {
  /** The words are longer than any we ship: a placeholder may end in an ellipsis, if it does. */
  readonly drawnOut?: boolean;
}

/**
 * What of the page can't be reached by reading down: boxes that scroll sideways, words cut off by a box or by the window's edge, words over other words,
 * placeholders longer than their field (an address or a slug, which has no spaces, may be). Words that end in an ellipsis, and words
 * only meant to be heard, are left out.
 * One line for each.
 */
export async function layoutFaults(page: Page, { drawnOut = false }: LayoutOptions = {}): Promise<readonly string[]> {
  await page.evaluate(() => document.fonts.ready);
  return page.evaluate((mayShorten) => {
    const faults = new Set<string>();
    const named = (element: Element): string => {
      const name = element.className.toString().split(' ')[0] ?? '';
      return `${element.tagName.toLowerCase()}${name === '' ? '' : `.${name}`} “${(element.textContent ?? '').trim().slice(0, 40)}”`;
    };
    const root = document.documentElement;
    if (root.scrollWidth > window.innerWidth + 1) faults.add(`the page is ${root.scrollWidth} wide in a window of ${window.innerWidth}`);
    for (const element of document.querySelectorAll('body, body *')) {
      const { overflowX } = getComputedStyle(element);
      if ((overflowX === 'auto' || overflowX === 'scroll') && element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1) {
        faults.add(`scrolls sideways by ${element.scrollWidth - element.clientWidth}: ${named(element)}`);
      }
    }
    const isHeardOnly = (style: CSSStyleDeclaration): boolean => style.clipPath !== 'none' && style.position === 'absolute';
    const endsInEllipsis = (style: CSSStyleDeclaration): boolean => style.textOverflow === 'ellipsis' || (style.webkitLineClamp !== 'none' && style.webkitLineClamp !== '');
    const cut = (text: Text): string | null => {
      const range = document.createRange();
      range.selectNodeContents(text);
      const box = range.getBoundingClientRect();
      let scrolls = false;
      for (let at = text.parentElement; at !== null && at !== document.body; at = at.parentElement) {
        const style = getComputedStyle(at);
        if (isHeardOnly(style) || endsInEllipsis(style)) return null;
        const frame = at.getBoundingClientRect();
        const hides = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';
        if (hides(style.overflowX) && (box.left < frame.left - 1 || box.right > frame.right + 1)) return `cut off at its side by ${named(at)}`;
        if (!scrolls && hides(style.overflowY) && (box.top < frame.top - 4 || box.bottom > frame.bottom + 4)) return `cut off above or below by ${named(at)}`;
        if (style.overflowY === 'auto' || style.overflowY === 'scroll') scrolls = true;
        if (style.position === 'fixed') break;
      }
      if (box.left < -1 || box.right > window.innerWidth + 1) return 'beyond the window’s side';
      if (!scrolls && (box.top < -1 || box.bottom > window.innerHeight + 1)) return 'beyond the window’s top or bottom';
      return null;
    };
    /** What floats over the rest, or hides what is below it, belongs to a layer of its own. */
    const layerOf = (element: Element): Element => {
      for (let at: Element | null = element; at !== null && at !== document.body; at = at.parentElement) {
        const { position, zIndex, backgroundColor } = getComputedStyle(at);
        if (position === 'fixed' || position === 'sticky' || (position === 'absolute' && (zIndex !== 'auto' || backgroundColor.startsWith('rgb(')))) return at;
      }
      return document.body;
    };
    /** As much of a box as the boxes around it show; null: nothing. */
    const visible = (box: DOMRect, within: Element | null): DOMRect | null => {
      let [left, top, right, bottom] = [Math.max(0, box.left), Math.max(0, box.top), Math.min(window.innerWidth, box.right), Math.min(window.innerHeight, box.bottom)];
      for (let at = within; at !== null && at !== document.body; at = at.parentElement) {
        const { overflowX, overflowY, position, clipPath } = getComputedStyle(at);
        if (clipPath !== 'none') return null;
        const frame = at.getBoundingClientRect();
        if (overflowX !== 'visible') [left, right] = [Math.max(left, frame.left), Math.min(right, frame.right)];
        if (overflowY !== 'visible') [top, bottom] = [Math.max(top, frame.top), Math.min(bottom, frame.bottom)];
        if (position === 'fixed') break;
      }
      return right - left > 2 && bottom - top > 2 ? new DOMRect(left, top, right - left, bottom - top) : null;
    };
    /** The boxes of a text's lines; a quarter of the height above and below is room for accents and tails. */
    const lines = (text: Text): readonly DOMRect[] => {
      const range = document.createRange();
      range.selectNodeContents(text);
      return [...range.getClientRects()].map((box) => visible(new DOMRect(box.left, box.top + box.height / 4, box.width, box.height / 2), text.parentElement)).filter((box) => box !== null);
    };
    const overlaps = (texts: readonly Text[]): readonly string[] => {
      interface Seen {
        readonly of: Node;
        readonly name: string;
        readonly box: DOMRect;
        readonly layer: Element;
      }
      const all: Seen[] = texts.flatMap((text) => lines(text).map((box) => ({ of: text, name: `“${text.data.trim().slice(0, 30)}”`, box, layer: layerOf(text.parentElement ?? document.body) })));
      for (const icon of document.querySelectorAll('button .icon')) {
        const box = icon.checkVisibility({ opacityProperty: true, visibilityProperty: true }) ? visible(icon.getBoundingClientRect(), icon.parentElement) : null;
        if (box !== null) all.push({ of: icon, name: `the icon of “${icon.closest('button')?.getAttribute('aria-label') ?? icon.closest('button')?.textContent ?? ''}”`, box, layer: layerOf(icon) });
      }
      return all.flatMap((one, at) =>
        all
          .slice(at + 1)
          .filter((other) => other.of !== one.of && other.layer === one.layer && Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left) > 2 && Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top) > 2)
          .map((other) => `${one.name} lies over ${other.name}`),
      );
    };
    const shown: Text[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
      const parent = text.parentElement;
      if (!(text instanceof Text) || text.data.trim() === '' || parent === null) continue;
      if (['SCRIPT', 'STYLE', 'OPTION'].includes(parent.tagName) || !parent.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      const why = cut(text);
      if (why !== null) faults.add(`“${text.data.trim().slice(0, 40)}” is ${why}`);
      else shown.push(text);
    }
    for (const fault of overlaps(shown)) faults.add(fault);
    const pen = document.createElement('canvas').getContext('2d');
    for (const field of document.querySelectorAll('input')) {
      if (!field.placeholder.includes(' ') || field.value !== '' || !field.checkVisibility() || pen === null) continue;
      const style = getComputedStyle(field);
      if (mayShorten && style.textOverflow === 'ellipsis') continue;
      pen.font = getComputedStyle(field, '::placeholder').font;
      const room = field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
      if (pen.measureText(field.placeholder).width > room + 1) faults.add(`the placeholder “${field.placeholder}” is longer than its field of ${Math.round(room)}`);
    }
    return [...faults];
  }, drawnOut);
}
