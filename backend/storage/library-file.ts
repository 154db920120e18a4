import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '#core/base/result.ts';
import { err, ok } from '#core/base/result.ts';
import type { WireError } from '#core/contract/errors.ts';
import { wireError } from '#core/contract/errors.ts';
import type { Db } from './db.ts';
import { openDb } from './db.ts';
import { libraryFiles } from './library-folder.ts';
import { migrations as allMigrations } from './migrations/all.ts';
import { migrate, schemaOf } from './migrations/migrate.ts';
import type { Migration } from './migrations/migration.ts';
import { storageError } from './storage-error.ts';

/** Before this one, two connections that checkpoint at once can damage a file in WAL mode (sqlite.org/wal.html#walresetbug). */
const oldestSqlite = [3, 51, 3] as const;

/** Throws when this SQLite can't carry a library: that is an installation gone wrong, not something a reporter can meet. */
export function assertSqlite(db: Db): void {
  const version = String(db.prepare('SELECT sqlite_version() AS version').get()?.['version']);
  const parts = version.split('.').map(Number);
  for (const [index, wanted] of oldestSqlite.entries()) {
    const part = parts[index] ?? 0;
    if (part > wanted) break;
    if (part < wanted) throw new Error(`SQLite ${version} is older than ${oldestSqlite.join('.')}`);
  }
  if (db.prepare("SELECT 1 FROM pragma_module_list WHERE name = 'fts5'").get() === undefined) throw new Error('this SQLite has no FTS5');
}

/** True when the last owner did not close the library, or has it open now: its log of changes is beside it. */
export const wasKilled = (path: string): boolean => {
  const log = statSync(`${path}-wal`, { throwIfNoEntry: false });
  return log !== undefined && log.size > 0;
};

/** Looks at every page through a connection that can't write, so that a damaged file stays as it is for whoever rescues it. */
function isSound(path: string): boolean {
  const db = openDb(path, { readOnly: true });
  try {
    return db.prepare('PRAGMA quick_check(1)').get()?.['quick_check'] === 'ok';
  } finally {
    db.close();
  }
}

/** Makes the folder when it is missing. Errors: `library.unwritable`, `library.full`. */
export function makeFolder(folder: string): Result<null, WireError> {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return ok(null);
  } catch (problem) {
    const known = storageError(problem, folder);
    if (known !== null) return err(known);
    if (problem instanceof Error && 'code' in problem && problem.code === 'EEXIST') return err(wireError('library.unwritable', { path: folder }));
    throw problem;
  }
}

/**
 * Opens the library's database. To write, the caller holds the lock: the file is made when missing, checked after an unclean end
 * and brought to the newest schema. To read, it must be there. Errors: `library.newer`, `library.damaged`, `library.unwritable`,
 * `library.full`, `library.locked` (reading while its owner is still bringing it to the newest schema).
 */
export function openLibraryFile(
  folder: string,
  { readOnly = false, migrations = allMigrations }: { readonly readOnly?: boolean; readonly migrations?: readonly Migration[] } = {},
): Result<Db, WireError> {
  const path = join(folder, libraryFiles.database);
  let db: Db | null = null;
  try {
    if (!readOnly && existsSync(path) && wasKilled(path) && !isSound(path)) return err(wireError('library.damaged', { path }));
    db = openDb(path, { readOnly });
    assertSqlite(db);
    if (readOnly) {
      const newest = migrations.at(-1)?.id ?? 0;
      const schema = schemaOf(db);
      if (schema === newest) return ok(db);
      db.close();
      return err(wireError(schema > newest ? 'library.newer' : 'library.locked'));
    }
    const migrated = migrate(db, migrations);
    if (migrated.ok) return ok(db);
    db.close();
    return err(migrated.error);
  } catch (problem) {
    db?.close();
    const known = storageError(problem, path);
    if (known === null) throw problem;
    return err(known);
  }
}
