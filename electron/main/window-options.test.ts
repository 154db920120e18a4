import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultAppearance } from './default-appearance.ts';
import { windowOptions } from './window-options.ts';

const platforms = ['win32', 'darwin', 'linux'];
const every = platforms.flatMap((platform) => [true, false].flatMap((isDevelopment) => [true, false].map((isDark) => ({ platform, isDevelopment, isDark }))));

describe.each(every)('a window on $platform (development: $isDevelopment, dark: $isDark)', ({ platform, isDevelopment, isDark }) => {
  const appearance = defaultAppearance(isDark);
  const { webPreferences, ...options } = windowOptions({ bounds: { x: 1, y: 2, width: 800, height: 600 }, appearance, zoom: 0, platform, preload: '/a/preload.cjs', isDevelopment });

  it('has a page without Node, alone in its world and its process', () => {
    // Written out a second time on purpose: a looser setting has to be meant.
    expect(webPreferences).toEqual({
      preload: '/a/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: isDevelopment,
      zoomFactor: 1,
    });
  });

  it('shows itself when it is drawn, on its theme’s ground, with the system’s buttons over its own bar', () => {
    expect(options).toMatchObject({ show: false, backgroundColor: appearance.ground, titleBarStyle: 'hidden', x: 1, y: 2, width: 800, height: 600 });
    if (platform === 'darwin') expect(options).toMatchObject({ trafficLightPosition: { x: 14, y: 15 } });
    else expect(options).toMatchObject({ titleBarOverlay: { color: appearance.bar, symbolColor: appearance.symbols, height: 43 } });
  });
});

it('a zoomed page keeps the buttons as high as its bar', () => {
  const { titleBarOverlay, webPreferences } = windowOptions({ bounds: { x: 0, y: 0, width: 800, height: 600 }, appearance: defaultAppearance(false), zoom: 2, platform: 'win32', preload: '/p', isDevelopment: false });
  expect([titleBarOverlay, webPreferences?.zoomFactor]).toEqual([{ color: '#f6f4ef', symbolColor: '#23201b', height: 62 }, 1.44]);
});

it('no window is made anywhere with any other options', () => {
  const folder = join(import.meta.dirname, '..');
  const made = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n').filter((line) => /new (?:BrowserWindow|BaseWindow|WebContentsView|BrowserView)\b/.test(line)));
  expect(made.map((line) => line.trim())).toEqual(['const window = new BrowserWindow(windowOptions({ bounds, appearance: appearance(), zoom: kept.zoom, platform: process.platform, preload, isDevelopment }));']);
});
