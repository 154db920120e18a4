import { basename, dirname, isAbsolute, join } from 'node:path';
import type { StoryId } from '#core/base/ids.ts';
import type { ExportKind, SavedExport } from '#core/contract/desktop.ts';
import type { BackendLink } from './backend-link.ts';

export interface SaveExportPorts {
  readonly backend: Pick<BackendLink, 'exportName' | 'exportTo'>;
  /** The system's dialog; null: the reporter thought better of it. */
  readonly askWhere: (proposed: string, as: ExportKind) => Promise<string | null>;
  /** Where the last export went, else the documents folder. */
  readonly folder: () => string;
  readonly remember: (folder: string) => void;
}

export interface SaveExport {
  save(storyId: StoryId, as: ExportKind): Promise<SavedExport>;
  /** Another file that was written for the reporter. */
  note(path: string): void;
  /** Whether this run wrote it: only such a file is shown in the file manager. */
  isOurs(path: string): boolean;
}

/** An export to where the reporter says. The name comes from the library, never from the window. */
export function makeSaveExport({ backend, askWhere, folder, remember }: SaveExportPorts): SaveExport {
  const written = new Set<string>();
  return {
    async save(storyId, as) {
      const name = await backend.exportName(storyId, as);
      if (!name.ok) return { kind: 'failed', error: name.error };
      const path = await askWhere(join(folder(), basename(name.value)), as);
      if (path === null || !isAbsolute(path)) return { kind: 'cancelled' };
      const made = await backend.exportTo(storyId, as, path);
      if (!made.ok) return { kind: 'failed', error: made.error };
      written.add(made.value);
      remember(dirname(made.value));
      return { kind: 'saved', path: made.value, name: basename(made.value) };
    },
    note: (path) => void written.add(path),
    isOurs: (path) => written.has(path),
  };
}
