import type { Page } from '@playwright/test';

/**
 * What of the page can't be reached by reading down: boxes that scroll sideways, words cut off by a box or by the window's edge,
 * placeholders longer than their field (an address or a slug, which has no spaces, may be). Words that end in an ellipsis, and words
 * only meant to be heard, are left out.
 * One line for each.
 */
export async function layoutFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(() => document.fonts.ready);
  return page.evaluate(() => {
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
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
      const parent = text.parentElement;
      if (!(text instanceof Text) || text.data.trim() === '' || parent === null) continue;
      if (['SCRIPT', 'STYLE', 'OPTION'].includes(parent.tagName) || !parent.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      const why = cut(text);
      if (why !== null) faults.add(`“${text.data.trim().slice(0, 40)}” is ${why}`);
    }
    const pen = document.createElement('canvas').getContext('2d');
    for (const field of document.querySelectorAll('input')) {
      if (!field.placeholder.includes(' ') || field.value !== '' || !field.checkVisibility() || pen === null) continue;
      const style = getComputedStyle(field);
      pen.font = getComputedStyle(field, '::placeholder').font;
      const room = field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
      if (pen.measureText(field.placeholder).width > room + 1) faults.add(`the placeholder “${field.placeholder}” is longer than its field of ${Math.round(room)}`);
    }
    return [...faults];
  });
}
