import type { Migration } from './migration.ts';

/**
 * Stories, their versions and what is projected from them; people; settings.
 * What changes with every batch (`story.seq`, a block) is kept apart from what is large and rarely changes (order, fields), so
 * that an acknowledged batch writes a few pages, not the story.
 */
export const migration0001: Migration = {
  id: 1,
  name: 'stories',
  up(db) {
    db.exec(`
      CREATE TABLE story (
        row INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        schema INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        status TEXT NOT NULL,
        author TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL,
        trashed_at INTEGER,
        projected_seq INTEGER NOT NULL DEFAULT -1,
        version_seq INTEGER NOT NULL DEFAULT -1,
        version_at INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE INDEX story_recent ON story(updated_at DESC, row DESC) WHERE trashed_at IS NULL;
      CREATE INDEX story_trashed ON story(updated_at DESC, row DESC) WHERE trashed_at IS NOT NULL;
      CREATE INDEX story_unprojected ON story(row) WHERE projected_seq <> seq;
      CREATE INDEX story_unversioned ON story(version_at) WHERE version_seq <> seq;

      CREATE TABLE story_fields (story_id TEXT PRIMARY KEY REFERENCES story(id) ON DELETE CASCADE, json TEXT NOT NULL) STRICT;
      CREATE TABLE story_order (story_id TEXT PRIMARY KEY REFERENCES story(id) ON DELETE CASCADE, json TEXT NOT NULL) STRICT;

      CREATE TABLE block (
        story_id TEXT NOT NULL REFERENCES story(id) ON DELETE CASCADE,
        block_id TEXT NOT NULL,
        field TEXT,
        json TEXT NOT NULL,
        PRIMARY KEY (story_id, block_id)
      ) STRICT;

      CREATE TABLE version (
        row INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        story_id TEXT NOT NULL REFERENCES story(id) ON DELETE CASCADE,
        seq INTEGER NOT NULL,
        reason TEXT NOT NULL,
        at INTEGER NOT NULL,
        author TEXT NOT NULL,
        words INTEGER NOT NULL,
        schema INTEGER NOT NULL,
        json TEXT NOT NULL
      ) STRICT;
      CREATE INDEX version_of_story ON version(story_id, seq);

      CREATE TABLE review_event (
        row INTEGER PRIMARY KEY,
        story_id TEXT NOT NULL REFERENCES story(id) ON DELETE CASCADE,
        at INTEGER NOT NULL,
        who TEXT NOT NULL,
        action TEXT NOT NULL,
        note TEXT NOT NULL
      ) STRICT;
      CREATE INDEX review_event_of_story ON review_event(story_id, row);

      CREATE TABLE story_row (
        story_row INTEGER PRIMARY KEY REFERENCES story(row) ON DELETE CASCADE,
        headline TEXT NOT NULL,
        text TEXT NOT NULL,
        date TEXT,
        attendees TEXT NOT NULL,
        attendee_count INTEGER NOT NULL,
        thumb TEXT,
        words INTEGER NOT NULL
      ) STRICT;
      CREATE VIRTUAL TABLE story_search USING fts5(
        headline, text, names, folded_headline, folded_text, folded_names,
        content='', contentless_delete=1, prefix='2 3', tokenize="unicode61 remove_diacritics 0"
      );

      CREATE TABLE person (
        row INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        honorific TEXT,
        titles TEXT NOT NULL,
        folded_name TEXT NOT NULL,
        folded_titles TEXT NOT NULL,
        initials TEXT NOT NULL,
        uses INTEGER NOT NULL,
        last_used_at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX person_folded_name ON person(folded_name);

      CREATE TABLE setting (name TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT;
    `);
  },
};
