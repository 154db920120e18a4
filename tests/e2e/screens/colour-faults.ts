import type { Page } from '@playwright/test';
import type { Colour } from '#tests/look/colour.ts';
import { contrast, isSame, over, parseColour } from '#tests/look/colour.ts';
import { pairsInUse } from '#tests/look/pairs.ts';
import { colourTokens, tokenColour } from '#tests/look/tokens.ts';

interface Words {
  readonly text: string;
  readonly colour: string;
  /** From the words' own ground outwards, the last one opaque. */
  readonly grounds: readonly string[];
}

const known = new Set(pairsInUse().map(({ front, behind }) => `${front} ${behind}`));

/** Words of each colour on each ground, once. Leaves out what is fading, off or in a frame. */
const wordsOn = (page: Page, exclude: readonly string[]): Promise<readonly Words[]> =>
  page.evaluate((outside) => {
    const found = new Map<string, Words>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      if (element === null || node.textContent?.trim() === '' || element.closest('script, style, option, [aria-disabled="true"], :disabled') !== null) continue;
      if (outside.some((selector) => element.closest(selector) !== null) || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      const grounds: string[] = [];
      let isWhole = true;
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        const style = getComputedStyle(at);
        if (style.clipPath !== 'none' || parseFloat(style.opacity) < 1) isWhole = false;
        // A tint that leaves the top of its line free is painted as an even gradient.
        const tint = /^linear-gradient\((rgba?\([^)]*\)), \1\)/.exec(style.backgroundImage)?.[1];
        for (const ground of [tint, style.backgroundColor]) if (ground !== undefined && !/, 0\)$/.test(ground)) grounds.push(ground);
        if (grounds.some((ground) => ground.startsWith('rgb('))) break;
      }
      if (!isWhole) continue;
      const { color: colour } = getComputedStyle(element);
      const key = `${colour} ${grounds.join(' ')}`;
      if (!found.has(key)) found.set(key, { text: (node.textContent ?? '').trim().slice(0, 30), colour, grounds });
    }
    return [...found.values()];
  }, exclude);

/** Words whose colour or ground is no token, whose contrast is too small, or whose pair the table of `docs/contrast.md` does not know. */
export async function colourFaults(page: Page, theme: 'light' | 'dark', exclude: readonly string[] = []): Promise<readonly string[]> {
  const named = (colour: Colour): readonly string[] => colourTokens.filter((token) => isSame(tokenColour(token, { theme, contrast: 'normal' }), colour));
  return (await wordsOn(page, exclude)).flatMap(({ text, colour, grounds }) => {
    const front = parseColour(colour);
    const behind = grounds.toReversed().map(parseColour).reduce((below, above) => over(above, below));
    const ratio = contrast(front, behind);
    if (ratio < 4.5) return [`“${text}” has a contrast of ${ratio.toFixed(2)}: ${colour} on ${grounds.join(', ')}`];
    const [fronts, behinds] = [named(front), named(behind)];
    if (fronts.length === 0) return [`“${text}” has a colour that is no token: ${colour}`];
    if (behinds.length === 0) return [`“${text}” stands on what is no token: ${grounds.join(', ')}`];
    return fronts.some((one) => behinds.some((other) => known.has(`${one} ${other}`))) ? [] : [`“${text}” is ${fronts.join(' or ')} on ${behinds.join(' or ')}, a pair tests/look/pairs.ts does not know`];
  });
}
