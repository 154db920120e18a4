import { spawn } from 'node:child_process';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The window's own browser profile, apart from the reporter's browsing: no extension of theirs reads the newsroom. */
export function profileFolder({ platform = process.platform, env = process.env, home = homedir() }: { platform?: string; env?: Readonly<Record<string, string | undefined>>; home?: string } = {}): string {
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'toasoan', 'window');
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'toasoan', 'window');
  return join(env['XDG_CACHE_HOME'] ?? join(home, '.cache'), 'toasoan', 'window');
}

/** What the browser is started with. `url` should be good for one opening only: other users of the machine can read it here. */
export const windowArguments = (url: string, profile: string, isRoot: boolean): readonly string[] => [
  `--app=${url}`,
  `--user-data-dir=${profile}`,
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-sync',
  // Chromium refuses to run its sandbox as root.
  ...(isRoot ? ['--no-sandbox'] : []),
];

/** Opens an app window that outlives this call. Resolves to false when the browser can't be started. */
export function openWindow(browser: string, url: string, profile = profileFolder()): Promise<boolean> {
  const child = spawn(browser, windowArguments(url, profile, process.getuid?.() === 0), { detached: true, stdio: 'ignore' });
  child.unref();
  return new Promise((resolve) => {
    child.once('spawn', () => resolve(true));
    child.once('error', () => resolve(false));
  });
}
