import { desktop } from '#core/contract/desktop-bridge.ts';
import type { DesktopBridge } from '#core/contract/desktop-bridge.ts';
import type { DesktopHello, DesktopNews, DesktopRequest, SavedExport } from '#core/contract/desktop.ts';

/** The wire as the preload holds it. Only this file's functions reach it, and none hands it on. */
export interface BridgeWire {
  ask(request: DesktopRequest): Promise<unknown>;
  hear(listener: (news: DesktopNews) => void): () => void;
}

/** The bridge, every member named and typed: what is not here can't be asked for. No checks: the application judges what comes. */
export function makeBridge({ ask, hear }: BridgeWire): DesktopBridge {
  const tell = (request: DesktopRequest): void => {
    // Nobody waits for these. When the application is going away there is nobody to tell, and that is no fault of the page.
    ask(request).catch(() => undefined);
  };
  return {
    mediaBase: desktop.mediaOrigin,
    hello: () => ask({ kind: 'hello' }) as Promise<DesktopHello>,
    call: (name, body) => ask({ kind: 'call', name, body }) as Promise<string>,
    onNews: (listener) => hear((news) => listener(news)),
    ready: () => tell({ kind: 'ready' }),
    flushed: () => tell({ kind: 'flushed' }),
    setMenu: (menu) => tell({ kind: 'menu', menu }),
    setAppearance: (appearance) => tell({ kind: 'appearance', appearance }),
    setRecent: (recent) => tell({ kind: 'recent', recent }),
    act: (act) => tell({ kind: 'act', act }),
    openMenu: (x, y) => tell({ kind: 'open-menu', x, y }),
    saveExport: (storyId, as) => ask({ kind: 'save-export', storyId, as } as DesktopRequest) as Promise<SavedExport>,
    savePdf: (name) => ask({ kind: 'save-pdf', name }) as Promise<SavedExport>,
    showFile: (path) => tell({ kind: 'show-file', path }),
    openLink: (url) => tell({ kind: 'open-link', url }),
  };
}
