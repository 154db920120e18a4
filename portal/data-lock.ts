import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Another portal is running on this data folder. `url` is where, when it has said so. */
export class DataFolderInUse extends Error {
  readonly url: string | null;

  constructor(dataDir: string, url: string | null) {
    super(`Another portal is running on ${dataDir}${url === null ? '' : ` at ${url}`}`);
    this.name = 'DataFolderInUse';
    this.url = url;
  }
}

export interface DataLock {
  /** Leaves a note for the next comer where this portal listens. */
  readonly announce: (url: string) => void;
  readonly release: () => void;
}

/**
 * One portal per data folder: an open exclusive transaction, which the system ends with the process, however it ends.
 * Throws DataFolderInUse.
 */
export const lockDataFolder = (dataDir: string): DataLock => {
  const addressPath = join(dataDir, 'address');
  const database = new DatabaseSync(join(dataDir, 'lock.sqlite'), { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch {
    database.close();
    let url: string | null = null;
    try {
      url = readFileSync(addressPath, 'utf8').trim();
    } catch {
      // It is still starting; the message does without.
    }
    throw new DataFolderInUse(dataDir, url);
  }
  // Left by a portal that was killed: nobody may take it for this one's.
  rmSync(addressPath, { force: true });
  return {
    announce: (url) => writeFileSync(addressPath, `${url}\n`, { mode: 0o600 }),
    release: () => {
      rmSync(addressPath, { force: true });
      database.close();
    },
  };
};
