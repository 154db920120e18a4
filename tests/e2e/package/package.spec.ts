import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configuration } from '#build/package/configuration.ts';
import { makePackage, packFolder } from '#build/package/pack-folder.ts';
import type { Packing } from '#build/package/pack-folder.ts';
import { readFuses, wrongFuses } from '#build/package/read-fuses.ts';
import { expect, test } from '@playwright/test';
import { parseAst } from 'vite';
import { makeStandInRuntime } from './stand-in-runtime.ts';

const root = join(import.meta.dirname, '..', '..', '..');
// Comes with the packager.
const require = createRequire(import.meta.url);
const asar = require('@electron/asar') as { listPackage(archive: string, options: { isPack: boolean }): string[]; extractAll(archive: string, folder: string): void };

/** Limit of the application without Electron itself, in bytes. */
const sizeLimit = 40e6;

const sizeOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);

/** The names a bundle asks for with `import`, `import()` or `require`; names in its texts and comments are not asked for. */
function importsOf(source: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (typeof node !== 'object' || node === null) return;
    const { type, source: from, callee, arguments: given } = node as { readonly type?: string; readonly source?: { readonly value?: unknown } | null; readonly callee?: { readonly name?: string }; readonly arguments?: readonly { readonly value?: unknown }[] };
    const asked = type === 'CallExpression' && callee?.name === 'require' ? given?.[0]?.value : type?.startsWith('Import') === true || type?.startsWith('Export') === true ? from?.value : undefined;
    if (typeof asked === 'string') found.push(asked);
    Object.values(node).forEach(visit);
  };
  visit(parseAst(source).body);
  return found;
}

let output: string;
let resources: string;
let program: string;
/** What lies in the archive, with `/`, and how it looks unpacked again. */
let contents: readonly string[];
let extracted: string;

test.describe.configure({ mode: 'serial' });
test.skip(process.platform !== 'linux', 'the stand-in runtime is a Linux one; the workflow packs the real one on the other systems');

const packing = (): Packing => ({
  root,
  configuration: { ...configuration, compression: 'store', directories: { output, buildResources: join(output, 'resources') } },
  system: 'linux',
  arch: process.arch === 'arm64' ? 'arm64' : 'x64',
  runtime: makeStandInRuntime(),
});

test.beforeAll(async () => {
  output = mkdtempSync(join(tmpdir(), 'toasoan-package-'));
  const folder = await packFolder(packing());
  resources = join(folder, 'resources');
  program = join(folder, 'toasoan');
  contents = asar.listPackage(join(resources, 'app.asar'), { isPack: false }).map((path) => path.replaceAll('\\', '/'));
  extracted = join(output, 'extracted');
  asar.extractAll(join(resources, 'app.asar'), extracted);
});
test.afterAll(() => rmSync(output, { recursive: true, force: true }));

test('what the application needs is in the package', () => {
  for (const path of ['main.mjs', 'preload.cjs', 'backend.mjs', 'decoder.mjs', 'portal.mjs'].map((name) => `/dist/electron/${name}`)) expect(contents).toContain(path);
  for (const path of ['/package.json', '/dist/renderer/index.html', '/assets/sample-newsroom/newsroom.json', '/assets/fonts/OFL-source-serif-4.txt']) expect(contents).toContain(path);
  expect(JSON.parse(readFileSync(join(extracted, 'package.json'), 'utf8'))).toMatchObject({ name: 'toasoan', main: 'dist/electron/main.mjs' });
});

test('every package in a bundle is in the notices, which lie beside the screens', () => {
  const notices = readFileSync(join(extracted, 'dist/renderer/THIRD-PARTY-NOTICES.txt'), 'utf8');
  const lists = readdirSync(join(root, 'dist/notices')).map((file) => JSON.parse(readFileSync(join(root, 'dist/notices', file), 'utf8')) as readonly string[]);
  expect(readdirSync(join(root, 'dist/notices')).toSorted()).toEqual(['analysis', 'backend', 'decoder', 'main', 'portal', 'preload', 'renderer'].map((name) => `${name}.json`));
  const bundled = new Set(lists.flat().map((folder) => (JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as { name: string }).name));
  for (const name of ['react', 'lexical', 'zod', 'ajv', '@fontsource/be-vietnam-pro']) expect(bundled).toContain(name);
  const beside = contents.flatMap((path) => /^\/node_modules\/((?:@[^/]+\/)?[^/@]+)$/u.exec(path)?.[1] ?? []);
  expect([...bundled, ...beside].filter((name) => !notices.includes(`\n  ${name} `))).toEqual([]);
});

test('what it does not need is not: sources, tests, another Node, anything bundled already', () => {
  const packages = new Set(contents.flatMap((path) => /^\/node_modules\/((?:@[^/]+\/)?[^/]+)$/u.exec(path)?.[1] ?? []).filter((name) => !/^@[^/]+$/u.test(name)));
  const native = [...packages].filter((name) => name.startsWith('@img/sharp-'));
  expect([...packages].filter((name) => !native.includes(name)).toSorted()).toEqual(['@img/colour', 'detect-libc', 'semver', 'sharp']);
  expect(native.every((name) => name.endsWith(`-linux-${process.arch}`))).toBe(true);
  expect(new Set(contents.map((path) => path.split('/')[1]))).toEqual(new Set(['node_modules', 'assets', 'dist', 'package.json']));
  expect(contents.filter((path) => /\.(?:tsx?|map)$|\.(?:test|spec)\./u.test(path))).toEqual([]);
  expect(contents.filter((path) => path.startsWith('/node_modules/node-'))).toEqual([]);
});

test('the photo decoder’s native parts lie as real files, and decode in the package as it is', () => {
  const unpacked = join(resources, 'app.asar.unpacked', 'node_modules', '@img');
  const libraries = readdirSync(unpacked, { recursive: true }).map(String);
  expect(libraries.some((name) => /libvips-cpp\.so/u.test(name))).toBe(true);
  expect(libraries.some((name) => name.endsWith('.node'))).toBe(true);
  const script = "const sharp = require('sharp'); sharp('assets/sample-newsroom/photos/cau-treo.jpg').resize(40).webp().toBuffer().then((made) => sharp(made).metadata()).then(({ width }) => process.stdout.write(String(width)))";
  expect(execFileSync(process.execPath, ['-e', script], { cwd: extracted, encoding: 'utf8' })).toBe('40');
});

test('no bundle asks for a package that is not there', () => {
  const imported = readdirSync(join(extracted, 'dist', 'electron')).flatMap((name) => importsOf(readFileSync(join(extracted, 'dist', 'electron', name), 'utf8')));
  expect([...new Set(imported)].filter((name) => !/^(?:node:|\.)/u.test(name)).toSorted()).toEqual(['electron', 'sharp']);
});

test('seven fuses are set in the program, and read back from it', async () => {
  expect(await readFuses(program)).toEqual({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  });
  expect(await wrongFuses(program, configuration.electronFuses ?? {})).toEqual([]);
  expect(await wrongFuses(program, { runAsNode: true })).toEqual(['runAsNode']);
});

test('the Debian package: a name in Vietnamese, its files, a sandbox by AppArmor, no switch', async () => {
  const told = join(output, 'told');
  // In the place of the tool that writes the package: it keeps what it was told and what it was given.
  mkdirSync(told);
  writeFileSync(join(told, 'fpm'), `#!/bin/sh\nprintf '%s\\n' "$@" > '${told}/arguments'\nfor each in "$@"; do from="\${each%%=*}"; case "$from" in /*) [ -f "$from" ] && cp "$from" '${told}/';; esac; done\necho '{"message":"Created package","level":"info"}'\n`);
  chmodSync(join(told, 'fpm'), 0o755);
  const before = { PATH: process.env['PATH'], USE_SYSTEM_FPM: process.env['USE_SYSTEM_FPM'] };
  Object.assign(process.env, { PATH: `${told}:${before.PATH}`, USE_SYSTEM_FPM: 'true' });
  try {
    await makePackage(packing(), join(resources, '..'), 'deb');
  } finally {
    Object.assign(process.env, { PATH: before.PATH });
    delete process.env['USE_SYSTEM_FPM'];
  }
  const given = (pattern: RegExp): string => readdirSync(told).filter((name) => pattern.test(name)).map((name) => readFileSync(join(told, name), 'utf8')).join('\n');
  const entry = given(/\.desktop$/u);
  expect(entry).toContain('Name=Tòa Soạn\n');
  expect(entry).toContain('MimeType=text/plain;application/vnd.toasoan;');
  expect(entry).toMatch(/^Exec="\/opt\/Toa Soan\/toasoan" %U$/mu);
  expect(given(/\.xml$/u)).toContain('<glob pattern="*.toasoan"/>');
  expect(given(/after-install/u)).toContain('apparmor');
  expect(given(/^arguments$|\.desktop$|after-install/u)).not.toContain('--no-sandbox');
});

test('the application without its runtime is at most 40 MB', ({}, info) => {
  const parts = { archive: statSync(join(resources, 'app.asar')).size, beside: sizeOf(join(resources, 'app.asar.unpacked')) };
  const size = parts.archive + parts.beside;
  info.annotations.push({ type: 'size', description: `${(size / 1e6).toFixed(1)} MB` });
  process.stdout.write(`  packed application without Electron: ${(size / 1e6).toFixed(1)} MB (archive ${(parts.archive / 1e6).toFixed(1)}, native parts ${(parts.beside / 1e6).toFixed(1)})\n`);
  expect(size).toBeLessThanOrEqual(sizeLimit);
  expect(existsSync(join(resources, 'app'))).toBe(false);
  expect(readdirSync(join(resources, '..', 'locales')).toSorted()).toEqual(['en-US.pak', 'vi.pak']);
});
