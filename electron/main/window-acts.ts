import type { BrowserWindow } from 'electron';
import type { DesktopAct } from '#core/contract/desktop.ts';
import { nextZoom } from './zoom.ts';

export interface WindowActsPorts {
  readonly isDevelopment: boolean;
  readonly open: () => void;
  readonly leave: () => void;
  /** All windows have one zoom, and it is kept. */
  readonly onZoom: (level: number) => void;
}

/** Carries out what a window's own commands ask for; null: that window is gone. */
export function makeWindowActs({ isDevelopment, open, leave, onZoom }: WindowActsPorts): (window: BrowserWindow | null, wish: DesktopAct) => void {
  return (window, wish) => {
    switch (wish) {
      case 'new-window':
        return open();
      case 'quit':
        return leave();
      case 'close-window':
        return window?.close();
      case 'minimise':
        return window?.minimize();
      case 'full-screen':
        return window?.setFullScreen(!window.isFullScreen());
      case 'reload':
        return isDevelopment ? window?.webContents.reload() : undefined;
      case 'developer-tools':
        return isDevelopment ? window?.webContents.toggleDevTools() : undefined;
      case 'zoom-in':
      case 'zoom-out':
      case 'zoom-reset': {
        if (window === null) return;
        const level = nextZoom(window.webContents.getZoomLevel(), wish);
        window.webContents.setZoomLevel(level);
        return onZoom(level);
      }
    }
  };
}
