import { describe, expect, it } from 'vitest';
import { StoryId } from '#core/base/ids.ts';
import { err, ok } from '#core/base/result.ts';
import type { Result } from '#core/base/result.ts';
import type { WireError } from '#core/contract/errors.ts';
import { wireError } from '#core/contract/errors.ts';
import { makeSaveExport } from './save-export.ts';
import type { SaveExportPorts } from './save-export.ts';

const story = StoryId.parse('0198a1b2-0000-7000-8000-000000000001');

function played(change: Partial<SaveExportPorts> = {}, name: Result<string, WireError> = ok('tin-lang-yen.html')): { readonly exports: ReturnType<typeof makeSaveExport>; readonly notes: string[] } {
  const notes: string[] = [];
  const exports = makeSaveExport({
    backend: { exportName: async () => name, exportTo: async (_id, as, path) => { notes.push(`write ${as} ${path}`); return ok(path); } },
    askWhere: async (proposed) => { notes.push(`ask ${proposed}`); return proposed; },
    folder: () => '/documents',
    remember: (folder) => void notes.push(`remember ${folder}`),
    ...change,
  });
  return { exports, notes };
}

describe('an export', () => {
  it('is asked for under the library’s name, written where the reporter says, and may then be shown', async () => {
    const { exports, notes } = played({ askWhere: async () => '/bai/moi.html' });
    expect(exports.isOurs('/bai/moi.html')).toBe(false);
    expect(await exports.save(story, 'html')).toEqual({ kind: 'saved', path: '/bai/moi.html', name: 'moi.html' });
    expect(notes).toEqual(['write html /bai/moi.html', 'remember /bai']);
    expect([exports.isOurs('/bai/moi.html'), exports.isOurs('/bai'), exports.isOurs('/etc/passwd')]).toEqual([true, false, false]);
  });

  it('is proposed in the last folder, by a name that can’t leave it', async () => {
    const { exports, notes } = played({}, ok('../../etc/cron.d/a'));
    await exports.save(story, 'text');
    expect(notes[0]).toBe('ask /documents/a');
  });

  it.each([null, 'somewhere', ''])('is not written when the dialog gives %j', async (path) => {
    const { exports, notes } = played({ askWhere: async () => path });
    expect(await exports.save(story, 'html')).toEqual({ kind: 'cancelled' });
    expect(notes).toEqual([]);
  });

  it('that can’t be made or written says why, and leaves nothing to show', async () => {
    const gone = played({}, err(wireError('story.missing')));
    expect(await gone.exports.save(story, 'html')).toMatchObject({ kind: 'failed', error: { code: 'story.missing' } });
    expect(gone.notes).toEqual([]);
    const full = played({ backend: { exportName: async () => ok('a'), exportTo: async () => err(wireError('export.full', { path: '/documents' })) } });
    expect(await full.exports.save(story, 'html')).toMatchObject({ kind: 'failed', error: { code: 'export.full' } });
    expect(full.exports.isOurs('/documents/a')).toBe(false);
  });
});
