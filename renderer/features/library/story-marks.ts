import type { StoryId } from '#core/base/ids.ts';

/**
 * Which stories an act is for. Without marks that is the current row alone. Marks are made on purpose (Ctrl or Shift with a click or an
 * arrow, Space, Ctrl+A, the box beside a row) and stay while the arrows go on, until Esc, a plain click or the act itself.
 */
export interface StoryMarks {
  readonly ids: ReadonlySet<StoryId>;
  /** Where a range starts: the row that was last touched without Shift. */
  readonly anchor: number;
}

export const noMarks: StoryMarks = { ids: new Set(), anchor: 0 };

/** Space, the box: on or off, nothing else. */
export function toggleMark({ ids }: StoryMarks, id: StoryId, index: number): StoryMarks {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: index };
}

/** Ctrl and a click: where nothing was marked, the current row was what an act was for, and stays so. */
export const toggleBeside = (marks: StoryMarks, current: StoryId | null, id: StoryId, index: number): StoryMarks =>
  toggleMark(marks.ids.size === 0 && current !== null && current !== id ? { ...marks, ids: new Set([current]) } : marks, id, index);

/** Shift: from the anchor to here, in place of what was marked. */
export const markRange = ({ anchor }: StoryMarks, ids: readonly StoryId[]): StoryMarks => ({ ids: new Set(ids), anchor });

/** First and last row of a range, whichever way it was drawn. */
export const rangeOf = ({ anchor }: StoryMarks, to: number): readonly [number, number] => [Math.min(anchor, to), Math.max(anchor, to)];
