import { z } from 'zod';
import { Appearance } from '#core/contract/desktop.ts';

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const Bounds = z.object({ x: z.number().int(), y: z.number().int(), width: z.number().int().positive(), height: z.number().int().positive() });

/** What a start needs to know of the last one, in a file beside the window's profile. `bounds`: as before it was maximised. */
export const WindowMemory = z.object({
  bounds: Bounds.nullable().default(null),
  isMaximized: z.boolean().default(false),
  appearance: Appearance.nullable().default(null),
  zoom: z.number().default(0),
  exportFolder: z.string().nullable().default(null),
});
export type WindowMemory = z.infer<typeof WindowMemory>;
export const noMemory: WindowMemory = WindowMemory.parse({});

/** Anything that is not sound is as if it weren't there: a window always opens. */
export function parseMemory(text: string): WindowMemory {
  try {
    return WindowMemory.parse(JSON.parse(text));
  } catch (problem) {
    if (problem instanceof SyntaxError || problem instanceof z.ZodError) return noMemory;
    throw problem;
  }
}

export const smallest = { width: 360, height: 420 };
const usual = { width: 1280, height: 840 };

const overlap = (a: Bounds, b: Bounds): number =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) * Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));

/**
 * Where a window opens: where it was, as far as that is on a screen that is there now, whole, and with its title bar within
 * reach; else in the middle of the first screen.
 * @param areas of the screens without task bars, in DIP; the first is the main one
 */
export function placeWindow(kept: Bounds | null, areas: readonly Bounds[], shift = 0): Bounds {
  const main = areas[0] ?? { x: 0, y: 0, ...usual };
  const wanted = kept === null ? null : { ...kept, x: kept.x + shift, y: kept.y + shift };
  const area = wanted === null ? main : (areas.toSorted((a, b) => overlap(wanted, b) - overlap(wanted, a))[0] ?? main);
  const size = (side: 'width' | 'height'): number => Math.min(area[side], Math.max(smallest[side], wanted?.[side] ?? usual[side]));
  const width = size('width');
  const height = size('height');
  const within = (at: number, start: number, room: number): number => Math.min(Math.max(at, start), start + room);
  if (wanted === null || overlap(wanted, area) === 0) {
    const middle = (start: number, room: number): number => within(Math.round(start + room / 2) + shift, start, room);
    return { x: middle(area.x, area.width - width), y: middle(area.y, area.height - height), width, height };
  }
  return { x: within(wanted.x, area.x, area.width - width), y: within(wanted.y, area.y, area.height - height), width, height };
}
