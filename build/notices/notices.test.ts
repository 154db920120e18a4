import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rooms } from '../lint/rooms.ts';
import { isAllowed } from './licences.ts';
import { makeNotices } from './make-notices.ts';
import { packageOf, withDependencies } from './shipped-packages.ts';

const root = resolve(import.meta.dirname, '..', '..');

/** A folder of packages that don't exist. */
function invent(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'toasoan-notices-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
const manifest = (name: string, license?: string, more: object = {}): string => JSON.stringify({ name, version: '1.0.0', license, ...more });

describe('licences', () => {
  it('allows what asks for its notice only, and one of several on offer', () => {
    for (const licence of ['MIT', 'OFL-1.1', '(MPL-2.0 OR Apache-2.0)', 'MIT AND ISC']) expect(isAllowed('any', licence), licence).toBe(true);
  });
  it('allows nothing else, and the LGPL to libvips only', () => {
    for (const licence of ['', 'UNLICENSED', 'GPL-3.0', 'AGPL-3.0-only', 'MIT AND GPL-2.0', 'LGPL-3.0-or-later', 'SEE LICENSE IN x']) expect(isAllowed('any', licence), licence).toBe(false);
    expect(isAllowed('@img/sharp-libvips-linux-x64', 'LGPL-3.0-or-later')).toBe(true);
    expect(isAllowed('@img/sharp-win32-x64', 'Apache-2.0 AND LGPL-3.0-or-later')).toBe(true);
  });
});

describe('packages', () => {
  it('are known by their modules, the bundler’s own code by its names', () => {
    expect(packageOf('/a/node_modules/@lexical/link/dist/x.mjs')).toBe('node_modules/@lexical/link');
    expect(packageOf('C:\\a\\node_modules\\one\\node_modules\\two\\x.js')).toBe('node_modules/one/node_modules/two');
    expect(packageOf('\0vite/preload-helper.js')).toBe('node_modules/vite');
    expect(packageOf('/a/renderer/app/main.tsx')).toBeNull();
  });
  it('are found with what they need, and missed when that is not there', () => {
    const folder = invent({
      'node_modules/one/package.json': manifest('one', 'MIT', { dependencies: { two: '1' }, optionalDependencies: { other: '1' } }),
      'node_modules/one/node_modules/two/package.json': manifest('two', 'MIT'),
      'node_modules/lost/package.json': manifest('lost', 'MIT', { dependencies: { gone: '1' } }),
    });
    expect(withDependencies(folder, ['one'])).toEqual(['node_modules/one', 'node_modules/one/node_modules/two']);
    expect(() => withDependencies(folder, ['lost'])).toThrow('gone');
  });
});

describe('notices', () => {
  it('name each package once and print the same terms once', () => {
    const folder = invent({ 'node_modules/b/package.json': manifest('b', 'MIT'), 'node_modules/b/LICENSE': 'the terms\r\n', 'node_modules/a/package.json': manifest('a', 'MIT'), 'node_modules/a/license.md': 'the terms' });
    const text = makeNotices(folder, ['node_modules/b', 'node_modules/a', 'node_modules/b']);
    expect(text.match(/the terms/g)).toHaveLength(1);
    expect(text).toContain('  a 1.0.0 (MIT)\n  b 1.0.0 (MIT)\n');
  });
  it('are not made for a package without terms, or with terms that are not on the list', () => {
    const folder = invent({ 'node_modules/bare/package.json': manifest('bare', 'MIT'), 'node_modules/strict/package.json': manifest('strict', 'GPL-3.0'), 'node_modules/strict/LICENSE': 'terms', 'node_modules/silent/package.json': manifest('silent'), 'node_modules/silent/LICENSE': 'terms' });
    expect(() => makeNotices(folder, ['node_modules/bare'])).toThrow('bare 1.0.0');
    expect(() => makeNotices(folder, ['node_modules/strict'])).toThrow('GPL-3.0');
    expect(() => makeNotices(folder, ['node_modules/silent'])).toThrow('silent');
  });
  it('can be made for everything that runs beside the bundles', () => {
    const names = rooms.filter(({ path }) => /^(?:core|backend|portal)\//.test(path)).flatMap(({ packages }) => packages).filter((name) => !/^node:|\*$/.test(name));
    expect(makeNotices(root, withDependencies(root, [...new Set(names)]))).toContain('  sharp ');
  });
});
