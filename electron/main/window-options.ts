import type { BrowserWindowConstructorOptions } from 'electron';
import type { Appearance } from '#core/contract/desktop.ts';
import { smallest } from './window-state.ts';
import type { Bounds } from './window-state.ts';

export interface WindowWish {
  readonly bounds: Bounds;
  readonly appearance: Appearance;
  readonly platform: string;
  /** Absolute. */
  readonly preload: string;
  readonly isDevelopment: boolean;
}

/** The only options any window of ours is made with. Defaults that matter are written out: nobody should have to know them. */
export function windowOptions({ bounds, appearance, platform, preload, isDevelopment }: WindowWish): BrowserWindowConstructorOptions {
  return {
    ...bounds,
    minWidth: smallest.width,
    minHeight: smallest.height,
    title: 'Tòa Soạn',
    // Shown when the page has drawn itself; until then the ground has its colour.
    show: false,
    backgroundColor: appearance.ground,
    titleBarStyle: 'hidden',
    ...(platform === 'darwin'
      ? { trafficLightPosition: { x: 14, y: Math.round((appearance.barHeight - 14) / 2) } }
      : { titleBarOverlay: { color: appearance.bar, symbolColor: appearance.symbols, height: appearance.barHeight - 1 } }),
    webPreferences: {
      preload,
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
      // No Vietnamese dictionary, and the others would be fetched from outside.
      spellcheck: false,
      devTools: isDevelopment,
    },
  };
}
