import { expect, test } from 'vitest';
import type { MediaId } from '#core/base/ids.ts';
import { openDb } from './db.ts';
import { makeMediaIndex } from './media-index.ts';
import { migration0001 } from './migrations/0001-stories.ts';
import { migration0002 } from './migrations/0002-outbox.ts';
import { migration0003 } from './migrations/0003-media.ts';

test('the media table comes on top of what was there, and keeps one row a picture', () => {
  const db = openDb(':memory:');
  migration0001.up(db);
  db.exec("INSERT INTO setting (name, json) VALUES ('x', '1')");
  migration0003.up(db);
  expect(db.prepare('SELECT count(*) AS n FROM setting').get()).toEqual({ n: 1 });

  const index = makeMediaIndex(db);
  const id = 'a'.repeat(64) as MediaId;
  const info = { id, type: 'image/jpeg', width: 3, height: 2, bytes: 40 } as const;
  expect(index.get(id)).toBeNull();
  index.add(info, 1);
  index.add({ ...info, width: 4 }, 2);
  expect(index.get(id)).toEqual({ ...info, width: 4 });
  expect(db.prepare('SELECT count(*) AS n, min(created_at) AS first FROM media').get()).toEqual({ n: 1, first: 1 });
  expect(() => db.prepare("INSERT INTO media VALUES ('b', 'image/gif', 1, 1, 1, 1)").run()).toThrow(/CHECK/);
  db.close();
});

test('a picture is used while a story, a version or an unfinished job names it', () => {
  const db = openDb(':memory:');
  for (const migration of [migration0001, migration0002, migration0003]) migration.up(db);
  const index = makeMediaIndex(db);
  const id = 'b'.repeat(64) as MediaId;
  index.add({ id, type: 'image/png', width: 3, height: 2, bytes: 40 }, 1);
  expect(index.isUsed(id)).toBe(false);
  db.exec("INSERT INTO story(id, schema, seq, status, author, created_at, updated_at) VALUES ('s', 1, 0, 'draft', '', 1, 1)");
  db.prepare("INSERT INTO block VALUES ('s', 'f', NULL, ?)").run(JSON.stringify({ type: 'figure', photo: { media: id } }));
  expect(index.isUsed(id)).toBe(true);
  db.exec('DELETE FROM block');
  db.prepare("INSERT INTO version(id, story_id, seq, reason, at, author, words, schema, json) VALUES ('v', 's', 0, 'open', 1, '', 0, 1, ?)").run(JSON.stringify({ blocks: [{ photo: { media: id } }] }));
  expect(index.isUsed(id)).toBe(true);
  db.exec('DELETE FROM version');
  db.exec("INSERT INTO destination VALUES ('d', 'Cổng', 'portal', 'https://cong.example', 'env:X', 1, NULL)");
  db.exec("INSERT INTO job(id, story_id, destination_id, revision_id, content_hash, headline, requested_by, step, state, unsure, may_be_public, attempts, reached, created_at, updated_at) VALUES ('j', 's', 'd', 'v', 'h', '', '', 'queued', 'running', 0, 0, 0, 0, 1, 1)");
  db.prepare("INSERT INTO job_media VALUES (1, 0, ?, 'x', 'image/png', 0)").run(id);
  expect(index.isUsed(id)).toBe(true);
  db.exec("UPDATE job SET state = 'cancelled'");
  expect(index.isUsed(id)).toBe(false);
  index.remove(id);
  expect(index.get(id)).toBeNull();
  db.close();
});
