import { z } from 'zod';
import { BlockId } from '../base/ids.ts';
import { BlockJson, StoryFields } from './document.ts';

/**
 * One batch of edits: blocks that are new or changed, blocks that are gone, the whole order when it changed, the fields when
 * they changed. A batch is applied whole or not at all, on top of the `seq` it names as its base.
 */
export const StoryChanges = z.object({
  upsert: z.array(BlockJson),
  remove: z.array(BlockId),
  order: z.array(BlockId).nullable(),
  fields: StoryFields.nullable(),
});
export type StoryChanges = z.infer<typeof StoryChanges>;

export const isEmptyChange = (changes: StoryChanges): boolean =>
  changes.upsert.length === 0 && changes.remove.length === 0 && changes.order === null && changes.fields === null;

/** The later batch on top of the earlier one, as a single batch. */
export function mergeChanges(earlier: StoryChanges, later: StoryChanges): StoryChanges {
  const gone = new Set(later.remove);
  const upsert = new Map(earlier.upsert.filter((block) => !gone.has(block.$.bid)).map((block) => [block.$.bid, block]));
  for (const block of later.upsert) upsert.set(block.$.bid, block);
  const remove = new Set([...earlier.remove.filter((id) => !upsert.has(id)), ...later.remove]);
  return { upsert: [...upsert.values()], remove: [...remove], order: later.order ?? earlier.order, fields: later.fields ?? earlier.fields };
}
