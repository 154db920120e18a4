import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, relative } from 'node:path';
import process from 'node:process';
import { electronSource, isArchiveKept, probe } from '../launch/electron-source.ts';
import { electronPackage, electronVersion, findElectron } from '../launch/find-electron.ts';
import { configuration, perMachine } from './configuration.ts';
import { makePackage, missingNative, packFolder } from './pack-folder.ts';
import { wrongFuses } from './read-fuses.ts';
import type { Architecture, System } from './pack-folder.ts';

const root = join(import.meta.dirname, '..', '..');
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Ends the program; what there is to say is one line. */
function stop(line: string): never {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

const kinds = {
  linux: [{ target: 'AppImage', configuration }, { target: 'deb', configuration }],
  darwin: [{ target: 'dmg', configuration }, { target: 'zip', configuration }],
  win32: [{ target: 'nsis', configuration }, { target: 'nsis', configuration: perMachine }, { target: 'portable', configuration }],
} as const;

const isSystem = (name: string): name is System => Object.hasOwn(kinds, name);
const isArchitecture = (name: string): name is Architecture => name === 'x64' || name === 'arm64';

/** Where electron-builder takes NSIS, AppImage's runtime and fpm from, and where it keeps them. */
const tools = new URL(process.env['ELECTRON_BUILDER_BINARIES_MIRROR'] || 'https://github.com/electron-userland/electron-builder-binaries/releases/');
const toolsKept = process.env['ELECTRON_BUILDER_CACHE'] || { linux: join(homedir(), '.cache', 'electron-builder'), darwin: join(homedir(), 'Library', 'Caches', 'electron-builder'), win32: join(process.env['LOCALAPPDATA'] ?? '', 'electron-builder', 'Cache') }[process.platform as System];

/** The first line of a failure that says something. */
const firstLine = (problem: unknown): string => (problem instanceof Error ? problem.message : String(problem)).split('\n').find((line) => line.trim() !== '') ?? 'no reason given';

/** `npm run dist`: the packages of this computer's system, as far as what they need can be had; says what could not. */
export async function makePackages(): Promise<void> {
  const { platform, arch } = process;
  if (!isSystem(platform) || !isArchitecture(arch)) stop(`There are no packages for ${platform}-${arch}.`);
  const missing = missingNative(root, platform, arch);
  if (missing !== null) stop(`${missing} is not installed: the package would have no photo decoder. Run “npm ci” on this system.`);
  const packageDir = electronPackage(root) ?? stop('The package electron is not installed. Run “npm ci”.');

  const source = electronSource({ version: electronVersion(packageDir), env: process.env, platform, arch });
  const found = findElectron(packageDir);
  const runtime = found === null ? null : found.startsWith(join(packageDir, 'dist')) ? join(packageDir, 'dist') : (process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? null);
  if (runtime === null && !isArchiveKept(source, { env: process.env, platform }) && !(await probe(source))) {
    stop(`No package was made: Electron is not on this computer and ${source.host} does not answer.\nWanted: ${source.href}\nGive its folder with ELECTRON_OVERRIDE_DIST_PATH, or another source with ELECTRON_MIRROR.`);
  }

  const packing = { root, configuration, system: platform, arch, runtime };
  const folder = await packFolder(packing);
  const program = { linux: join(folder, 'toasoan'), darwin: folder, win32: join(folder, 'toasoan.exe') }[platform];
  const wrong = await wrongFuses(program, configuration.electronFuses ?? {});
  if (wrong.length > 0) stop(`No package was made: these fuses are not set in ${relative(root, program)} as they must be: ${wrong.join(', ')}.`);
  say(`Made: ${relative(root, folder)} (its fuses are set, read back from it)`);

  const hasTools = (toolsKept !== undefined && existsSync(toolsKept) && readdirSync(toolsKept).length > 0) || (await probe(tools));
  const failures: string[] = [];
  for (const kind of kinds[platform]) {
    const name = kind.configuration === perMachine ? `${kind.target} (for everyone)` : kind.target;
    try {
      if (!hasTools) throw new Error(`its tools come from ${tools.host}, which does not answer (another source: ELECTRON_BUILDER_BINARIES_MIRROR)`);
      for (const file of await makePackage({ ...packing, configuration: kind.configuration }, folder, kind.target)) say(`Made: ${relative(root, file)}`);
    } catch (problem) {
      failures.push(`Not made: ${name}: ${firstLine(problem)}`);
    }
  }
  for (const line of failures) say(line);
  process.exitCode = failures.length === 0 ? 0 : 1;
}

if (import.meta.main) await makePackages();
