import type { Result } from '#core/base/result.ts';
import { err, ok } from '#core/base/result.ts';
import type { StoryId } from '#core/base/ids.ts';
import type { WireError } from '#core/contract/errors.ts';
import { wireError } from '#core/contract/errors.ts';
import type { BlockJson, FieldName, StoryDocument } from '#core/story/document.ts';
import type { ReviewEvent, StoryMeta, StoryStatus, StoryVersion, VersionReason } from '#core/story/meta.ts';
import type { Db, Row } from './db.ts';
import { liftDocument } from './lift-document.ts';

/** A story's line in the table `story`, before its events are added. */
export interface StoryRecord {
  readonly row: number;
  readonly schema: number;
  readonly versionSeq: number;
  readonly meta: Omit<StoryMeta, 'events'>;
}

const record = (row: Row): StoryRecord => ({
  row: Number(row['row']),
  schema: Number(row['schema']),
  versionSeq: Number(row['version_seq']),
  meta: {
    id: row['id'] as StoryId,
    status: row['status'] as StoryStatus,
    seq: Number(row['seq']),
    author: String(row['author']),
    createdAt: Number(row['created_at']),
    updatedAt: Number(row['updated_at']),
    trashedAt: row['trashed_at'] === null ? null : Number(row['trashed_at']),
  },
});

/** Errors: `story.missing`. */
export function readRecord(db: Db, id: StoryId): Result<StoryRecord, WireError> {
  const row = db.prepare('SELECT * FROM story WHERE id = ?').get(id);
  return row === undefined ? err(wireError('story.missing')) : ok(record(row));
}

export const readEvents = (db: Db, id: StoryId): ReviewEvent[] =>
  db.prepare('SELECT at, who, action, note FROM review_event WHERE story_id = ? ORDER BY row').all(id).map((row) => ({
    at: Number(row['at']),
    who: String(row['who']),
    action: row['action'] as ReviewEvent['action'],
    note: String(row['note']),
  }));

export const readMeta = (db: Db, stored: StoryRecord): StoryMeta => ({ ...stored.meta, events: readEvents(db, stored.meta.id) });

export const readOrder = (db: Db, id: StoryId): string[] => {
  const row = db.prepare('SELECT json FROM story_order WHERE story_id = ?').get(id);
  return JSON.parse(String(row?.['json'] ?? '[]')) as string[];
};

/** Block id → field name or null, without reading the text. */
export const readShape = (db: Db, id: StoryId): Map<string, FieldName | null> =>
  new Map(db.prepare('SELECT block_id, field FROM block WHERE story_id = ?').all(id).map((row) => [String(row['block_id']), row['field'] as FieldName | null]));

/** The whole text. Errors: `story.newer`. Throws when a block of the order is not stored: every save asserts that it is. */
export function readDocument(db: Db, { schema, meta }: StoryRecord): Result<StoryDocument, WireError> {
  const fields = db.prepare('SELECT json FROM story_fields WHERE story_id = ?').get(meta.id);
  const blocks = new Map(db.prepare('SELECT block_id, json FROM block WHERE story_id = ?').all(meta.id).map((row) => [String(row['block_id']), String(row['json'])]));
  const inOrder = readOrder(db, meta.id).map((blockId) => {
    const json = blocks.get(blockId);
    if (json === undefined) throw new Error(`block ${blockId} of story ${meta.id} is not stored`);
    return JSON.parse(json) as BlockJson;
  });
  return liftDocument({ schema, fields: JSON.parse(String(fields?.['json'])) as unknown, blocks: inOrder });
}

export const readVersion = (row: Row): StoryVersion => ({
  id: row['id'] as StoryVersion['id'],
  at: Number(row['at']),
  seq: Number(row['seq']),
  reason: row['reason'] as VersionReason,
  author: String(row['author']),
  words: Number(row['words']),
});
