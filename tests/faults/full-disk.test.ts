import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { BlockId, StoryId } from '#core/base/ids.ts';
import { uuidv7 } from '#core/base/uuid.ts';
import { emptyDocument, paragraphJson } from '#core/story/blocks.ts';
import { openLibrary } from '#backend/host/compose.ts';
import type { Host } from '#backend/host/host.ts';
import { openLibraryFile } from '#backend/storage/library-file.ts';
import { makeStoryStore } from '#backend/storage/make-story-store.ts';
import { storageError } from '#backend/storage/storage-error.ts';
import { temporaryFolder, testClock, testRandom } from '#tests/stand-ins/ports.ts';

const caller = { windowId: 'typist' };

function open(dir: string): Host {
  const opened = openLibrary({ dir, door: 'browser', sends: false });
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}

/** A small disk of its own; the reason when this machine lets nobody make one. */
function smallDisk(dir: string): string | null {
  if (process.platform !== 'linux') return 'a small disk is only made on Linux';
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', dir], { encoding: 'utf8' });
  if (mounted.status !== 0) return `mount: ${mounted.error?.message ?? mounted.stderr.trim()}`;
  onTestFinished(() => void spawnSync('umount', ['-l', dir]));
  return null;
}

describe('a full disk', () => {
  it('is told as such, and the batch that did not fit leaves the story as it was', () => {
    const folder = temporaryFolder();
    const opened = openLibraryFile(folder);
    if (!opened.ok) throw new Error(opened.error.code);
    const db = opened.value;
    onTestFinished(() => db.close());
    const [clock, random] = [testClock(), testRandom()];
    const newId = (): string => uuidv7(clock, random);
    const stories = makeStoryStore({ db, clock, newId, who: () => '' });
    const created = stories.create(emptyDocument(() => newId() as BlockId), '');
    if (!created.ok) throw new Error(created.error.code);
    const { id } = created.value;
    const before = stories.get(id);
    const body = before.ok ? (before.value.document.blocks[3]?.$.bid as BlockId) : ('' as BlockId);
    const pages = Number(db.prepare('PRAGMA page_count').get()?.['page_count']);
    db.exec(`PRAGMA max_page_count = ${pages + 3}`);
    let problem: unknown = null;
    try {
      stories.append(id, 0, { upsert: [paragraphJson(body, 'x'.repeat(100_000))], remove: [], order: null, fields: null });
    } catch (thrown) {
      problem = thrown;
    }
    expect(storageError(problem, folder)).toMatchObject({ code: 'library.full' });
    expect(stories.get(id)).toEqual(before);
    db.exec('PRAGMA max_page_count = 1073741823');
    expect(stories.append(id, 0, { upsert: [paragraphJson(body, 'vừa')], remove: [], order: null, fields: null })).toMatchObject({ ok: true, value: { seq: 1 } });
  });

  it('on a real small disk loses nothing acknowledged, and goes on when there is room', async (test) => {
    const dir = temporaryFolder();
    const reason = smallDisk(dir);
    if (reason !== null) {
      process.stderr.write(`skipped: ${reason}\n`);
      test.skip(reason);
      return;
    }
    const ballast = join(dir, 'ballast');
    writeFileSync(ballast, Buffer.alloc(2 * 1024 * 1024));
    const host = open(dir);
    const created = await host.dispatch('story.create', {}, caller);
    if (!created.ok) throw new Error(created.error.code);
    const { id } = created.value as { id: StoryId };
    const opened = await host.dispatch('story.open', { id }, caller);
    const body = (opened as { value: { document: { blocks: { $: { bid: BlockId } }[] } } }).value.document.blocks[3]?.$.bid as BlockId;

    const write = (seq: number): ReturnType<Host['dispatch']> =>
      host.dispatch('story.append', { id, base: seq, changes: { upsert: [paragraphJson(body, `${seq} `.repeat(60_000))], remove: [], order: null, fields: null } }, caller);
    // Each round saves, keeps a whole version and changes the status: one of these meets the end of the disk.
    let acknowledged = 0;
    let refused: unknown = null;
    for (let round = 0; refused === null && round < 200; round++) {
      const saved = await write(acknowledged);
      if (saved.ok) acknowledged = (saved.value as { seq: number }).seq;
      const submitted = await host.dispatch('review.submit', { id }, caller);
      const back = await host.dispatch('review.sendBack', { id, note: '' }, caller);
      refused = [saved, submitted, back].find((answer) => !answer.ok) ?? null;
    }
    expect(refused).toMatchObject({ error: { code: 'library.full' } });

    const stored = await host.dispatch('story.get', { id }, caller);
    if (!stored.ok) throw new Error(stored.error.code);
    const { meta } = stored.value as { meta: { seq: number } };
    expect(meta.seq).toBe(acknowledged);
    rmSync(ballast);
    expect(await write(meta.seq)).toMatchObject({ ok: true, value: { seq: meta.seq + 1 } });
    await host.close();

    const again = open(dir);
    expect(await again.dispatch('story.get', { id }, caller)).toMatchObject({ ok: true, value: { meta: { seq: meta.seq + 1 } } });
    await again.close();
  });
});
