import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseMemory, noMemory } from './window-state.ts';
import type { WindowMemory } from './window-state.ts';

export interface MemoryFile {
  get(): WindowMemory;
  /** Kept at once in memory, on disk as well as it goes: where a window stood is worth no message. */
  change(change: Partial<WindowMemory>): void;
}

export function openMemoryFile(path: string): MemoryFile {
  let current = noMemory;
  try {
    current = parseMemory(readFileSync(path, 'utf8'));
  } catch (problem) {
    if (!(problem instanceof Error && 'code' in problem)) throw problem;
  }
  return {
    get: () => current,
    change(change) {
      current = { ...current, ...change };
      try {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(`${path}.new`, JSON.stringify(current), { mode: 0o600 });
        renameSync(`${path}.new`, path);
      } catch (problem) {
        if (!(problem instanceof Error && 'code' in problem)) throw problem;
      }
    },
  };
}
