import { contextBridge, ipcRenderer } from 'electron';
import { desktop } from '#core/contract/desktop-bridge.ts';
import type { DesktopNews } from '#core/contract/desktop.ts';
import { makeBridge } from './make-bridge.ts';

contextBridge.exposeInMainWorld('toasoan', makeBridge({
  ask: (request) => ipcRenderer.invoke(desktop.askChannel, request),
  hear: (listener) => {
    // The event would hand the page a way to the channel itself.
    const heard = (_event: unknown, news: DesktopNews): void => listener(news);
    ipcRenderer.on(desktop.newsChannel, heard);
    return () => ipcRenderer.off(desktop.newsChannel, heard);
  },
}));
