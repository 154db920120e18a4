import type { Page } from '@playwright/test';

/** What readers of WCAG 1.4.12 may set: lines 1.5, letters 0.12 em, words 0.16 em, paragraphs 2 em. */
const wideText = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }';

/** Sets the text wider or as it was. By a sheet of the script's own: the page's policy takes no other. */
export const setTextWide = (page: Page, wide: boolean): Promise<void> =>
  page.evaluate((css) => {
    const ours = '--wide-text';
    const kept = document.adoptedStyleSheets.filter((sheet) => !sheet.cssRules[0]?.cssText.includes(ours));
    if (css !== null) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`:root { ${ours}: 1 } ${css}`);
      kept.push(sheet);
    }
    document.adoptedStyleSheets = kept;
  }, wide ? wideText : null);

/** Whatever still moves or would move, for someone who asked for no motion. */
export const motionFaults = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const faults = new Set<string>();
    const named = (element: Element | null): string => `${element?.tagName.toLowerCase() ?? '?'}.${element?.getAttribute('class')?.split(' ')[0] ?? ''}`;
    for (const animation of document.getAnimations()) {
      if (animation.playState === 'running') faults.add(`moves: ${named(animation.effect instanceof KeyframeEffect ? animation.effect.target : null)}`);
    }
    for (const element of document.querySelectorAll('body *')) {
      for (const part of [undefined, '::before', '::after']) {
        const { transitionDuration, animationName, animationDuration } = getComputedStyle(element, part);
        const isLasting = (durations: string): boolean => durations.split(',').some((one) => parseFloat(one) > 0);
        if (isLasting(transitionDuration)) faults.add(`would take its time: ${named(element)}${part ?? ''}, ${transitionDuration}`);
        if (animationName !== 'none' && isLasting(animationDuration)) faults.add(`would move: ${named(element)}${part ?? ''}, ${animationName}`);
      }
    }
    return [...faults];
  });

declare global {
  interface Window {
    /** What stands out by its ground alone in the colours of the theme. */
    tinted?: readonly Element[];
  }
}

/** Remembers what is selected, current or pressed and shows it by a tint; asked before colours are forced. */
const findTinted = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const chosen = '[aria-selected="true"], [aria-current]:not([aria-current="false"]), [aria-pressed="true"], [data-highlighted]';
    window.tinted = [...document.querySelectorAll(chosen)].filter((element) => getComputedStyle(element).backgroundColor !== 'rgba(0, 0, 0, 0)');
  });

/**
 * What can't be told apart where the system paints with its own few colours: buttons without words, fields without an edge, and whatever
 * is selected, current or pressed only by a tint. Ends with forced colours in force.
 */
export async function forcedColourFaults(page: Page): Promise<readonly string[]> {
  await findTinted(page);
  await page.emulateMedia({ forcedColors: 'active' });
  return page.evaluate(() => {
    const faults = new Set<string>();
    const named = (element: Element): string => `${element.tagName.toLowerCase()}.${element.getAttribute('class')?.split(' ')[0] ?? ''} “${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 30)}”`;
    const isShown = (element: Element): boolean => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && element.getBoundingClientRect().width > 1;
    const isClear = (colour: string): boolean => colour === 'transparent' || /^rgba\(.*, 0\)$/.test(colour);
    const edges = (style: CSSStyleDeclaration): boolean =>
      (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1 && !isClear(style.outlineColor)) ||
      ['top', 'right', 'bottom', 'left'].some((side) => style.getPropertyValue(`border-${side}-style`) !== 'none' && parseFloat(style.getPropertyValue(`border-${side}-width`)) >= 1 && !isClear(style.getPropertyValue(`border-${side}-color`)));
    const paper = getComputedStyle(document.body).backgroundColor;
    for (const icon of document.querySelectorAll('.icon')) {
      if (isShown(icon) && [paper, 'rgba(0, 0, 0, 0)'].includes(getComputedStyle(icon).backgroundColor)) faults.add(`an icon has the colour of the ground: ${named(icon.parentElement ?? icon)}`);
    }
    for (const field of document.querySelectorAll('input:not([type="radio"], [type="checkbox"], [type="file"]), textarea, select')) {
      // A search that is a whole row has the line below its row.
      const row = field.parentElement;
      if (isShown(field) && ![field, row, row?.parentElement].some((box) => box instanceof Element && edges(getComputedStyle(box)))) faults.add(`a field without an edge: ${named(field)}`);
    }
    for (const element of window.tinted ?? []) {
      if (!isShown(element)) continue;
      const boxes = [element, ...element.querySelectorAll('*')];
      const isMarked =
        boxes.some((box) => [undefined, '::before', '::after'].some((part) => edges(getComputedStyle(box, part)))) ||
        getComputedStyle(element).backgroundColor !== getComputedStyle(element.parentElement ?? element).backgroundColor ||
        getComputedStyle(element).textDecorationLine !== 'none';
      if (!isMarked) faults.add(`chosen, and looks like the others: ${named(element)}`);
    }
    return [...faults];
  });
}
