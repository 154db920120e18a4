import type { DesktopBridge } from '#core/contract/desktop-bridge.ts';
import { DesktopHello, DesktopNews } from '#core/contract/desktop.ts';
import type { Opened } from '#core/contract/desktop.ts';
import { wireError } from '#core/contract/errors.ts';
import { desktopAddresses } from './addresses.ts';
import type { LinkState, Transport } from './transport.ts';

/** Beside the wire: what only an application of the system has. */
export interface DesktopDoor {
  readonly bridge: DesktopBridge;
  readonly hello: DesktopHello;
  onCommand(listener: (id: string) => void): () => void;
  onOpened(listener: (opened: Opened) => void): () => void;
  onFullScreen(listener: (on: boolean) => void): () => void;
}

const unreachable = { ok: false, error: wireError('call.unreachable') } as const;

class Listeners<A extends unknown[]> {
  readonly #all = new Set<(...args: A) => void>();

  add(listener: (...args: A) => void): () => void {
    this.#all.add(listener);
    return () => this.#all.delete(listener);
  }

  tell(...args: A): void {
    for (const listener of [...this.#all]) listener(...args);
  }

  clear(): void {
    this.#all.clear();
  }
}

/** The desktop door: calls and pushes over the preload's bridge. The application restarts the library's process by itself and says how the link is. */
export async function startDesktopTransport(bridge: DesktopBridge): Promise<{ readonly transport: Transport; readonly desktop: DesktopDoor }> {
  const pushes = new Listeners<[string, unknown]>();
  const links = new Listeners<[]>();
  const commands = new Listeners<[string]>();
  const opened = new Listeners<[Opened]>();
  const fullScreen = new Listeners<[boolean]>();
  let link: LinkState = 'connecting';

  const setLink = (next: LinkState): void => {
    if (link === next) return;
    link = next;
    links.tell();
  };
  const stop = bridge.onNews((raw) => {
    const news = DesktopNews.safeParse(raw);
    if (!news.success) return;
    switch (news.data.kind) {
      case 'push':
        return pushes.tell(news.data.name, JSON.parse(news.data.data));
      case 'link':
        return setLink(news.data.link);
      case 'command':
        return commands.tell(news.data.id);
      case 'opened':
        return opened.tell(news.data.opened);
      case 'full-screen':
        return fullScreen.tell(news.data.on);
    }
  });
  const hello = DesktopHello.parse(await bridge.hello());
  setLink(hello.link);

  const transport: Transport = {
    windowId: hello.windowId,
    addresses: desktopAddresses(bridge.mediaBase),
    async call(name, input) {
      try {
        return JSON.parse(await bridge.call(name, rawBytes(input) ?? JSON.stringify(input))) as unknown;
      } catch {
        // The application is going away, or refused to be asked: nothing has been done.
        return unreachable;
      }
    },
    onPush: (listener) => pushes.add(listener),
    link: () => link,
    onLink: (listener) => links.add(listener),
    confirmFlushed: () => bridge.flushed(),
    close: () => {
      stop();
      for (const listeners of [pushes, links, commands, opened, fullScreen]) listeners.clear();
    },
  };
  return { transport, desktop: { bridge, hello, onCommand: (listener) => commands.add(listener), onOpened: (listener) => opened.add(listener), onFullScreen: (listener) => fullScreen.add(listener) } };
}

/** `media.put` goes as bytes, not as JSON. */
function rawBytes(input: unknown): Uint8Array | null {
  return typeof input === 'object' && input !== null && 'bytes' in input && input.bytes instanceof Uint8Array ? input.bytes : null;
}
