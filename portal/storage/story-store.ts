import type { DatabaseSync } from 'node:sqlite';
import { inTransaction } from '#portal/storage/open-database.ts';
import type { Story, StoryStatus } from '#portal/story.ts';

export interface StoredStory {
  readonly storyId: string;
  /** Unique among all stories; the last part of the story's address. */
  readonly pageKey: string;
  readonly status: StoryStatus;
  readonly currentRevisionId: string;
  /** The revision that the last status change named. */
  readonly statusRevisionId: string | null;
  readonly lastPublishedRevisionId: string | null;
  /** First publication, ms since 1970 UTC. */
  readonly publishedAt: number | null;
  /** Last status change, ms since 1970 UTC. */
  readonly statusAt: number | null;
  readonly updatedAt: number;
}

export interface RevisionRow {
  readonly revisionId: string;
  readonly contentHash: string;
  readonly storedAt: number;
}

export interface StoredRevision extends RevisionRow {
  readonly story: Story;
}

export type PutRevision = { readonly outcome: 'stored' | 'same' | 'conflict'; readonly revision: RevisionRow };

export interface StatusWish {
  readonly status: StoryStatus;
  readonly revisionId: string;
  /** Undefined: no check. */
  readonly expected: string | null | undefined;
}

export type SetStatus =
  | { readonly outcome: 'set' | 'conflict'; readonly story: StoredStory }
  | { readonly outcome: 'no_story' | 'no_revision' };

export interface StoryStore {
  readonly find: (storyId: string) => StoredStory | null;
  readonly findByPageKey: (pageKey: string) => StoredStory | null;
  readonly revisions: (storyId: string) => RevisionRow[];
  readonly revision: (storyId: string, revisionId: string) => StoredRevision | null;
  /** Stores a revision once. `hash` is the content hash of `story`, `media` the photos it shows (all stored). */
  readonly putRevision: (storyId: string, revisionId: string, story: Story, hash: string, media: readonly string[]) => PutRevision;
  readonly setStatus: (storyId: string, wish: StatusWish) => SetStatus;
  /** Published stories, newest first. */
  readonly published: (limit: number, offset: number) => StoredStory[];
}

const storyColumns = `story_id AS storyId, page_key AS pageKey, status, current_revision_id AS currentRevisionId,
  status_revision_id AS statusRevisionId, last_published_revision_id AS lastPublishedRevisionId,
  published_at AS publishedAt, status_at AS statusAt, updated_at AS updatedAt`;
const revisionColumns = 'revision_id AS revisionId, content_hash AS contentHash, stored_at AS storedAt';

// The columns are named, typed (STRICT) and written by this file alone, so a row is what its query says.
const as = <T>(row: unknown): T | null => (row === undefined ? null : (row as T));

/** Stories and their revisions. Every write is one transaction and on disk when it returns. */
export const openStoryStore = (database: DatabaseSync, now: () => number): StoryStore => {
  const selectStory = database.prepare(`SELECT ${storyColumns} FROM story WHERE story_id = ?`);
  const selectByKey = database.prepare(`SELECT ${storyColumns} FROM story WHERE page_key = ?`);
  const selectPublished = database.prepare(
    `SELECT ${storyColumns} FROM story WHERE status = 'published' ORDER BY published_at DESC, story_id LIMIT ? OFFSET ?`,
  );
  const selectRevisions = database.prepare(`SELECT ${revisionColumns} FROM revision WHERE story_id = ? ORDER BY seq`);
  const selectRevision = database.prepare(
    `SELECT ${revisionColumns}, story_json AS storyJson FROM revision WHERE story_id = ? AND revision_id = ?`,
  );
  const upsertStory = database.prepare(
    `INSERT INTO story (story_id, page_key, status, current_revision_id, updated_at) VALUES (?, ?, 'draft', ?, ?)
     ON CONFLICT (story_id) DO UPDATE SET current_revision_id = excluded.current_revision_id, updated_at = excluded.updated_at`,
  );
  const insertRevision = database.prepare(
    'INSERT INTO revision (story_id, revision_id, content_hash, story_json, stored_at) VALUES (?, ?, ?, ?, ?)',
  );
  const insertRevisionMedia = database.prepare('INSERT INTO revision_media (sha256, story_id, revision_id) VALUES (?, ?, ?)');
  const updateStatus = database.prepare(
    `UPDATE story SET status = ?, status_revision_id = ?, last_published_revision_id = ?, published_at = ?, status_at = ?,
     updated_at = ? WHERE story_id = ?`,
  );

  const find = (storyId: string): StoredStory | null => as<StoredStory>(selectStory.get(storyId));
  const findByPageKey = (pageKey: string): StoredStory | null => as<StoredStory>(selectByKey.get(pageKey));
  const revision = (storyId: string, revisionId: string): StoredRevision | null => {
    const row = as<RevisionRow & { storyJson: string }>(selectRevision.get(storyId, revisionId));
    if (row === null) return null;
    const { storyJson, ...rest } = row;
    return { ...rest, story: JSON.parse(storyJson) as Story };
  };

  /** Eight hex digits of the id, or more when another story has them: UUIDs of version 7 share them within a minute. */
  const freePageKey = (storyId: string): string => {
    const hex = storyId.replaceAll('-', '');
    for (let length = 8; length < hex.length; length += 1) {
      const key = hex.slice(0, length);
      if (findByPageKey(key) === null) return key;
    }
    return hex;
  };

  return {
    find,
    findByPageKey,
    revision,
    revisions: (storyId) => selectRevisions.all(storyId) as unknown as RevisionRow[],
    published: (limit, offset) => selectPublished.all(limit, offset) as unknown as StoredStory[],
    putRevision: (storyId, revisionId, story, hash, media) =>
      inTransaction(database, () => {
        const stored = revision(storyId, revisionId);
        if (stored !== null) {
          return { outcome: stored.contentHash === hash ? 'same' : 'conflict', revision: stored };
        }
        const storedAt = now();
        upsertStory.run(storyId, find(storyId)?.pageKey ?? freePageKey(storyId), revisionId, storedAt);
        insertRevision.run(storyId, revisionId, hash, JSON.stringify(story), storedAt);
        for (const sha256 of media) insertRevisionMedia.run(sha256, storyId, revisionId);
        return { outcome: 'stored', revision: { revisionId, contentHash: hash, storedAt } };
      }),
    setStatus: (storyId, { status, revisionId, expected }) =>
      inTransaction(database, (): SetStatus => {
        const story = find(storyId);
        if (story === null) return { outcome: 'no_story' };
        if (selectRevision.get(storyId, revisionId) === undefined) return { outcome: 'no_revision' };
        // Before the expectation: a repeated request finds its own work done and must hear so.
        if (story.status === status && story.statusRevisionId === revisionId) return { outcome: 'set', story };
        if (expected !== undefined && expected !== story.lastPublishedRevisionId) return { outcome: 'conflict', story };
        const at = now();
        const publishes = status === 'published';
        updateStatus.run(
          status,
          revisionId,
          publishes ? revisionId : story.lastPublishedRevisionId,
          story.publishedAt ?? (publishes ? at : null),
          at,
          at,
          storyId,
        );
        const changed = find(storyId);
        if (changed === null) throw new Error('a story vanished inside its own transaction');
        return { outcome: 'set', story: changed };
      }),
  };
};
