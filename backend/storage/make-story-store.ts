import type { AttendeeId, BlockId, MediaId, StoryId, VersionId } from '#core/base/ids.ts';
import type { Clock } from '#core/base/ports.ts';
import type { Result } from '#core/base/result.ts';
import { err, ok } from '#core/base/result.ts';
import type { WireError } from '#core/contract/errors.ts';
import { wireError } from '#core/contract/errors.ts';
import { isEmptyChange } from '#core/story/changes.ts';
import { copyDocument } from '#core/story/copy-document.ts';
import type { StoryDocument } from '#core/story/document.ts';
import type { StoryMeta, VersionReason } from '#core/story/meta.ts';
import { documentText } from '#core/story/text.ts';
import { countWords } from '#core/vietnamese/count.ts';
import { applyChanges, isApplied } from './append-batch.ts';
import type { Db } from './db.ts';
import { liftDocument } from './lift-document.ts';
import type { StoryRecord } from './story-records.ts';
import { readDocument, readMeta, readRecord, readVersion } from './story-records.ts';
import type { StoryStore } from './story-store.ts';

export interface StoryStorePorts {
  readonly db: Db;
  readonly clock: Clock;
  /** A fresh UUIDv7. */
  readonly newId: () => string;
  /** Who is working here: the author of versions. */
  readonly who: () => string;
}

/** A batch that was refused must leave nothing behind: the error leaves the transaction as a throw and is a value outside. */
class Refused extends Error {
  readonly error: WireError;
  constructor(error: WireError) {
    super(error.code);
    this.error = error;
  }
}

const must = <T>(result: Result<T, WireError>): T => {
  if (!result.ok) throw new Refused(result.error);
  return result.value;
};

export function makeStoryStore({ db, clock, newId, who }: StoryStorePorts): StoryStore {
  const attempt = <T>(run: () => T): Result<T, WireError> => {
    try {
      return ok(db.transaction(run));
    } catch (problem) {
      if (problem instanceof Refused) return err(problem.error);
      throw problem;
    }
  };

  const insert = (document: StoryDocument, author: string): StoryMeta => {
    const id = newId() as StoryId;
    const now = clock.now();
    db.prepare("INSERT INTO story(id, schema, seq, status, author, created_at, updated_at) VALUES (?, ?, 0, 'draft', ?, ?, ?)").run(id, document.schema, author, now, now);
    db.prepare('INSERT INTO story_fields(story_id, json) VALUES (?, ?)').run(id, JSON.stringify(document.fields));
    db.prepare("INSERT INTO story_order(story_id, json) VALUES (?, '[]')").run(id);
    must(applyChanges(db, id, { upsert: document.blocks, remove: [], order: document.blocks.map((block) => block.$.bid), fields: null }));
    return readMeta(db, must(readRecord(db, id)));
  };

  const addVersion = (storyId: StoryId, seq: number, reason: VersionReason, document: StoryDocument): VersionId => {
    const id = newId() as VersionId;
    db.prepare('INSERT INTO version(id, story_id, seq, reason, at, author, words, schema, json) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)').run(
      id, storyId, seq, reason, clock.now(), who(), countWords(documentText(document)), document.schema, JSON.stringify(document),
    );
    return id;
  };

  const keep = (stored: StoryRecord, reason: VersionReason): VersionId => {
    const { id, seq } = stored.meta;
    const same = db.prepare("SELECT id FROM version WHERE story_id = ? AND seq = ? AND reason = ? AND reason <> 'refused'").get(id, seq, reason);
    if (same !== undefined) return same['id'] as VersionId;
    const versionId = addVersion(id, seq, reason, must(readDocument(db, stored)));
    db.prepare('UPDATE story SET version_seq = seq, version_at = ? WHERE id = ?').run(clock.now(), id);
    return versionId;
  };

  return {
    create: (document, author) => attempt(() => insert(document, author)),

    get: (id) =>
      attempt(() => {
        const stored = must(readRecord(db, id));
        return { meta: readMeta(db, stored), document: must(readDocument(db, stored)) };
      }),

    meta: (id) => attempt(() => readMeta(db, must(readRecord(db, id)))),

    append: (id, base, changes) =>
      attempt(() => {
        const { meta, schema } = must(readRecord(db, id));
        must(liftDocument({ schema, fields: null, blocks: [] }));
        if (base === meta.seq - 1 && !isEmptyChange(changes) && isApplied(db, id, changes)) return { seq: meta.seq, savedAt: meta.updatedAt };
        if (base !== meta.seq) throw new Refused(wireError('story.stale'));
        if (isEmptyChange(changes)) return { seq: meta.seq, savedAt: meta.updatedAt };
        must(applyChanges(db, id, changes));
        const savedAt = clock.now();
        db.prepare('UPDATE story SET seq = seq + 1, updated_at = ? WHERE id = ?').run(savedAt, id);
        return { seq: meta.seq + 1, savedAt };
      }),

    keepVersion: (id, reason) => attempt(() => keep(must(readRecord(db, id)), reason)),

    keepIfChanged: (id, reason) =>
      attempt(() => {
        const stored = must(readRecord(db, id));
        return stored.versionSeq === stored.meta.seq ? null : keep(stored, reason);
      }),

    keepDocument: (id, document, reason) => attempt(() => addVersion(id, must(readRecord(db, id)).meta.seq, reason, document)),

    versions: (id) =>
      attempt(() => {
        must(readRecord(db, id));
        return db.prepare('SELECT id, at, seq, reason, author, words FROM version WHERE story_id = ? ORDER BY row DESC').all(id).map(readVersion);
      }),

    version: (id) =>
      attempt(() => {
        const row = db.prepare('SELECT * FROM version WHERE id = ?').get(id);
        if (row === undefined) throw new Refused(wireError('version.missing'));
        const stored = JSON.parse(String(row['json'])) as StoryDocument;
        return { storyId: row['story_id'] as StoryId, version: readVersion(row), document: must(liftDocument({ ...stored, schema: Number(row['schema']) })) };
      }),

    dueForVersion: (before) =>
      db.prepare('SELECT id FROM story WHERE version_seq <> seq AND version_at < ? ORDER BY version_at').all(before).map((row) => row['id'] as StoryId),

    setStatus: (id, status, event) =>
      attempt(() => {
        must(readRecord(db, id));
        db.prepare('INSERT INTO review_event(story_id, at, who, action, note) VALUES (?, ?, ?, ?, ?)').run(id, event.at, event.who, event.action, event.note);
        db.prepare('UPDATE story SET status = ?, updated_at = ? WHERE id = ?').run(status, clock.now(), id);
        return readMeta(db, must(readRecord(db, id)));
      }),

    duplicate: (id, author) =>
      attempt(() => {
        const document = must(readDocument(db, must(readRecord(db, id))));
        return insert(copyDocument(document, { block: () => newId() as BlockId, attendee: () => newId() as AttendeeId }), author);
      }),

    trash: (ids) =>
      db.transaction(() => ids.filter((id) => db.prepare('UPDATE story SET trashed_at = ? WHERE id = ? AND trashed_at IS NULL').run(clock.now(), id).changes > 0)),

    restore: (ids) =>
      db.transaction(() => ids.filter((id) => db.prepare('UPDATE story SET trashed_at = NULL WHERE id = ? AND trashed_at IS NOT NULL').run(id).changes > 0)),

    setSection: (id, section) =>
      attempt(() => {
        const { meta, schema } = must(readRecord(db, id));
        const stored = db.prepare('SELECT json FROM story_fields WHERE story_id = ?').get(id);
        const { fields } = must(liftDocument({ schema, fields: JSON.parse(String(stored?.['json'])) as unknown, blocks: [] }));
        if (fields.section === section) return { before: section, seq: meta.seq };
        db.prepare('UPDATE story_fields SET json = ? WHERE story_id = ?').run(JSON.stringify({ ...fields, section }), id);
        db.prepare('UPDATE story SET seq = seq + 1 WHERE id = ?').run(id);
        return { before: fields.section, seq: meta.seq + 1 };
      }),

    trashedBefore: (at) =>
      db
        .prepare("SELECT id FROM story WHERE trashed_at < ? AND NOT EXISTS (SELECT 1 FROM review_event WHERE story_id = story.id AND action = 'published')")
        .all(at)
        .map((row) => row['id'] as StoryId),

    photosOf: (ids) => {
      const found = new Set<MediaId>();
      for (const id of ids) {
        const texts = db.prepare(`SELECT json FROM block WHERE story_id = ?1 AND instr(json, '"media"') > 0 UNION ALL SELECT json FROM version WHERE story_id = ?1 AND instr(json, '"media"') > 0`).all(id);
        for (const { json } of texts) for (const [, media] of String(json).matchAll(/"media":"([0-9a-f]{64})"/g)) found.add(media as MediaId);
      }
      return [...found];
    },

    erase: (ids) =>
      db.transaction(() =>
        ids.filter((id) => {
          db.prepare('DELETE FROM story_search WHERE rowid = (SELECT row FROM story WHERE id = ?)').run(id);
          return db.prepare('DELETE FROM story WHERE id = ?').run(id).changes > 0;
        }),
      ),
  };
}
