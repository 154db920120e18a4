import type { Result } from '#core/base/result.ts';
import { err, ok } from '#core/base/result.ts';
import type { WireError } from '#core/contract/errors.ts';
import { wireError } from '#core/contract/errors.ts';
import type { Db } from '../db.ts';
import type { Migration } from './migration.ts';

/** The number of the last migration a library file has been through; 0 for a new file. */
export const schemaOf = (db: Db): number => Number(db.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);

/**
 * Brings a library up to the newest schema, one transaction for each step, so that a kill in between leaves a whole earlier
 * schema. Errors: `library.newer` when the file has been through steps we don't know; it is not touched then.
 */
export function migrate(db: Db, migrations: readonly Migration[]): Result<{ readonly from: number; readonly to: number }, WireError> {
  const from = schemaOf(db);
  const newest = migrations.at(-1)?.id ?? 0;
  if (from > newest) return err(wireError('library.newer'));
  for (const migration of migrations) {
    if (migration.id <= from) continue;
    db.transaction(() => {
      migration.up(db);
      db.exec(`PRAGMA user_version = ${migration.id}`);
    });
  }
  return ok({ from, to: newest });
}
