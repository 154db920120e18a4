import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { OwnerFile } from '#core/contract/loopback.ts';
import { libraryFiles } from './library-folder.ts';

const pathOf = (library: string): string => join(library, libraryFiles.owner);

/** Only whoever holds the library's lock may call this. */
export function writeOwner(library: string, owner: OwnerFile): void {
  const temporary = `${pathOf(library)}.${owner.pid}`;
  // A file left by a killed owner keeps its own mode when written over; a fresh one gets ours.
  rmSync(temporary, { force: true });
  writeFileSync(temporary, JSON.stringify(owner), { mode: 0o600, flag: 'wx' });
  renameSync(temporary, pathOf(library));
}

export const removeOwner = (library: string): void => rmSync(pathOf(library), { force: true });

/** What the owner wrote; null when nothing sound is there. It may be gone meanwhile: whoever calls the address must expect that. */
export function findOwner(library: string): OwnerFile | null {
  let text: string;
  try {
    text = readFileSync(pathOf(library), 'utf8');
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && (problem.code === 'ENOENT' || problem.code === 'ENOTDIR')) return null;
    throw problem;
  }
  try {
    return OwnerFile.parse(JSON.parse(text));
  } catch (problem) {
    if (problem instanceof SyntaxError || problem instanceof z.ZodError) return null;
    throw problem;
  }
}
