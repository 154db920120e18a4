import type { Page } from '@playwright/test';

/** What of the house stood on a screen when it was surveyed. */
export interface Surfaces {
  /** As `route.ts` calls them. */
  readonly views: readonly string[];
  /** Components by their stylesheet, which names their classes: `mark-bar`. */
  readonly parts: readonly string[];
  /** Titles of the dialogs, in Vietnamese. */
  readonly dialogs: readonly string[];
}

export const noSurfaces: Surfaces = { views: [], parts: [], dialogs: [] };

const together = (one: readonly string[], other: readonly string[]): readonly string[] => [...new Set([...one, ...other])].toSorted();

export const addSurfaces = (one: Surfaces, other: Surfaces): Surfaces => ({ views: together(one.views, other.views), parts: together(one.parts, other.parts), dialogs: together(one.dialogs, other.dialogs) });

/** Names of what `kept` has and `seen` does not. What comes and goes by itself is nobody's promise. */
export const missingSurfaces = (kept: Surfaces, seen: Surfaces): readonly string[] => [
  ...kept.views.filter((view) => !seen.views.includes(view)),
  ...kept.parts.filter((part) => !['tip', 'toast-layer', 'progress-bar'].includes(part) && !seen.parts.includes(part)),
  ...kept.dialogs.filter((dialog) => !seen.dialogs.includes(dialog)),
];

/** What stands on the screen now. */
export const findSurfaces = (page: Page): Promise<Surfaces> =>
  page.evaluate(() => {
    const shown = [...document.querySelectorAll('[class]')].filter((element) => element.checkVisibility());
    const parts = shown.flatMap((element) => [...element.classList].flatMap((name) => /^([\w-]+)-module_/.exec(name)?.[1] ?? []));
    const views = [...document.querySelectorAll('[data-view]')].flatMap((element) => element.getAttribute('data-view') ?? []);
    const isVietnamese = document.documentElement.lang === 'vi';
    const dialogs = [...document.querySelectorAll('[role="dialog"][data-asks]')].flatMap((dialog) => document.getElementById(dialog.getAttribute('aria-labelledby') ?? '')?.textContent ?? []);
    return { views: [...new Set(views)], parts: [...new Set(parts)], dialogs: isVietnamese ? [...new Set(dialogs)] : [] };
  });
