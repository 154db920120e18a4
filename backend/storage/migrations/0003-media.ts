import type { Migration } from './migration.ts';

/** Originals by hash; the files themselves are in the library's `media` folder. */
export const migration0003: Migration = {
  id: 3,
  name: 'media',
  up(db) {
    db.exec(`
      CREATE TABLE media (
        id TEXT PRIMARY KEY,
        type TEXT NOT NULL CHECK (type IN ('image/jpeg', 'image/png', 'image/webp')),
        width INTEGER NOT NULL,
        height INTEGER NOT NULL,
        bytes INTEGER NOT NULL,
        created_at INTEGER NOT NULL
      ) STRICT
    `);
  },
};
