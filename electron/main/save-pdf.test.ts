import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SavedExport } from '#core/contract/desktop.ts';
import { savePdf } from './save-pdf.ts';
import type { SavePdfPorts } from './save-pdf.ts';

let folder: string;
let notes: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'toasoan-pdf-'));
  notes = [];
});

const save = (name: string, change: Partial<SavePdfPorts> = {}): Promise<SavedExport> =>
  savePdf(name, {
    askWhere: async (proposed) => {
      notes.push(`ask ${proposed}`);
      return proposed;
    },
    print: async () => {
      notes.push('print');
      return new TextEncoder().encode('%PDF-1.7');
    },
    folder: () => folder,
    remember: (where) => void notes.push(`remember ${where}`),
    ...change,
  });

describe('a draft as a PDF', () => {
  it('is asked about first, printed then, and written whole where the reporter says', async () => {
    const path = join(folder, 'giu-rung.pdf');
    expect(await save('giu-rung')).toEqual({ kind: 'saved', path, name: 'giu-rung.pdf' });
    expect(notes).toEqual([`ask ${path}`, 'print', `remember ${folder}`]);
    expect(readFileSync(path, 'utf8')).toBe('%PDF-1.7');
    expect(readdirSync(folder)).toEqual(['giu-rung.pdf']);
  });

  it('is proposed by a name that can’t leave the folder', async () => {
    await save('../../etc/a');
    expect(notes[0]).toBe(`ask ${join(folder, 'a.pdf')}`);
  });

  it.each([null, 'somewhere', ''])('is not even printed when the dialog gives %j', async (path) => {
    expect(await save('a', { askWhere: async () => path })).toEqual({ kind: 'cancelled' });
    expect(notes).toEqual([]);
  });

  it('that can’t be printed or written says why and leaves nothing', async () => {
    expect(await save('a', { print: () => Promise.reject(new Error('Failed to generate PDF')) })).toEqual({ kind: 'failed', error: { code: 'export.failed', params: { detail: 'Failed to generate PDF' } } });
    expect(existsSync(join(folder, 'a.pdf'))).toBe(false);
    // A file stands where the folder should be.
    expect(await save('b', { askWhere: async () => join(import.meta.filename, 'b.pdf') })).toMatchObject({ kind: 'failed', error: { code: 'export.unwritable' } });
    expect(notes.some((note) => note.startsWith('remember'))).toBe(false);
  });
});
