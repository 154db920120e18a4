import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';

const toPosix = (path: string): string => path.split(sep).join('/');

/** `#core/x.ts`, `./x.ts` → a path below the root; null for a package. */
export function resolveImport(specifier: string, file: string): string | null {
  if (specifier.startsWith('#')) return specifier.slice(1);
  if (specifier.startsWith('.')) return posix.normalize(posix.join(posix.dirname(file), specifier));
  return null;
}

/** `@scope/name/x` → `@scope/name`; `node:fs` stays. */
export const packageName = (specifier: string): string =>
  specifier.startsWith('node:') ? specifier : specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');

const importPattern = /^\s*(?:import|export)\s+(?!type\s)(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;

/** Run-time imports of every source file below the rooms: types are erased and can't make a circle that matters. */
export function readGraph(root: string, folders: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const graph = new Map<string, readonly string[]>();
  for (const folder of folders) {
    if (!existsSync(join(root, folder))) continue;
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.tsx?$/.test(entry.name)) continue;
      const absolute = join(entry.parentPath, entry.name);
      const file = toPosix(relative(root, absolute));
      const targets = [...readFileSync(absolute, 'utf8').matchAll(importPattern)].map((match) => resolveImport(match[1] ?? '', file));
      graph.set(file, targets.filter((target): target is string => target !== null));
    }
  }
  return graph;
}

/** The shortest way from `from` back to `to`, both included; null when there is none. */
export function findPath(graph: ReadonlyMap<string, readonly string[]>, from: string, to: string): readonly string[] | null {
  const cameFrom = new Map<string, string | null>([[from, null]]);
  const queue = [from];
  for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
    if (file === to) {
      const path: string[] = [];
      for (let at: string | null = file; at !== null; at = cameFrom.get(at) ?? null) path.unshift(at);
      return path;
    }
    for (const next of graph.get(file) ?? []) {
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, file);
      queue.push(next);
    }
  }
  return null;
}

export const below = (root: string, path: string): string => toPosix(relative(root, path));
