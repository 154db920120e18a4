import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

/** A package by its folder below the root: `node_modules/react`, `node_modules/a/node_modules/b`. */
export type PackageFolder = string;

/** Code that the bundler writes into what it makes, by the names it gives it. */
const bundlersOwn: readonly (readonly [RegExp, PackageFolder])[] = [
  [/^\0vite\//, 'node_modules/vite'],
  [/^\0rolldown\//, 'node_modules/rolldown'],
];

/** The package a module of a bundle comes from; null for one of ours, or one that no file stands behind. */
export function packageOf(id: string): PackageFolder | null {
  const own = bundlersOwn.find(([pattern]) => pattern.test(id));
  if (own !== undefined) return own[1];
  const path = id.replaceAll('\\', '/');
  return /(?:^|\/)(node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? null;
}

/** Writes down which packages a bundle is made of: `<folder>/<name>.json`, for the notices. Every module the bundler looked at counts, used or not. */
export const notePackages = (folder: string, name: string): Plugin => ({
  name: 'note-packages',
  generateBundle(_options, bundle) {
    // What a style sheet takes in, as fonts are, is no module.
    const assets = Object.values(bundle).flatMap((file) => (file.type === 'asset' ? file.originalFileNames : []));
    const found = new Set([...this.getModuleIds(), ...assets].flatMap((id) => packageOf(id) ?? []));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${name}.json`), `${JSON.stringify([...found].toSorted(), null, 1)}\n`);
  },
});

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** Where Node finds a package from a folder of another one; null when it is not installed. */
function resolvePackage(root: string, from: PackageFolder, name: string): PackageFolder | null {
  for (let at = from; at !== '.'; at = dirname(at)) {
    const path = `${at}/node_modules/${name}`;
    if (existsSync(join(root, path, 'package.json'))) return path;
  }
  return existsSync(join(root, 'node_modules', name, 'package.json')) ? `node_modules/${name}` : null;
}

/** These packages and all that they need to run, as far as it is installed. Throws when one of those named is not. */
export function withDependencies(root: string, names: readonly string[]): readonly PackageFolder[] {
  const found = new Set<PackageFolder>();
  const visit = (folder: PackageFolder): void => {
    if (found.has(folder)) return;
    found.add(folder);
    const { dependencies = {}, optionalDependencies = {} } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Manifest;
    for (const name of new Set([...Object.keys(dependencies), ...Object.keys(optionalDependencies)])) {
      const path = resolvePackage(root, folder, name);
      if (path !== null) visit(path);
      else if (!(name in optionalDependencies)) throw new Error(`${folder} needs ${name}, which is not installed`);
    }
  };
  for (const name of names) visit(`node_modules/${name}`);
  return [...found].toSorted();
}
