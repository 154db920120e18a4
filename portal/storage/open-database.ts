import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { firstMigration } from '#portal/storage/migrations/0001-first.ts';

/** In order, for ever: a released migration is never edited. `user_version` counts those that have run. */
const migrations: readonly string[] = [firstMigration];

/** Runs `work` in one write transaction: all of it is on disk when this returns, or none of it. */
export const inTransaction = <T>(database: DatabaseSync, work: () => T): T => {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (cause) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw cause;
  }
};

/**
 * Opens (and brings up to date) the portal's database. Throws when a newer portal wrote it: its data would be
 * misread here.
 */
export const openDatabase = (dataDir: string): DatabaseSync => {
  const database = new DatabaseSync(join(dataDir, 'portal.sqlite'), { enableForeignKeyConstraints: true, timeout: 5000 });
  try {
    // FULL: an answered write survives a power cut, not only a crash.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA trusted_schema = OFF;');
    const done = Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
    if (done > migrations.length) throw new Error('This data folder was written by a newer version of the portal');
    for (let index = done; index < migrations.length; index += 1) {
      inTransaction(database, () => database.exec(`${migrations[index] ?? ''}; PRAGMA user_version = ${index + 1};`));
    }
    return database;
  } catch (cause) {
    database.close();
    throw cause;
  }
};
