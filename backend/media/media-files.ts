import { dirname } from 'node:path';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';

/** The little that the media store needs of a disk, so that a full one can be played. Paths are absolute; rejections are Node's own. */
export interface MediaFiles {
  makeFolder(path: string): Promise<void>;
  /** Creates or empties the file, writes all bytes and waits until the disk has them. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** Replaces the target in one step and waits until its folder is on disk. */
  rename(from: string, to: string): Promise<void>;
  /** Null when there is no such file. */
  read(path: string): Promise<Uint8Array | null>;
  /** Bytes; null when there is no such file. */
  size(path: string): Promise<number | null>;
  /** Names in a folder; none when there is no such folder. */
  list(path: string): Promise<string[]>;
  /** No error when it is gone already. */
  remove(path: string): Promise<void>;
}

const codeOf = (problem: unknown): string => (problem instanceof Error && 'code' in problem ? String(problem.code) : '');

const absent = <T>(fallback: T) => (problem: unknown): T => {
  if (codeOf(problem) === 'ENOENT') return fallback;
  throw problem;
};

/** Virus scanners on Windows hold new files open for a moment; a rename then fails with EPERM, EACCES or EBUSY and works a little later. */
const retryDelays = [20, 60, 180, 500];

async function renameWithPatience(from: string, to: string): Promise<void> {
  for (const delay of retryDelays) {
    try {
      return await rename(from, to);
    } catch (problem) {
      if (!['EPERM', 'EACCES', 'EBUSY'].includes(codeOf(problem))) throw problem;
      await wait(delay);
    }
  }
  await rename(from, to);
}

async function syncFolder(path: string): Promise<void> {
  // Windows can't open a folder; NTFS keeps renames in its own journal.
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

export function makeMediaFiles(): MediaFiles {
  return {
    makeFolder: async (path) => void (await mkdir(path, { recursive: true })),
    async write(path, bytes) {
      const file = await open(path, 'w', 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
    },
    async rename(from, to) {
      await renameWithPatience(from, to);
      await syncFolder(dirname(to));
    },
    read: (path) => readFile(path).catch(absent(null)),
    size: (path) => stat(path).then(({ size }) => size, absent(null)),
    list: (path) => readdir(path).catch(absent([])),
    remove: (path) => rm(path, { force: true }),
  };
}
