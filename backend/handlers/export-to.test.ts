import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StoryId } from '#core/base/ids.ts';
import type { Host } from '../host/host.ts';
import { openLibrary } from '../host/compose.ts';

const folder = mkdtempSync(join(tmpdir(), 'toasoan-export-to-'));
let host: Host;
let id: StoryId;

beforeAll(async () => {
  const opened = openLibrary({ dir: join(folder, 'library'), door: 'desktop', sends: false });
  if (!opened.ok) throw new Error(opened.error.code);
  host = opened.value;
  const made = await host.dispatch('story.create', { template: 'blank' }, { windowId: 'w' });
  id = StoryId.parse(made.ok ? (made.value as { id: string }).id : '');
});
afterAll(async () => {
  await host.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('an export to a chosen place', () => {
  it('has the same name everywhere', () => {
    const names = (['html', 'text', 'html-folder'] as const).map((as) => host.exports.name(id, as));
    expect(names.map((name) => (name.ok ? name.value.replace(/-[0-9a-f]{6}/, '') : name.error.code))).toEqual([expect.stringMatching(/\.html$/), expect.stringMatching(/\.txt$/), expect.not.stringContaining('.')]);
    expect(host.exports.name(StoryId.parse('0198a1b2-0000-7000-8000-000000000001'), 'html')).toMatchObject({ ok: false, error: { code: 'story.missing' } });
  });

  it('is one file, whole, in the place of an older one', async () => {
    const path = join(folder, 'bai.html');
    writeFileSync(path, 'old');
    expect(await host.exports.write(id, 'html', path)).toEqual({ ok: true, value: path });
    expect(readFileSync(path, 'utf8')).toMatch(/^<!doctype html>/i);
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('never takes the place of a folder: it may hold anything', async () => {
    const path = join(folder, 'bai');
    mkdirSync(path);
    writeFileSync(join(path, 'mine.txt'), 'mine');
    expect(await host.exports.write(id, 'html-folder', path)).toEqual({ ok: true, value: `${path}-2` });
    expect(await host.exports.write(id, 'html-folder', path)).toEqual({ ok: true, value: `${path}-3` });
    expect([readFileSync(join(path, 'mine.txt'), 'utf8'), existsSync(join(`${path}-2`, 'index.html'))]).toEqual(['mine', true]);
  });

  it('that can’t be written says so and leaves nothing', async () => {
    writeFileSync(join(folder, 'a-file'), '');
    expect(await host.exports.write(id, 'text', join(folder, 'a-file', 'bai.txt'))).toMatchObject({ ok: false, error: { code: 'export.unwritable' } });
  });
});
