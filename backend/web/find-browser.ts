import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

export interface BrowserSearch {
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  exists(path: string): boolean;
}

const present = (value: string | undefined): value is string => value !== undefined && value !== '';

/** Where browsers that have app windows are, best first: Chrome, Edge, then Chromium and its kin. All paths are absolute. */
export function browserCandidates({ platform, env, home }: Pick<BrowserSearch, 'platform' | 'env' | 'home'>): readonly string[] {
  if (platform === 'win32') {
    const folders = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter(present);
    const programs = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe', 'Chromium/Application/chrome.exe', 'BraveSoftware/Brave-Browser/Application/brave.exe'];
    return programs.flatMap((program) => folders.map((folder) => join(folder, program)));
  }
  if (platform === 'darwin') {
    return ['Google Chrome', 'Microsoft Edge', 'Chromium', 'Brave Browser'].flatMap((name) =>
      ['/Applications', join(home, 'Applications')].map((folder) => `${folder}/${name}.app/Contents/MacOS/${name}`),
    );
  }
  const names = ['google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable', 'chromium', 'chromium-browser'];
  return [...names.map((name) => `/usr/bin/${name}`), ...names.map((name) => `/usr/local/bin/${name}`), '/snap/bin/chromium', '/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge'];
}

/** `TOASOAN_BROWSER` when it names a file that is there (and no other then), else the first installed one; null: none. */
export function findBrowser(search: Partial<BrowserSearch> = {}): string | null {
  const { platform = process.platform, env = process.env, home = homedir(), exists = existsSync } = search;
  const named = env['TOASOAN_BROWSER'];
  if (present(named)) return exists(named) ? named : null;
  return browserCandidates({ platform, env, home }).find((path) => exists(path)) ?? null;
}

/** Whether a window could be seen at all. Windows and macOS always have a desktop; on Linux a server has none. */
export const hasDisplay = ({ platform = process.platform, env = process.env }: Partial<BrowserSearch> = {}): boolean =>
  platform === 'win32' || platform === 'darwin' || present(env['DISPLAY']) || present(env['WAYLAND_DISPLAY']);
