import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { StoryId } from '#core/base/ids.ts';
import { openLibrary } from '#backend/host/compose.ts';
import type { Host } from '#backend/host/host.ts';
import { openLibraryFile } from '#backend/storage/library-file.ts';
import { temporaryFolder, testRandom } from '#tests/stand-ins/ports.ts';
import { textAfter } from './scripted-typing.ts';

const kills = 50;
const typist = join(import.meta.dirname, 'type-until-killed.ts');

function open(dir: string): Host {
  const opened = openLibrary({ dir, door: 'browser', sends: false });
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}

/** Types until `enough` batches are acknowledged, then dies without warning; gives the last acknowledged seq. */
async function typeAndKill(dir: string, id: StoryId, enough: number): Promise<number> {
  const child = spawn(process.execPath, [typist, dir, id], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    if (said.split('\n').length > enough) child.kill('SIGKILL');
  });
  const [, signal] = (await once(child, 'close')) as [number | null, string | null];
  if (signal !== 'SIGKILL') throw new Error(`the typist ended by itself: ${complaint}`);
  // A last line without its end was cut off by the kill: nobody was told.
  return Number(said.slice(0, said.lastIndexOf('\n')).split('\n').at(-1));
}

describe('kill -9 of the library’s owner', () => {
  it(`${kills} times while typing: no acknowledged change is lost and the library opens`, { timeout: 600_000 }, async () => {
    const dir = temporaryFolder();
    const first = open(dir);
    const created = await first.dispatch('story.create', { document: textAfter(0) }, { windowId: 'typist' });
    if (!created.ok) throw new Error(created.error.code);
    const { id } = created.value as { id: StoryId };
    await first.close();

    const random = testRandom(7);
    let last = 0;
    for (let kill = 1; kill <= kills; kill++) {
      const acknowledged = await typeAndKill(dir, id, 1 + ((random.bytes(1)[0] ?? 0) % 60));
      expect(acknowledged).toBeGreaterThan(last);
      const host = open(dir);
      const stored = await host.dispatch('story.get', { id }, { windowId: 'reader' });
      if (!stored.ok) throw new Error(stored.error.code);
      const { meta, document } = stored.value as { meta: { seq: number }; document: unknown };
      // One more batch may have been committed whose acknowledgement died with the typist.
      expect(meta.seq).toBeGreaterThanOrEqual(acknowledged);
      expect(document).toEqual(textAfter(meta.seq));
      last = meta.seq;
      const listed = await host.dispatch('library.list', { query: `tit ${Math.floor(last / 11)}` }, { windowId: 'reader' });
      expect(listed).toMatchObject({ ok: true, value: { total: 1 } });
      await host.close();
    }
    const db = openLibraryFile(dir);
    if (!db.ok) throw new Error(db.error.code);
    expect(db.value.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
    db.value.close();
  });
});
