import { randomBytes, randomUUID } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { uuidv7 } from '#core/base/uuid.ts';
import { StoryId } from '#core/base/ids.ts';
import type { MediaId } from '#core/base/ids.ts';
import { defaultSettings } from '#core/contract/settings.ts';
import { figureJson, paragraphJson } from '#core/story/blocks.ts';
import type { StoryDocument } from '#core/story/document.ts';
import { photo as makePhoto } from '#tests/security/hostile-images.ts';
import { htmlRuleProblems } from '#tests/validators/html-rules.ts';
import { readJsonLd } from '#tests/validators/json-ld.ts';
import { blockId, sampleInput } from '#tests/validators/sample-stories.ts';
import { makeDecoder } from '../media/decoder.ts';
import type { Decoder } from '../media/decoder.ts';
import { makeMediaStore } from '../media/make-media-store.ts';
import type { MediaStore } from '../media/media-store.ts';
import { openDb } from '../storage/db.ts';
import type { Db } from '../storage/db.ts';
import { makeStoryStore } from '../storage/make-story-store.ts';
import { makeMediaIndex } from '../storage/media-index.ts';
import { migrations } from '../storage/migrations/all.ts';
import type { StoryStore } from '../storage/story-store.ts';
import { makeExportHandlers, renderPreview } from './export.ts';
import type { ExportPorts } from './export.ts';

const caller = { windowId: 'test' };
const clock = { now: () => Date.UTC(2026, 10, 19, 3), today: () => '2026-11-19' };
let dir: string;
let db: Db;
let decoder: Decoder;
let stories: StoryStore;
let media: MediaStore;
let ports: ExportPorts;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'toasoan-export-'));
  db = openDb(':memory:');
  for (const migration of migrations) migration.up(db);
  decoder = makeDecoder();
  stories = makeStoryStore({ db, clock, newId: () => uuidv7(clock, { bytes: (length) => randomBytes(length) }), who: () => 'Thùy Nhiên' });
  media = makeMediaStore({ dir: join(dir, 'media'), index: makeMediaIndex(db), clock, decoder });
  ports = { stories, media, settings: () => ({ newsroom: { ...defaultSettings.newsroom, name: 'Báo Vĩnh Sa' } }), exportsDir: join(dir, 'exports') };
});
afterEach(async () => {
  decoder.close();
  db.close();
  await rm(dir, { recursive: true, force: true });
});

const value = <T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T => {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};
const keep = (document: StoryDocument): StoryId => value(stories.create(document, 'Thùy Nhiên')).id;
const withPhoto = async (): Promise<{ id: StoryId; photo: MediaId }> => {
  const info = value(await media.put(await makePhoto({ width: 400, height: 300 })));
  const figure = figureJson(blockId(), { photo: { media: info.id, width: info.width, height: info.height }, caption: 'Lễ thông xe.', credit: 'Thùy Nhiên' });
  return { id: keep(sampleInput({ headline: 'Cầu treo Bản Ỏ thông xe', body: [paragraphJson(blockId(), 'Sáng 4.3, cầu thông xe.'), figure] }).document), photo: info.id };
};
const below = async (path: string): Promise<string[]> =>
  (await readdir(path, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1)).sort();

describe('export handlers', () => {
  test('html: one file with the page rendition inside, the same as the preview', async () => {
    const { id } = await withPhoto();
    const { name, html } = value(await makeExportHandlers(ports).html({ id }, caller));
    expect(name).toBe('cau-treo-ban-o-thong-xe.html');
    expect(await htmlRuleProblems(html)).toEqual([]);
    expect(html).toMatch(/<img src="data:image\/(?:jpeg|png|webp);base64,[A-Za-z0-9+/=]+" alt="" width="\d+" height="\d+">/u);
    expect(value(await renderPreview(ports, id))).toBe(html);
    expect(readJsonLd(html)).toMatchObject({ identifier: `urn:uuid:${id}`, publisher: { name: 'Báo Vĩnh Sa' } });
  });

  test('html-folder: the page with its photos beside it; once more replaces it', async () => {
    const { id, photo } = await withPhoto();
    const handlers = makeExportHandlers(ports);
    const first = value(await handlers.toFolder({ id, to: 'html-folder' }, caller));
    expect(first.path).toBe(join(ports.exportsDir, `cau-treo-ban-o-thong-xe-${id.slice(-6)}`));
    const [picture = '', page] = await below(first.path);
    expect([picture.replace(/\w+$/u, ''), page]).toEqual([join('anh', `1-${photo.slice(0, 8)}.`), 'index.html']);
    expect(first.files.map((file) => file.slice(first.path.length + 1)).sort()).toEqual([picture, 'index.html']);
    expect(await readFile(join(first.path, 'index.html'), 'utf8')).toContain(`<img src="anh/1-${photo.slice(0, 8)}.`);
    expect(await readFile(join(first.path, picture))).toEqual(Buffer.from((await media.read(photo, 'page'))?.bytes ?? []));
    await writeFile(join(first.path, 'cu.txt'), 'left over');
    value(await handlers.toFolder({ id, to: 'html-folder' }, caller));
    expect(await below(ports.exportsDir)).toEqual([join(first.path, picture), join(first.path, 'index.html')].map((path) => path.slice(ports.exportsDir.length + 1)));
  });

  test('stories under one headline never overwrite each other; all at once is fine', async () => {
    const handlers = makeExportHandlers(ports);
    const ids = [keep(sampleInput({ headline: 'Tin' }).document), keep(sampleInput({ headline: 'Tin' }).document)];
    const written = await Promise.all([...ids, ...ids].map(async (id) => await handlers.toFolder({ id, to: 'text' }, caller)));
    expect(new Set(written.map((result) => value(result).path)).size).toBe(2);
    expect(await below(ports.exportsDir)).toHaveLength(2);
    expect(await readFile(value(written[0] ?? { ok: false, error: { code: 'none' } }).path, 'utf8')).toBe('Tin\n');
  });

  test('a lost photo is an error, not a page without it', async () => {
    const { id, photo } = await withPhoto();
    await rm(join(dir, 'media', photo.slice(0, 2)), { recursive: true });
    const handlers = makeExportHandlers(ports);
    expect(await handlers.html({ id }, caller)).toMatchObject({ ok: false, error: { code: 'media.missing' } });
    expect(await handlers.toFolder({ id, to: 'html-folder' }, caller)).toMatchObject({ ok: false, error: { code: 'media.missing' } });
    expect(value(await handlers.text({ id }, caller)).text).toContain('Lễ thông xe. Ảnh: Thùy Nhiên\n');
  });

  test('an unknown story is missing', async () => {
    const id = StoryId.parse(randomUUID());
    const handlers = makeExportHandlers(ports);
    for (const result of [await handlers.readiness({ id }, caller), await handlers.text({ id }, caller), await handlers.html({ id }, caller), await handlers.toFolder({ id, to: 'html' }, caller)]) {
      expect(result).toMatchObject({ ok: false, error: { code: 'story.missing' } });
    }
  });

  test('readiness', async () => {
    const { id } = await withPhoto();
    const { items } = value(await makeExportHandlers(ports).readiness({ id }, caller));
    expect(items.filter((item) => item.level === 'blocking').map((item) => item.code)).toEqual(['date', 'approved']);
  });

  test('a folder that can’t be written says so', async () => {
    const { id } = await withPhoto();
    await writeFile(join(dir, 'exports'), 'a file where the folder should be');
    expect(await makeExportHandlers(ports).toFolder({ id, to: 'html' }, caller)).toMatchObject({ ok: false, error: { code: 'export.unwritable', params: { path: ports.exportsDir } } });
  });

  test('a full disk: a clear error, the export before it whole, nothing half-made', async ({ skip }) => {
    const small = join(dir, 'small');
    await mkdir(small);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', small], { stdio: 'pipe' });
    } catch (problem) {
      process.stderr.write(`skipped: a small disk can’t be mounted here (${problem instanceof Error ? problem.message.split('\n')[0] : String(problem)})\n`);
      skip();
    }
    try {
      const handlers = makeExportHandlers({ ...ports, exportsDir: join(small, 'exports') });
      const { id } = await withPhoto();
      const first = value(await handlers.toFolder({ id, to: 'html-folder' }, caller));
      const before = await below(small);
      await writeFile(join(small, 'ballast'), Buffer.alloc(1024 * 1024)).catch(() => undefined);
      for (const to of ['html-folder', 'html', 'text'] as const) {
        expect(await handlers.toFolder({ id, to }, caller)).toMatchObject({ ok: false, error: { code: 'export.full' } });
      }
      expect((await below(small)).filter((name) => name !== 'ballast')).toEqual(before);
      expect(await readFile(join(first.path, 'index.html'), 'utf8')).toMatch(/<\/html>\n$/u);
      await rm(join(small, 'ballast'));
      value(await handlers.toFolder({ id, to: 'html-folder' }, caller));
      expect(await below(small)).toEqual(before);
    } finally {
      execFileSync('umount', [small]);
    }
  });
});
