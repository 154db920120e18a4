import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { MediaId } from '#core/base/ids.ts';
import { mediaMaxBytes } from '#core/contract/media.ts';
import { openDb } from '../storage/db.ts';
import type { Db } from '../storage/db.ts';
import { makeMediaIndex } from '../storage/media-index.ts';
import { migration0003 } from '../storage/migrations/0003-media.ts';
import { nodeProgram } from '../processes/node-program.ts';
import { makeDecoder } from './decoder.ts';
import type { Decoder } from './decoder.ts';
import { hostileImages, photo } from '#tests/security/hostile-images.ts';
import { makeMediaFiles } from './media-files.ts';
import type { MediaFiles } from './media-files.ts';
import { makeMediaStore } from './make-media-store.ts';

let dir: string;
let db: Db;
let decoder: Decoder;
const clock = { now: () => 1_800_000_000_000 };
const store = (files?: MediaFiles) => makeMediaStore({ dir, index: makeMediaIndex(db), clock, decoder, ...(files === undefined ? {} : { files }) });
const filesLeft = async (): Promise<string[]> =>
  (await readdir(dir, { recursive: true, withFileTypes: true }).catch(() => [])).filter((entry) => entry.isFile()).map((entry) => entry.name).sort();
const idOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

beforeEach(async () => {
  dir = join(await mkdtemp(join(tmpdir(), 'toasoan-media-')), 'media');
  db = openDb(':memory:');
  migration0003.up(db);
  decoder = makeDecoder();
});
afterEach(async () => {
  decoder.close();
  db.close();
  await rm(join(dir, '..'), { recursive: true, force: true });
});

describe('a picture that is put in', () => {
  test('is kept untouched under its hash, with two renditions', async () => {
    const bytes = await photo({ width: 2400, height: 1200 });
    const put = await store().put(bytes);
    expect(put).toEqual({ ok: true, value: { id: idOf(bytes), type: 'image/jpeg', width: 2400, height: 1200, bytes: bytes.byteLength } });
    const id = idOf(bytes) as MediaId;
    expect(await filesLeft()).toEqual([id, `${id}.page`, `${id}.thumb`]);
    expect(Buffer.compare(await readFile(join(dir, id.slice(0, 2), id)), bytes)).toBe(0);
    const page = await store().read(id, 'page');
    const thumb = await store().read(id, 'thumb');
    expect((await sharp(page?.bytes).metadata()).width).toBe(1600);
    expect((await sharp(thumb?.bytes).metadata()).width).toBe(480);
    expect((await store().read(id, 'original'))?.type).toBe('image/jpeg');
  });

  test('is the same picture the second time', async () => {
    const bytes = await photo({ width: 300, height: 200 });
    const one = store();
    const both = await Promise.all([one.put(bytes), one.put(bytes)]);
    expect(both[0]).toMatchObject({ ok: true });
    expect(both[0]).toEqual(both[1]);
    expect(await store().put(bytes)).toEqual(both[0]);
    expect(db.prepare('SELECT count(*) AS n FROM media').get()).toEqual({ n: 1 });
  });

  test('stands upright and says nothing of where it was taken', async () => {
    const bytes = await sharp(await photo({ width: 400, height: 200 }))
      .withExif({ IFD0: { Artist: 'Phi Anh', Orientation: '6' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '21/1 2/1 3/1' } })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const put = await store().put(bytes);
    expect(put.ok && [put.value.width, put.value.height]).toEqual([200, 400]);
    for (const rendition of ['page', 'thumb'] as const) {
      const made = await store().read(idOf(bytes) as MediaId, rendition);
      const { width, height, exif, xmp, iptc, orientation } = await sharp(made?.bytes).metadata();
      expect({ width, height, exif, xmp, iptc, orientation }).toEqual({ width: 200, height: 400, exif: undefined, xmp: undefined, iptc: undefined, orientation: undefined });
    }
    expect((await sharp((await store().read(idOf(bytes) as MediaId, 'original'))?.bytes).metadata()).exif).toBeDefined();
  });

  test.each([
    ['png', 'image/png', 'image/webp'],
    ['webp', 'image/webp', 'image/webp'],
  ] as const)('%s with transparency keeps it', async (kind, type, made) => {
    const bytes = await sharp({ create: { width: 90, height: 60, channels: 4, background: { r: 9, g: 90, b: 20, alpha: 0.4 } } }).toFormat(kind).toBuffer();
    const put = await store().put(bytes);
    expect(put.ok && put.value.type).toBe(type);
    expect((await store().read(idOf(bytes) as MediaId, 'page'))?.type).toBe(made);
  });

  test('has its lost or emptied renditions made again', async () => {
    const bytes = await photo({ width: 700, height: 500 });
    await store().put(bytes);
    const id = idOf(bytes) as MediaId;
    await rm(join(dir, id.slice(0, 2), `${id}.page`));
    await truncate(join(dir, id.slice(0, 2), `${id}.thumb`), 0);
    expect((await store().read(id, 'page'))?.type).toBe('image/jpeg');
    expect((await store().read(id, 'thumb'))?.type).toBe('image/jpeg');
    expect(await filesLeft()).toEqual([id, `${id}.page`, `${id}.thumb`]);
    await rm(join(dir, id.slice(0, 2)), { recursive: true });
    expect(await store().read(id, 'page')).toBeNull();
    expect(await store().put(bytes)).toMatchObject({ ok: true });
    expect(await filesLeft()).toHaveLength(3);
  });
});

describe('a hostile or broken picture', () => {
  test('is refused with its code and leaves nothing', async () => {
    for (const { name, make, code } of hostileImages) {
      const put = await store().put(await make());
      expect([name, put.ok ? 'kept' : put.error.code]).toEqual([name, code]);
      expect([name, await filesLeft()]).toEqual([name, []]);
    }
    expect(db.prepare('SELECT count(*) AS n FROM media').get()).toEqual({ n: 0 });
    expect(await store().put(await photo({ width: 1, height: 1 }))).toMatchObject({ ok: true, value: { width: 1, height: 1 } });
  });

  test('of too many bytes is refused before it is looked at', async () => {
    expect(await store().put(new Uint8Array(mediaMaxBytes + 1))).toEqual({ ok: false, error: { code: 'media.too-large', params: { limit: '64 MB' } } });
  });

  test('that kills or stalls its decoder takes nothing else with it', async () => {
    const entry = join(dir, '..', 'bad-child.mjs');
    await writeFile(entry, "process.on('message', () => { process.kill(process.pid, 'SIGSEGV'); }); process.send({ ready: true });");
    const start = nodeProgram(entry);
    const crashing = makeMediaStore({ dir, index: makeMediaIndex(db), clock, decoder: makeDecoder({ start }) });
    expect(await crashing.put(await photo({ width: 20, height: 20 }))).toEqual({ ok: false, error: { code: 'media.broken', params: {} } });
    await writeFile(entry, "process.on('message', () => { for (;;); }); process.send({ ready: true });");
    const stalling = makeMediaStore({ dir, index: makeMediaIndex(db), clock, decoder: makeDecoder({ start, timeoutMs: 200 }) });
    expect(await stalling.put(await photo({ width: 20, height: 20 }))).toMatchObject({ ok: false, error: { code: 'media.too-large' } });
    expect(await filesLeft()).toEqual([]);
    await writeFile(entry, 'process.exit(3)');
    const absent = makeMediaStore({ dir, index: makeMediaIndex(db), clock, decoder: makeDecoder({ start }) });
    await expect(absent.put(await photo({ width: 20, height: 20 }))).rejects.toThrow('did not start');
  });
});

describe('a full disk', () => {
  const full = (): Error => Object.assign(new Error('no space left'), { code: 'ENOSPC' });

  test.each([0, 1, 2, 3, 4, 5])('after %i steps is told and leaves nothing half-done', async (steps) => {
    let left = steps;
    const real = makeMediaFiles();
    const step = async <T>(run: () => Promise<T>): Promise<T> => {
      if (left-- <= 0) throw full();
      return await run();
    };
    const failing: MediaFiles = { ...real, write: (path, bytes) => step(() => real.write(path, bytes)), rename: (from, to) => step(() => real.rename(from, to)) };
    const bytes = await photo({ width: 640, height: 480 });
    expect(await store(failing).put(bytes)).toEqual({ ok: false, error: { code: 'library.full', params: {} } });
    expect(await filesLeft()).toEqual([]);
    expect(await store().put(bytes)).toMatchObject({ ok: true });
  });

  test('of the index leaves nothing half-done', async () => {
    const index = { ...makeMediaIndex(db), get: () => null, add: () => { throw Object.assign(new Error('database or disk is full'), { code: 'ERR_SQLITE_ERROR', errcode: 13 }); } };
    const put = await makeMediaStore({ dir, index, clock, decoder }).put(await photo({ width: 64, height: 48 }));
    expect(put).toEqual({ ok: false, error: { code: 'library.full', params: {} } });
    expect(await filesLeft()).toEqual([]);
  });
});

test('what a killed run left half-written is swept away by the next picture', async () => {
  await makeMediaFiles().makeFolder(dir);
  await writeFile(join(dir, '.incoming-1-1'), 'half');
  const bytes = await photo({ width: 64, height: 48 });
  await store().put(bytes);
  expect(await filesLeft()).toEqual([idOf(bytes), `${idOf(bytes)}.page`, `${idOf(bytes)}.thumb`]);
});
