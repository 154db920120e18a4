import { expect, test } from 'vitest';
import { browserCandidates, findBrowser, hasDisplay } from './find-browser.ts';
import { profileFolder, windowArguments } from './open-window.ts';

const linux = { platform: 'linux', env: {}, home: '/home/phi-anh' };

test('the named browser comes first, and alone', () => {
  const env = { TOASOAN_BROWSER: '/opt/b' };
  expect(findBrowser({ ...linux, env, exists: (path) => path === '/opt/b' || path === '/usr/bin/chromium' })).toBe('/opt/b');
  expect(findBrowser({ ...linux, env, exists: (path) => path === '/usr/bin/chromium' })).toBeNull();
  expect(findBrowser({ ...linux, env: { TOASOAN_BROWSER: '' }, exists: (path) => path === '/usr/bin/chromium' })).toBe('/usr/bin/chromium');
});

test('each system has its places', () => {
  expect(findBrowser({ ...linux, exists: () => false })).toBeNull();
  expect(browserCandidates({ platform: 'darwin', env: {}, home: '/Users/a' })[0]).toBe('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
  const windows = browserCandidates({ platform: 'win32', env: { PROGRAMFILES: 'C:/Program Files', LOCALAPPDATA: 'C:/Users/a/AppData/Local' }, home: 'C:/Users/a' });
  expect(windows).toContain('C:/Program Files/Microsoft/Edge/Application/msedge.exe');
  expect(windows.every((path) => path.startsWith('C:/'))).toBe(true);
});

test('a display is what a window needs', () => {
  expect(hasDisplay({ platform: 'linux', env: {} })).toBe(false);
  expect(hasDisplay({ platform: 'linux', env: { DISPLAY: ':0' } })).toBe(true);
  expect(hasDisplay({ platform: 'linux', env: { WAYLAND_DISPLAY: 'wayland-0', DISPLAY: '' } })).toBe(true);
  expect(hasDisplay({ platform: 'win32', env: {} })).toBe(true);
});

test('the window has its own profile, and no sandbox only where Chromium can have none', () => {
  expect(profileFolder({ platform: 'linux', env: {}, home: '/home/a' })).toBe('/home/a/.cache/toasoan/window');
  expect(windowArguments('http://127.0.0.1:1/#k=x', '/p', false)).toContain('--user-data-dir=/p');
  expect(windowArguments('http://127.0.0.1:1/#k=x', '/p', false)).not.toContain('--no-sandbox');
  expect(windowArguments('http://127.0.0.1:1/#k=x', '/p', true)).toContain('--no-sandbox');
});
