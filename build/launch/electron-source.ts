import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface SourceQuestion {
  readonly version: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly arch: string;
}

/** Where Electron's installer would take its archive from: the names `@electron/get` reads, in its order. */
export function electronSource({ version, env, platform, arch }: SourceQuestion): URL {
  const base = env['npm_config_electron_mirror'] || env['ELECTRON_MIRROR'] || 'https://github.com/electron/electron/releases/download/';
  const folder = env['npm_config_electron_custom_dir'] || env['ELECTRON_CUSTOM_DIR'] || `v${version}`;
  return new URL(`${base}${folder.replace('{{ version }}', version)}/electron-v${version}-${platform}-${arch}.zip`);
}

/** The archive is already where the installer keeps archives (a newsroom may have put it there): no network is needed. */
export function isArchiveKept(source: URL, { env, platform }: Pick<SourceQuestion, 'env' | 'platform'>, home = homedir()): boolean {
  const usual = {
    darwin: join(home, 'Library', 'Caches', 'electron'),
    win32: join(env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'electron', 'Cache'),
  }[platform];
  const folder = env['electron_config_cache'] || (usual ?? join(env['XDG_CACHE_HOME'] || join(home, '.cache'), 'electron'));
  const directory = new URL(posix.dirname(source.pathname), source);
  return existsSync(join(folder, createHash('sha256').update(directory.href).digest('hex'), posix.basename(source.pathname)));
}

/** Longest wait for the source, in milliseconds. */
export const probeLimit = 3_000;

/**
 * Whether the source answers within three seconds. In a process of its own: a stuck name look-up can neither be aborted nor
 * outlived, only killed; and the screens can be built meanwhile.
 */
export function probe(source: URL, limit = probeLimit): Promise<boolean> {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), source.href, String(limit)], { stdio: 'ignore', env: { ...process.env, NODE_USE_ENV_PROXY: '1' } });
  const guard = setTimeout(() => child.kill('SIGKILL'), limit);
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('exit', (code) => {
      clearTimeout(guard);
      resolve(code === 0);
    });
  });
}

/** The probe's own process: 0 when something answered that is not a failing server. It ends itself, also while its parent builds. */
async function askSource(address: string, limit: number): Promise<void> {
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), limit);
  const answered = await fetch(address, { method: 'HEAD', redirect: 'follow' }).then(
    ({ status }) => status < 500 && status !== 407,
    () => false,
  );
  process.exit(answered ? 0 : 1);
}

if (import.meta.main) await askSource(process.argv[2] ?? '', Number(process.argv[3] ?? probeLimit));
