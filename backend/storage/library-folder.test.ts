import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { libraryFolder } from './library-folder.ts';

describe('where the library is', () => {
  const linux = { platform: 'linux', env: {}, home: '/home/nhien' };
  it.each([
    ['asked for', libraryFolder('somewhere', { ...linux, env: { TOASOAN_LIBRARY: '/other' } }), resolve('somewhere')],
    ['by the environment', libraryFolder(null, { ...linux, env: { TOASOAN_LIBRARY: '/other' } }), resolve('/other')],
    ['on Linux', libraryFolder(null, linux), join('/home/nhien', '.local', 'share', 'toasoan', 'library')],
    ['on Linux by XDG', libraryFolder(null, { ...linux, env: { XDG_DATA_HOME: '/data' } }), join('/data', 'toasoan', 'library')],
    ['on macOS', libraryFolder(null, { ...linux, platform: 'darwin' }), join('/home/nhien', 'Library', 'Application Support', 'toasoan', 'library')],
    ['on Windows', libraryFolder(null, { ...linux, platform: 'win32', env: { APPDATA: '/roaming' } }), join('/roaming', 'toasoan', 'library')],
    ['on Windows without APPDATA', libraryFolder(null, { ...linux, platform: 'win32' }), join('/home/nhien', 'AppData', 'Roaming', 'toasoan', 'library')],
    ['an empty variable is none', libraryFolder('', { ...linux, env: { TOASOAN_LIBRARY: '' } }), join('/home/nhien', '.local', 'share', 'toasoan', 'library')],
  ])('%s', (_name, found, wanted) => {
    expect(found).toBe(wanted);
  });
});
