import type { DestinationId, JobId, MediaId, StoryId, VersionId } from '#core/base/ids.ts';
import type { Result } from '#core/base/result.ts';
import { ok } from '#core/base/result.ts';
import type { WireError } from '#core/contract/errors.ts';
import { isFinished, isReplaceable } from '#core/outbox/job.ts';
import type { OutboxJob } from '#core/outbox/job.ts';
import type { Db, Row } from './db.ts';
import { changingColumns, changingValues, readJob } from './job-rows.ts';
import type { StoredJob } from './job-rows.ts';

/** A rendered text, ready to be sent once its revision is kept. */
export interface FrozenText {
  readonly id: JobId;
  readonly storyId: StoryId;
  readonly destinationId: DestinationId;
  readonly contentHash: string;
  /** What the destination is sent, as JSON. */
  readonly payload: string;
  readonly headline: string;
  readonly requestedBy: string;
  readonly media: readonly { readonly mediaId: MediaId; readonly sha256: string; readonly type: string }[];
}

export interface Enqueued {
  readonly job: StoredJob;
  readonly isNew: boolean;
  /** Older revisions of the same story that had not got far and are now cancelled. */
  readonly replaced: readonly StoredJob[];
}

/** The outbox on disk. Each method is one transaction, committed when it returns. */
export interface JobStore {
  /**
   * One job for one text: when the newest job of this story and destination has the same content hash, that is the answer.
   * Else the revision is kept and queued, in the same transaction, and takes the place of older ones that can be replaced.
   * `keepRevision` gets the revision ids that already stand for another text at this destination and must not be used again.
   */
  enqueue(text: FrozenText, now: number, keepRevision: (taken: readonly VersionId[]) => Result<VersionId, WireError>): Result<Enqueued, WireError>;
  get(id: JobId): StoredJob | null;
  payload(id: JobId): string;
  /** Newest first. */
  list(filter: { readonly storyId: StoryId | null; readonly limit: number }): readonly StoredJob[];
  /** Unfinished jobs whose turn it is: of one story and destination only the oldest. */
  heads(): readonly StoredJob[];
  /** Reads, changes and commits, with `also` in the same transaction. The same object back means nothing to write. */
  update(id: JobId, change: (job: OutboxJob) => OutboxJob, also?: (after: StoredJob) => void): StoredJob;
  /** The newest job of this story and destination that was not cancelled. */
  newest(destinationId: DestinationId, storyId: StoryId): StoredJob | null;
  /** Revisions of a story that may have become public at a destination through this library. */
  published(destinationId: DestinationId, storyId: StoryId): readonly VersionId[];
  unfinished(destinationId: DestinationId): readonly StoredJob[];
  /** How many are neither done nor given up. */
  waiting(): number;
}

const select = 'SELECT job.*, destination.name AS destination_name FROM job JOIN destination ON destination.id = job.destination_id';
const live = "state NOT IN ('done', 'cancelled', 'failed')";

export function makeJobStore(db: Db): JobStore {
  const whole = (row: Row): StoredJob =>
    readJob(row, db.prepare('SELECT media_id, sha256, type, stored FROM job_media WHERE job_number = ? ORDER BY position').all(Number(row['number'])));
  const one = (row: Row | undefined): StoredJob | null => (row === undefined ? null : whole(row));
  const get = (id: JobId): StoredJob | null => one(db.prepare(`${select} WHERE job.id = ?`).get(id));
  const newest = (destinationId: DestinationId, storyId: StoryId): StoredJob | null =>
    one(db.prepare(`${select} WHERE destination_id = ? AND story_id = ? AND state <> 'cancelled' ORDER BY number DESC LIMIT 1`).get(destinationId, storyId));
  const written = (id: JobId): StoredJob => {
    const job = get(id);
    if (job === null) throw new Error('the job that was just written is not there');
    return job;
  };

  const update: JobStore['update'] = (id, change, also) =>
    db.transaction(() => {
      const before = written(id);
      const after = change(before.job);
      if (after === before.job) return before;
      db.prepare(`UPDATE job SET ${changingColumns.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`).run(...changingValues(after), id);
      if (after.media !== before.job.media)
        after.media.forEach((media, position) => {
          db.prepare('UPDATE job_media SET stored = ? WHERE job_number = (SELECT number FROM job WHERE id = ?) AND position = ?').run(Number(media.stored), id, position);
        });
      const stored = written(id);
      also?.(stored);
      return stored;
    });

  /** Newest first. */
  const of = (destinationId: DestinationId, storyId: StoryId): StoredJob[] =>
    db.prepare(`${select} WHERE destination_id = ? AND story_id = ? ORDER BY number DESC`).all(destinationId, storyId).map(whole);
  const unfinishedOf = (destinationId: DestinationId, storyId: StoryId): StoredJob[] => of(destinationId, storyId).filter(({ job }) => !isFinished(job));
  const taken = ({ destinationId, storyId, contentHash }: FrozenText): VersionId[] =>
    of(destinationId, storyId).filter(({ job }) => job.contentHash !== contentHash).map(({ job }) => job.revisionId);

  const insert = (text: FrozenText, revisionId: VersionId, now: number): StoredJob => {
    db.prepare(
      `INSERT INTO job (id, story_id, destination_id, revision_id, content_hash, headline, requested_by, step, state, unsure, may_be_public, attempts, reached, created_at, updated_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, 'queued', 'running', 0, 0, 0, 0, ?, ?)`,
    ).run(text.id, text.storyId, text.destinationId, revisionId, text.contentHash, text.headline, text.requestedBy, now, now);
    db.prepare('INSERT INTO job_payload (job_number, json) SELECT number, ? FROM job WHERE id = ?').run(text.payload, text.id);
    text.media.forEach(({ mediaId, sha256, type }, position) => {
      db.prepare('INSERT INTO job_media (job_number, position, media_id, sha256, type, stored) SELECT number, ?, ?, ?, ?, 0 FROM job WHERE id = ?')
        .run(position, mediaId, sha256, type, text.id);
    });
    return written(text.id);
  };

  return {
    get,
    newest,
    update,
    enqueue: (text, now, keepRevision) =>
      db.transaction(() => {
        const last = newest(text.destinationId, text.storyId);
        if (last !== null && last.job.contentHash === text.contentHash) return ok({ job: last, isNew: false, replaced: [] });
        const stale = unfinishedOf(text.destinationId, text.storyId).filter(({ job }) => isReplaceable(job));
        const replace = (): StoredJob[] =>
          stale.map(({ job }) => update(job.id, (old) => ({ ...old, state: 'cancelled', notBefore: null, problem: null, updatedAt: now })));
        // Back to the text before the last one: the job that is on its way with it is the answer once the newer one steps aside.
        const before = of(text.destinationId, text.storyId).find(({ job }) => job.state !== 'cancelled' && !stale.some((old) => old.job.id === job.id));
        if (before !== undefined && before.job.contentHash === text.contentHash) return ok({ job: before, isNew: false, replaced: replace() });
        const revision = keepRevision(taken(text));
        if (!revision.ok) return revision;
        const replaced = replace();
        return ok({ job: insert(text, revision.value, now), isNew: true, replaced });
      }),
    payload: (id) => {
      const row = db.prepare('SELECT json FROM job_payload WHERE job_number = (SELECT number FROM job WHERE id = ?)').get(id);
      if (typeof row?.['json'] !== 'string') throw new Error('a job without its payload');
      return row['json'];
    },
    list: ({ storyId, limit }) =>
      (storyId === null
        ? db.prepare(`${select} ORDER BY number DESC LIMIT ?`).all(limit)
        : db.prepare(`${select} WHERE story_id = ? ORDER BY number DESC LIMIT ?`).all(storyId, limit)
      ).map(whole),
    heads: () =>
      db.prepare(`${select} WHERE number IN (SELECT min(number) FROM job WHERE ${live} GROUP BY destination_id, story_id) ORDER BY number`).all().map(whole),
    published: (destinationId, storyId) =>
      db.prepare('SELECT DISTINCT revision_id FROM job WHERE destination_id = ? AND story_id = ? AND may_be_public = 1')
        .all(destinationId, storyId)
        .map((row) => row['revision_id'] as VersionId),
    unfinished: (destinationId) => db.prepare(`${select} WHERE destination_id = ? AND ${live} ORDER BY number`).all(destinationId).map(whole),
    waiting: () => Number(db.prepare(`SELECT count(*) AS jobs FROM job WHERE ${live}`).get()?.['jobs'] ?? 0),
  };
}
