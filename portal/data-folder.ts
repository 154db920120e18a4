import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/**
 * Where the reference portal keeps its data unless told otherwise: the per-user data folder of the system
 * (`$XDG_DATA_HOME` or `~/.local/share`, `~/Library/Application Support`, `%LOCALAPPDATA%`) + `toasoan/portal`.
 */
export const defaultDataFolder = (
  { platform, env, home }: Surroundings = { platform: process.platform, env: process.env, home: homedir() },
): string => {
  const rooted = (path: string | undefined): string | null => (path !== undefined && isAbsolute(path) ? path : null);
  const base =
    platform === 'win32'
      ? (env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'))
      : platform === 'darwin'
        ? join(home, 'Library', 'Application Support')
        : // XDG Base Directory: a relative path there is invalid and ignored.
          (rooted(env['XDG_DATA_HOME']) ?? join(home, '.local', 'share'));
  return join(base, 'toasoan', 'portal');
};
