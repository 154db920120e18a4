import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '#core/base/result.ts';
import { err, ok } from '#core/base/result.ts';
import type { WireError } from '#core/contract/errors.ts';
import type { Db } from '../storage/db.ts';
import { makeFolder, openLibraryFile, wasKilled } from '../storage/library-file.ts';
import { libraryFiles } from '../storage/library-folder.ts';
import { takeLock } from '../storage/library-lock.ts';
import { removeOwner } from '../storage/owner-file.ts';
import { storageError } from '../storage/storage-error.ts';

export interface OpenStorage {
  readonly db: Db;
  readonly mode: 'write' | 'read';
  close(): void;
}

/**
 * `write`: take the library or fail. `read`: a connection that can't write is enough; the library is taken only when it must be
 * made, mended after a kill or brought to a newer schema first, so that reading never stands in the way of an owner.
 */
export type Intent = 'write' | 'read';

const read = (folder: string): Result<OpenStorage, WireError> => {
  const db = openLibraryFile(folder, { readOnly: true });
  return db.ok ? ok({ db: db.value, mode: 'read', close: () => db.value.close() }) : db;
};

/** Errors: those of `takeLock` and `openLibraryFile`. */
export function openStorage(folder: string, intent: Intent): Result<OpenStorage, WireError> {
  const path = join(folder, libraryFiles.database);
  if (intent === 'read' && existsSync(path)) {
    const calm = wasKilled(path) ? null : read(folder);
    if (calm?.ok === true || calm?.error.code === 'library.newer') return calm;
    const taken = take(folder);
    return taken.ok || taken.error.code === 'library.damaged' ? taken : read(folder);
  }
  return take(folder);
}

/** The lock first, then the database. */
function take(folder: string): Result<OpenStorage, WireError> {
  const made = makeFolder(folder);
  if (!made.ok) return made;
  const lock = takeLock(folder);
  if (!lock.ok) return lock;
  // Whoever wrote it is gone, or the lock would not be ours.
  removeOwner(folder);
  const db = openLibraryFile(folder);
  if (!db.ok) {
    lock.value.release();
    return err(db.error);
  }
  return ok({
    db: db.value,
    mode: 'write',
    close() {
      try {
        removeOwner(folder);
        // Everything into the one file, so that the next start need not look for damage.
        db.value.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      } catch (problem) {
        // On a full disk the log stays beside the file; what was acknowledged is in it, and the next start reads it.
        if (storageError(problem, folder) === null) throw problem;
      } finally {
        db.value.close();
        lock.value.release();
      }
    },
  });
}
