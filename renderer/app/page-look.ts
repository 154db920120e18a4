import type { Interface } from '#core/contract/settings.ts';
import { textSizes } from '#core/contract/settings.ts';
import type { App } from './services.ts';

type TextSize = Interface['textSize'];
type PageWidth = Interface['pageWidth'];

export const pageWidths = ['narrow', 'normal', 'wide'] as const satisfies readonly PageWidth[];
export const normalTextSize: TextSize = 18;

/** The next size up (1) or down (-1); at the end of the row the same one. */
export function nextTextSize(now: TextSize, by: 1 | -1): TextSize {
  return textSizes[textSizes.indexOf(now) + by] ?? now;
}

/** Narrow, normal, wide, and round again. */
export const nextWidth = (now: PageWidth): PageWidth => pageWidths[(pageWidths.indexOf(now) + 1) % pageWidths.length] ?? 'normal';

export const changeLook = (app: App, change: Partial<Interface>): void => void app.saveSettings({ interface: change });
