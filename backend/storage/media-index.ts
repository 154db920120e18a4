import type { MediaId } from '#core/base/ids.ts';
import { MediaInfo } from '#core/contract/media.ts';
import type { Db } from './db.ts';

/** What is known of each original without opening it. */
export interface MediaIndex {
  get(id: MediaId): MediaInfo | null;
  /** `createdAt`: milliseconds since 1970. The same picture again changes nothing but its data. Throws SQLite's error when the disk is full. */
  add(info: MediaInfo, createdAt: number): void;
  /** Does any story, version or unfinished job of the outbox name it? Reads every text of the library: for rare acts only. */
  isUsed(id: MediaId): boolean;
  remove(id: MediaId): void;
}

export function makeMediaIndex(db: Db): MediaIndex {
  return {
    get(id) {
      const row = db.prepare('SELECT id, type, width, height, bytes FROM media WHERE id = ?').get(id);
      return row === undefined ? null : MediaInfo.parse(row);
    },
    add(info, createdAt) {
      db.prepare(
        `INSERT INTO media (id, type, width, height, bytes, created_at) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET type = excluded.type, width = excluded.width, height = excluded.height, bytes = excluded.bytes`,
      ).run(info.id, info.type, info.width, info.height, info.bytes, createdAt);
    },
    isUsed(id) {
      const row = db
        .prepare(
          `SELECT EXISTS (SELECT 1 FROM block WHERE instr(json, ?1) > 0) OR EXISTS (SELECT 1 FROM version WHERE instr(json, ?1) > 0)
             OR EXISTS (SELECT 1 FROM job_media JOIN job ON job.number = job_media.job_number WHERE job_media.media_id = ?1 AND job.state NOT IN ('done', 'cancelled', 'failed')) AS used`,
        )
        .get(id);
      return row?.['used'] === 1;
    },
    remove(id) {
      db.prepare('DELETE FROM media WHERE id = ?').run(id);
    },
  };
}
