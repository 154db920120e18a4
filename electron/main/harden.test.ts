import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import type { Session, WebContents } from 'electron';
import { hardenContents, hardenSession } from './harden.ts';

/** Electron's session as far as it is asked here: keeps what it was given. */
function fakeSession(): { readonly session: Session; readonly given: Record<string, (...args: never[]) => unknown>; emit(name: string, event: object): void } {
  const given: Record<string, (...args: never[]) => unknown> = {};
  const events = new EventEmitter();
  const take = (name: string) => (handler: (...args: never[]) => unknown): void => {
    given[name] = handler;
  };
  const session = {
    on: (name: string, listener: (...args: unknown[]) => void) => events.on(name, listener),
    ...Object.fromEntries(['setPermissionRequestHandler', 'setPermissionCheckHandler', 'setDevicePermissionHandler', 'setDisplayMediaRequestHandler'].map((name) => [name, take(name)])),
    webRequest: { onBeforeRequest: take('onBeforeRequest') },
  };
  return { session: session as unknown as Session, given, emit: (name, event) => void events.emit(name, event) };
}

const preventable = (fields: object = {}): { isPrevented: boolean; preventDefault(): void } => {
  const event = { isPrevented: false, preventDefault: () => void (event.isPrevented = true), ...fields };
  return event;
};

describe('the session', () => {
  const { session, given, emit } = fakeSession();
  hardenSession(session);
  const ask = (permission: string, requestingUrl: string): boolean => {
    let granted: boolean | null = null;
    given['setPermissionRequestHandler']?.({} as never, permission as never, ((answer: boolean) => { granted = answer; }) as never, { requestingUrl } as never);
    return granted ?? true;
  };

  it('grants text for the clipboard to our page, and nothing to anyone else', () => {
    expect(ask('clipboard-sanitized-write', 'app://toasoan/')).toBe(true);
    for (const permission of ['clipboard-read', 'media', 'geolocation', 'notifications', 'openExternal', 'fullscreen', 'hid']) expect(ask(permission, 'app://toasoan/')).toBe(false);
    for (const url of ['', 'https://a.vn/', 'media://toasoan/preview/a', 'app://toasoan.xau/']) expect(ask('clipboard-sanitized-write', url)).toBe(false);
    const check = given['setPermissionCheckHandler'];
    expect([check?.(null as never, 'clipboard-sanitized-write' as never, 'app://toasoan/' as never), check?.(null as never, 'clipboard-read' as never, 'app://toasoan/' as never)]).toEqual([true, false]);
  });

  it('gives no device and no screen', () => {
    expect(given['setDevicePermissionHandler']?.({} as never)).toBe(false);
    let streams: unknown = null;
    given['setDisplayMediaRequestHandler']?.({} as never, ((answer: unknown) => { streams = answer; }) as never);
    expect(streams).toEqual({});
  });

  it('downloads nothing', () => {
    const event = preventable();
    emit('will-download', event);
    expect(event.isPrevented).toBe(true);
  });

  it.each([['app://toasoan/a.js', false], ['media://toasoan/a', false], ['blob:app://toasoan/1', false], ['https://a.vn/', true], ['http://127.0.0.1/', true], ['ws://a.vn/', true], ['file:///etc/passwd', true], ['ftp://a.vn', true], ['', true]])('loads %s: cancelled %s', (url, cancel) => {
    let answer: unknown = null;
    given['onBeforeRequest']?.({ url } as never, ((given_: unknown) => { answer = given_; }) as never);
    expect(answer).toEqual({ cancel });
  });
});

describe('whatever shows pages', () => {
  const contents = new EventEmitter() as EventEmitter & { setWindowOpenHandler(handler: (details: { url: string }) => unknown): void };
  let opens: (details: { url: string }) => unknown = () => null;
  contents.setWindowOpenHandler = (handler) => void (opens = handler);
  const links: string[] = [];
  hardenContents(contents as unknown as WebContents, (url) => void links.push(url));
  const isPrevented = (name: string, fields: object = {}): boolean => {
    const event = preventable(fields);
    contents.emit(name, event);
    return event.isPrevented;
  };

  it('stays on our page', () => {
    expect(isPrevented('will-navigate', { url: 'app://toasoan/' })).toBe(false);
    for (const url of ['https://a.vn/', 'file:///a', 'app://toasoan.xau/', 'javascript:1', 'data:text/html,a', '']) expect(isPrevented('will-navigate', { url })).toBe(true);
  });

  it('shows previews in frames and nothing else', () => {
    expect(isPrevented('will-frame-navigate', { url: 'media://toasoan/preview/0198a1b2-0000-7000-8000-000000000001?seq=1', isMainFrame: false })).toBe(false);
    for (const url of ['app://toasoan/', 'https://a.vn/', 'about:blank']) expect(isPrevented('will-frame-navigate', { url, isMainFrame: false })).toBe(true);
    expect(isPrevented('will-frame-navigate', { url: 'app://toasoan/', isMainFrame: true })).toBe(false);
  });

  it('follows no redirect and embeds no webview', () => {
    expect([isPrevented('will-redirect', { url: 'app://toasoan/' }), isPrevented('will-attach-webview')]).toEqual([true, true]);
  });

  it('opens no window: the link is asked about instead', () => {
    expect(opens({ url: 'https://a.vn/' })).toEqual({ action: 'deny' });
    expect(links).toEqual(['https://a.vn/']);
  });
});
