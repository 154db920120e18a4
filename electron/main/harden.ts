import type { Session, WebContents } from 'electron';
import { mayLoad, mayShow } from './navigation.ts';
import { mayUse } from './permissions.ts';

/** The session of all windows: no permission, no device, no download, and nothing fetched from anywhere but ourselves. */
export function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, answer, details) => answer(mayUse(permission, URL.canParse(details.requestingUrl) ? originOf(details.requestingUrl) : '') && contents !== null));
  session.setPermissionCheckHandler((_contents, permission, origin) => mayUse(permission, origin));
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayLoad(details.url) }));
}

const originOf = (url: string): string => {
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}`;
};

/** Whatever shows pages, however it came to be: it stays on our page, opens nothing, embeds nothing. `openLink` asks before a page outside is shown in the browser. */
export function hardenContents(contents: WebContents, openLink: (url: string) => void): void {
  contents.on('will-navigate', (event) => {
    if (!mayShow(event.url, 'top')) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!mayShow(event.url, event.isMainFrame ? 'top' : 'inner')) event.preventDefault();
  });
  // Our pages never redirect.
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    openLink(url);
    return { action: 'deny' };
  });
}
