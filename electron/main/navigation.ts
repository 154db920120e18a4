import { desktop } from '#core/contract/desktop-bridge.ts';

const originOf = (url: string): string | null => {
  if (!URL.canParse(url)) return null;
  const { protocol, host, username, password } = new URL(url);
  // `URL.origin` is "null" for schemes it doesn't know, whoever they belong to.
  return username === '' && password === '' ? `${protocol}//${host}` : null;
};

/** The one page a window shows. Compared as parsed origins; its own address only, since it has no other. */
export function mayShow(url: string, frame: 'top' | 'inner'): boolean {
  if (frame === 'inner') return originOf(url) === desktop.mediaOrigin && new URL(url).pathname.startsWith('/preview/');
  if (originOf(url) !== desktop.origin) return false;
  const { pathname, search } = new URL(url);
  return (pathname === '/' || pathname === '/index.html') && search === '';
}

/** Schemes through which a page of ours may load anything at all. */
const loadable = new Set(['app:', 'media:', 'blob:', 'data:', 'devtools:']);
export const mayLoad = (url: string): boolean => URL.canParse(url) && loadable.has(new URL(url).protocol);
