/** Times are milliseconds since 1970 UTC. `page_key` is what makes a story's address unique; it never changes. */
export const firstMigration = `
CREATE TABLE media (
  sha256 TEXT PRIMARY KEY,
  content_type TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  width INTEGER,
  height INTEGER,
  stored_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE story (
  story_id TEXT PRIMARY KEY,
  page_key TEXT NOT NULL UNIQUE,
  status TEXT NOT NULL CHECK (status IN ('published', 'draft', 'withdrawn')),
  current_revision_id TEXT NOT NULL,
  status_revision_id TEXT,
  last_published_revision_id TEXT,
  published_at INTEGER,
  status_at INTEGER,
  updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX story_published ON story (published_at DESC, story_id) WHERE status = 'published';

CREATE TABLE revision (
  seq INTEGER PRIMARY KEY,
  story_id TEXT NOT NULL REFERENCES story,
  revision_id TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  story_json TEXT NOT NULL,
  stored_at INTEGER NOT NULL,
  UNIQUE (story_id, revision_id)
) STRICT;

CREATE TABLE revision_media (
  sha256 TEXT NOT NULL REFERENCES media,
  story_id TEXT NOT NULL,
  revision_id TEXT NOT NULL,
  PRIMARY KEY (sha256, story_id, revision_id),
  FOREIGN KEY (story_id, revision_id) REFERENCES revision (story_id, revision_id)
) STRICT, WITHOUT ROWID;
`;
