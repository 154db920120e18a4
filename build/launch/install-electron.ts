import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface Installation {
  readonly packageDir: string;
  /** The installer's temporary files: their size is the progress. Emptied before and after. */
  readonly scratchDir: string;
  /** Called with what has arrived, in bytes, whenever that grew. */
  progress(bytes: number): void;
  /** Milliseconds without a byte after which the download is given up. Unpacking adds no bytes and takes seconds. */
  readonly patience?: number;
}

const sizeOf = (folder: string): number => {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
  } catch {
    // A file was moved away while we looked.
    return 0;
  }
};

/** Electron's own installer, which knows mirrors, caches and checksums. Resolves to whether it laid the program down. */
export function installElectron({ packageDir, scratchDir, progress, patience = 60_000 }: Installation): Promise<boolean> {
  rmSync(scratchDir, { recursive: true, force: true });
  mkdirSync(scratchDir, { recursive: true });
  const child = spawn(process.execPath, [join(packageDir, 'install.js')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    // Without the override: the installer looks for that folder's program and lays its own down elsewhere.
    env: { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: '', ELECTRON_GET_NO_PROGRESS: '1', NODE_USE_ENV_PROXY: '1', TMPDIR: scratchDir, TMP: scratchDir, TEMP: scratchDir },
  });
  let seen = 0;
  let lastGrowth = Date.now();
  const watch = setInterval(() => {
    const size = sizeOf(scratchDir);
    if (size > seen) {
      seen = size;
      lastGrowth = Date.now();
      progress(size);
    } else if (Date.now() - lastGrowth > patience) child.kill('SIGKILL');
  }, 250);
  return new Promise((resolve) => {
    const end = (ok: boolean): void => {
      clearInterval(watch);
      rmSync(scratchDir, { recursive: true, force: true });
      resolve(ok);
    };
    child.once('error', () => end(false));
    child.once('exit', (code) => end(code === 0));
  });
}
