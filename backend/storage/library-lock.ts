import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Result } from '#core/base/result.ts';
import { err, ok } from '#core/base/result.ts';
import type { WireError } from '#core/contract/errors.ts';
import { wireError } from '#core/contract/errors.ts';
import { libraryFiles } from './library-folder.ts';
import { storageError } from './storage-error.ts';

export interface LibraryLock {
  release(): void;
}

/**
 * Takes the library for this process: an open `BEGIN EXCLUSIVE` on a file of its own, which the system frees however the process
 * ends. Errors: `library.locked`, `library.unwritable`, `library.full`.
 * Danger: POSIX drops a process's locks on a file when it closes any handle to it, so nothing else in this process may open
 * `lock.sqlite`, not even to read it.
 */
export function takeLock(folder: string): Result<LibraryLock, WireError> {
  const path = join(folder, libraryFiles.lock);
  let database: DatabaseSync | null = null;
  try {
    database = new DatabaseSync(path);
    database.exec('PRAGMA busy_timeout = 0');
    database.exec('BEGIN EXCLUSIVE');
  } catch (problem) {
    database?.close();
    const known = storageError(problem, folder);
    if (known === null) throw problem;
    // What is in the lock's file does not matter to anyone; a damaged one is no damaged library.
    return err(known.code === 'library.damaged' ? wireError('library.unwritable', { path }) : known);
  }
  const held = database;
  return ok({ release: () => held.close() });
}
