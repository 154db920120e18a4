import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** Files of a library, by name inside its folder. */
export const libraryFiles = {
  database: 'library.sqlite',
  lock: 'lock.sqlite',
  owner: 'owner.json',
  log: 'toasoan.log',
  media: 'media',
  exports: 'exports',
} as const;

export interface Machine {
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

const present = (value: string | undefined): value is string => value !== undefined && value !== '';

/**
 * Where the library is: the folder asked for, else TOASOAN_LIBRARY, else the system's place for application data (XDG Base
 * Directory Specification 0.8; %APPDATA%; ~/Library/Application Support). Always absolute.
 */
export function libraryFolder(asked: string | null, { platform, env, home }: Machine = { platform: process.platform, env: process.env, home: homedir() }): string {
  if (present(asked ?? undefined)) return resolve(asked as string);
  if (present(env['TOASOAN_LIBRARY'])) return resolve(env['TOASOAN_LIBRARY']);
  if (platform === 'win32') return join(present(env['APPDATA']) ? env['APPDATA'] : join(home, 'AppData', 'Roaming'), 'toasoan', 'library');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'toasoan', 'library');
  return join(present(env['XDG_DATA_HOME']) ? env['XDG_DATA_HOME'] : join(home, '.local', 'share'), 'toasoan', 'library');
}
