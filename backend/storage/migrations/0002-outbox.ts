import type { Migration } from './migration.ts';

/**
 * Destinations and the outbox. A job's revision and payload are frozen: the triggers make it the database's business that
 * nothing else is ever sent under that job. `number` is the order of asking, which ids of the same millisecond don't tell.
 */
export const migration0002: Migration = {
  id: 2,
  name: 'outbox',
  up(db) {
    db.exec(`
      CREATE TABLE destination (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        kind TEXT NOT NULL,
        url TEXT NOT NULL,
        secret TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        removed_at INTEGER
      ) STRICT;
      CREATE UNIQUE INDEX destination_name ON destination(name) WHERE removed_at IS NULL;

      CREATE TABLE job (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        story_id TEXT NOT NULL,
        destination_id TEXT NOT NULL REFERENCES destination(id),
        revision_id TEXT NOT NULL,
        content_hash TEXT NOT NULL,
        headline TEXT NOT NULL,
        requested_by TEXT NOT NULL,
        step TEXT NOT NULL CHECK (step IN ('queued', 'media', 'draft', 'verify', 'publish', 'read-back', 'done')),
        state TEXT NOT NULL CHECK (state IN ('running', 'waiting-offline', 'waiting-retry', 'needs-sign-in', 'conflict', 'failed', 'cancelled', 'done')),
        unsure INTEGER NOT NULL,
        may_be_public INTEGER NOT NULL,
        expected TEXT,
        found TEXT,
        accepted TEXT,
        attempts INTEGER NOT NULL,
        reached INTEGER NOT NULL,
        not_before INTEGER,
        problem TEXT,
        url TEXT,
        created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL,
        CHECK ((step = 'done') = (state = 'done'))
      ) STRICT;
      CREATE UNIQUE INDEX job_same_text ON job(destination_id, story_id, content_hash) WHERE state NOT IN ('done', 'cancelled', 'failed');
      CREATE INDEX job_unfinished ON job(destination_id, story_id, number) WHERE state NOT IN ('done', 'cancelled', 'failed');
      CREATE INDEX job_of_story ON job(story_id, number);
      CREATE TRIGGER job_frozen BEFORE UPDATE OF story_id, destination_id, revision_id, content_hash ON job
        BEGIN SELECT RAISE(ABORT, 'a job is frozen'); END;
      CREATE TRIGGER job_done BEFORE UPDATE ON job WHEN OLD.state = 'done'
        BEGIN SELECT RAISE(ABORT, 'a job that is done stays done'); END;

      CREATE TABLE job_payload (job_number INTEGER PRIMARY KEY REFERENCES job(number) ON DELETE CASCADE, json TEXT NOT NULL) STRICT;
      CREATE TRIGGER job_payload_frozen BEFORE UPDATE ON job_payload BEGIN SELECT RAISE(ABORT, 'a payload is frozen'); END;

      CREATE TABLE job_media (
        job_number INTEGER NOT NULL REFERENCES job(number) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        media_id TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        type TEXT NOT NULL,
        stored INTEGER NOT NULL,
        PRIMARY KEY (job_number, position)
      ) STRICT;
    `);
  },
};
