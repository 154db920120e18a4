import type { BrowserWindowConstructorOptions, TitleBarOverlay } from 'electron';
import type { Appearance } from '#core/contract/desktop.ts';
import { smallest } from './window-state.ts';
import type { Bounds } from './window-state.ts';
import { zoomFactor } from './zoom.ts';

export interface WindowWish {
  readonly bounds: Bounds;
  readonly appearance: Appearance;
  /** Chromium's level. */
  readonly zoom: number;
  readonly platform: string;
  /** Absolute. */
  readonly preload: string;
  readonly isDevelopment: boolean;
}

/** The window buttons as high as the page draws its bar, its line below left free. */
export const titleBarOverlay = ({ bar, symbols, barHeight }: Appearance, zoom: number): TitleBarOverlay => ({ color: bar, symbolColor: symbols, height: Math.round(barHeight * zoomFactor(zoom)) - 1 });

/** The only options any window of ours is made with. Defaults that matter are written out: nobody should have to know them. */
export function windowOptions({ bounds, appearance, zoom, platform, preload, isDevelopment }: WindowWish): BrowserWindowConstructorOptions {
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
      ? { trafficLightPosition: { x: 14, y: Math.round((appearance.barHeight * zoomFactor(zoom) - 14) / 2) } }
      : { titleBarOverlay: titleBarOverlay(appearance, zoom) }),
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
      zoomFactor: zoomFactor(zoom),
    },
  };
}
