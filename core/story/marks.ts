import { z } from 'zod';
import { AttendeeId } from '../base/ids.ts';

/**
 * A mark on a run of text: ids only, what they point to lives elsewhere. Marks may overlap; a run carries them as a list
 * without repeats, in the order of `markKey`. Comments and suggestions will be further kinds of the same mechanism.
 */
export const Mark = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), id: AttendeeId }),
  z.object({ kind: z.literal('dateline') }),
]);
export type Mark = z.infer<typeof Mark>;

export const markKey = (mark: Mark): string => (mark.kind === 'person' ? `person:${mark.id}` : mark.kind);

/** The list as it is stored: sorted and without repeats, so that equal sets compare equal. */
export function tidyMarks(marks: readonly Mark[]): readonly Mark[] {
  const byKey = new Map(marks.map((mark) => [markKey(mark), mark]));
  return [...byKey.entries()].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, mark]) => mark);
}

export const sameMarks = (left: readonly Mark[], right: readonly Mark[]): boolean =>
  left.length === right.length && left.every((mark, index) => markKey(mark) === markKey(right[index] as Mark));
