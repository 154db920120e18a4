import { existsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { StoryId } from '#core/base/ids.ts';
import type { Result } from '#core/base/result.ts';
import { ok } from '#core/base/result.ts';
import type { ExportKind } from '#core/contract/desktop.ts';
import type { WireError } from '#core/contract/errors.ts';
import { buildExport, exportName } from './build-export.ts';
import { storedExport } from './export.ts';
import type { ExportPorts } from './export.ts';
import { writeExport } from './write-export.ts';

/** An export to a place of the reporter's choice. */
export interface ExportTo {
  /** What the file or folder would be called. Errors: those of `StoryStore.get`. */
  name(id: StoryId, as: ExportKind): Result<string, WireError>;
  /** Whole or not at all; `path` is absolute. A file that stood there is replaced; a folder never is, it gets a number. Gives where it is. Errors: also `export.full`, `export.unwritable`, `media.missing`. */
  write(id: StoryId, as: ExportKind, path: string): Promise<Result<string, WireError>>;
}

const endings = { html: '.html', text: '.txt', 'html-folder': '' } as const;

/** A folder may hold anything of the reporter's: it is left alone. */
function freeFolder(path: string): string {
  for (let count = 2, free = path; ; count++) {
    if (!existsSync(free)) return free;
    free = `${path}-${count}`;
  }
}

export function makeExportTo(ports: ExportPorts): ExportTo {
  let last: Promise<unknown> = Promise.resolve();
  return {
    name: (id, as) => {
      const story = storedExport(ports, id);
      return story.ok ? ok(`${exportName(story.value)}${endings[as]}`) : story;
    },
    write(id, as, path) {
      const next = last.then(async (): Promise<Result<string, WireError>> => {
        const story = storedExport(ports, id);
        if (!story.ok) return story;
        const built = await buildExport(story.value, ports.media, as);
        if (!built.ok) return built;
        const place = as === 'html-folder' ? freeFolder(path) : path;
        const written = await writeExport(dirname(place), { ...built.value, name: basename(place) });
        return written.ok ? ok(written.value.path) : written;
      });
      last = next.catch(() => undefined);
      return next;
    },
  };
}
