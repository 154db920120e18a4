import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

const programs: Readonly<Record<string, string>> = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };

/** The folder of the package `electron`, whose own entry is never loaded: it would download when asked for its path. Null: not installed. */
export function electronPackage(root: string): string | null {
  try {
    return dirname(createRequire(join(root, 'package.json')).resolve('electron/package.json'));
  } catch {
    return null;
  }
}

/** `45.4.1` */
export const electronVersion = (packageDir: string): string => (JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8')) as { version: string }).version;

/** Electron's program for this system: in `ELECTRON_OVERRIDE_DIST_PATH`, else where the package's installer lays it. Null: there is none. */
export function findElectron(packageDir: string | null, { env = process.env, platform = process.platform }: { env?: Environment; platform?: string } = {}): string | null {
  const folders = [env['ELECTRON_OVERRIDE_DIST_PATH'], packageDir === null ? undefined : join(packageDir, 'dist')].flatMap((folder) => (folder === undefined || folder === '' ? [] : [folder]));
  return folders.map((folder) => join(folder, programs[platform] ?? 'electron')).find((program) => existsSync(program)) ?? null;
}

/** The installer writes `path.txt` last: without it, what an interrupted download left is taken away. */
export function clearHalfInstalled(packageDir: string): void {
  if (!existsSync(join(packageDir, 'path.txt'))) rmSync(join(packageDir, 'dist'), { recursive: true, force: true });
}
