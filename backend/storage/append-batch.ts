import type { StoryId } from '#core/base/ids.ts';
import type { Result } from '#core/base/result.ts';
import { err, ok } from '#core/base/result.ts';
import type { WireError } from '#core/contract/errors.ts';
import { wireError } from '#core/contract/errors.ts';
import type { StoryChanges } from '#core/story/changes.ts';
import type { BlockJson, FieldName } from '#core/story/document.ts';
import type { Db } from './db.ts';
import { readOrder, readShape } from './story-records.ts';
import { structureProblem } from './story-structure.ts';

const fieldOf = (block: BlockJson): FieldName | null => (block.type === 'field' ? block.field : null);

const invalid = (detail: string): Result<never, WireError> => err(wireError('story.invalid', { detail }));

/** Duplicates inside one batch: the same block twice, or changed and removed at once. */
function batchProblem({ upsert, remove }: StoryChanges): string | null {
  const seen = new Set<string>();
  for (const block of upsert) {
    if (seen.has(block.$.bid)) return `block ${block.$.bid} comes twice`;
    seen.add(block.$.bid);
  }
  const gone = remove.find((id) => seen.has(id));
  return gone === undefined ? null : `block ${gone} is both changed and removed`;
}

/** Writes one batch, inside the caller's transaction, after asserting that the story stays whole. Errors: `story.invalid`. */
export function applyChanges(db: Db, id: StoryId, changes: StoryChanges): Result<null, WireError> {
  const problem = batchProblem(changes);
  if (problem !== null) return invalid(problem);
  // Typing changes what blocks say, not which there are: then the whole shape need not be read.
  const stored = db.prepare('SELECT field FROM block WHERE story_id = ? AND block_id = ?');
  const sameShape = (block: BlockJson): boolean => stored.get(id, block.$.bid)?.['field'] === fieldOf(block);
  if (changes.order !== null || changes.remove.length > 0 || !changes.upsert.every(sameShape)) {
    const blocks = readShape(db, id);
    for (const blockId of changes.remove) blocks.delete(blockId);
    for (const block of changes.upsert) blocks.set(block.$.bid, fieldOf(block));
    const broken = structureProblem({ blocks, order: changes.order ?? readOrder(db, id) });
    if (broken !== null) return invalid(broken);
  }
  const remove = db.prepare('DELETE FROM block WHERE story_id = ? AND block_id = ?');
  for (const blockId of changes.remove) remove.run(id, blockId);
  const upsert = db.prepare(
    'INSERT INTO block(story_id, block_id, field, json) VALUES (?, ?, ?, ?) ON CONFLICT(story_id, block_id) DO UPDATE SET field = excluded.field, json = excluded.json',
  );
  for (const block of changes.upsert) upsert.run(id, block.$.bid, fieldOf(block), JSON.stringify(block));
  if (changes.order !== null) db.prepare('UPDATE story_order SET json = ? WHERE story_id = ?').run(JSON.stringify(changes.order), id);
  if (changes.fields !== null) db.prepare('UPDATE story_fields SET json = ? WHERE story_id = ?').run(JSON.stringify(changes.fields), id);
  return ok(null);
}

/**
 * Whether the stored story already is what this batch makes of it: a batch whose acknowledgement was lost on the way comes
 * again and must not be taken for someone else's.
 */
export function isApplied(db: Db, id: StoryId, changes: StoryChanges): boolean {
  const block = db.prepare('SELECT json FROM block WHERE story_id = ? AND block_id = ?');
  if (changes.upsert.some((changed) => block.get(id, changed.$.bid)?.['json'] !== JSON.stringify(changed))) return false;
  if (changes.remove.some((blockId) => block.get(id, blockId) !== undefined)) return false;
  const order = db.prepare('SELECT json FROM story_order WHERE story_id = ?').get(id)?.['json'];
  if (changes.order !== null && order !== JSON.stringify(changes.order)) return false;
  const fields = db.prepare('SELECT json FROM story_fields WHERE story_id = ?').get(id)?.['json'];
  return changes.fields === null || fields === JSON.stringify(changes.fields);
}
