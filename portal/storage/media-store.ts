import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { ImageFacts, ImageType } from '#portal/storage/image-facts.ts';

export interface StoredMedia extends ImageFacts {
  readonly sha256: string;
  readonly bytes: number;
}

export interface MediaStore {
  /** Null when it was never stored, or its file is gone (the sender then uploads it again and so repairs it). */
  readonly find: (sha256: string) => StoredMedia | null;
  /** Stores bytes whose hash the caller has checked. Returns false when they were here already. Durable on return. */
  readonly put: (sha256: string, bytes: Buffer, facts: ImageFacts) => Promise<boolean>;
  readonly read: (sha256: string) => Promise<Buffer>;
  /** Does a published story show it? Only then do readers get it. */
  readonly isPublic: (sha256: string) => boolean;
}

const syncFolder = async (path: string): Promise<void> => {
  // Windows cannot open a folder for this; NTFS journals the rename itself.
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  await folder.sync().finally(() => folder.close());
};

/** Photos as files named by their hash under `dataDir/media`, their facts in the database. */
export const openMediaStore = async (database: DatabaseSync, dataDir: string, now: () => number): Promise<MediaStore> => {
  const incoming = join(dataDir, 'incoming');
  // What a crash left half-written is worth nothing.
  await rm(incoming, { recursive: true, force: true });
  await mkdir(incoming, { recursive: true });
  const folderOf = (sha256: string): string => join(dataDir, 'media', sha256.slice(0, 2));
  const pathOf = (sha256: string): string => join(folderOf(sha256), sha256);

  const select = database.prepare('SELECT content_type, bytes, width, height FROM media WHERE sha256 = ?');
  const insert = database.prepare('INSERT INTO media VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING');
  const selectPublic = database.prepare(
    `SELECT 1 FROM revision_media JOIN story USING (story_id)
     WHERE sha256 = ? AND status = 'published' AND status_revision_id = revision_id LIMIT 1`,
  );

  const find = (sha256: string): StoredMedia | null => {
    const row = select.get(sha256);
    if (row === undefined || !existsSync(pathOf(sha256))) return null;
    return {
      sha256,
      contentType: row['content_type'] as ImageType,
      bytes: Number(row['bytes']),
      width: row['width'] as number | null,
      height: row['height'] as number | null,
    };
  };

  return {
    find,
    put: async (sha256, bytes, facts) => {
      if (find(sha256) !== null) return false;
      const draft = join(incoming, randomUUID());
      const file = await open(draft, 'wx', 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await mkdir(folderOf(sha256), { recursive: true });
      await rename(draft, pathOf(sha256));
      await syncFolder(folderOf(sha256));
      await syncFolder(join(dataDir, 'media'));
      const { changes } = insert.run(sha256, facts.contentType, bytes.length, facts.width, facts.height, now());
      return Number(changes) > 0;
    },
    read: (sha256) => readFile(pathOf(sha256)),
    isPublic: (sha256) => selectPublic.get(sha256) !== undefined,
  };
};
