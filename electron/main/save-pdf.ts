import { basename, dirname, isAbsolute, join } from 'node:path';
import { writeExport } from '#backend/handlers/write-export.ts';
import type { SavedExport } from '#core/contract/desktop.ts';
import { wireError } from '#core/contract/errors.ts';

export interface SavePdfPorts {
  /** The system's dialog; null: the reporter thought better of it. */
  readonly askWhere: (proposed: string) => Promise<string | null>;
  /** What the window has ready for paper, as a PDF; rejects when there is no such window any more, or Chromium can't. */
  readonly print: () => Promise<Uint8Array>;
  /** Where the last export went, else the documents folder. */
  readonly folder: () => string;
  readonly remember: (folder: string) => void;
}

/** A draft as a PDF, where the reporter says: asked first, then printed, then written whole or not at all. `name` without its ending. */
export async function savePdf(name: string, { askWhere, print, folder, remember }: SavePdfPorts): Promise<SavedExport> {
  const path = await askWhere(join(folder(), `${basename(name)}.pdf`));
  if (path === null || !isAbsolute(path)) return { kind: 'cancelled' };
  let content: Uint8Array;
  try {
    content = await print();
  } catch (problem) {
    return { kind: 'failed', error: wireError('export.failed', { detail: problem instanceof Error ? problem.message.slice(0, 200) : 'PDF' }) };
  }
  const written = await writeExport(dirname(path), { kind: 'file', name: basename(path), content });
  if (!written.ok) return { kind: 'failed', error: written.error };
  remember(dirname(path));
  return { kind: 'saved', path: written.value.path, name: basename(path) };
}
