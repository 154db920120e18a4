import { expect, test } from 'vitest';
import type { MediaId } from '#core/base/ids.ts';
import { openDb } from './db.ts';
import { makeMediaIndex } from './media-index.ts';
import { migration0001 } from './migrations/0001-stories.ts';
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
