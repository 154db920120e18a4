import type { WebSocket } from 'ws';
import type { WebHost } from './web-host.ts';

interface Link {
  socket: WebSocket | null;
  calls: number;
  hasFlushed: boolean;
}

/** Which windows are here: by their push connection, or for as long as a call of theirs runs. */
export interface WindowLinks {
  /** Binds a connection; the answer is the id it is known by: a fresh one when the wanted id is connected already. */
  connect(wanted: string | null, socket: WebSocket): string;
  disconnect(windowId: string, socket: WebSocket): void;
  /** Runs a call of that window; null: of a caller that is here for this one call only. */
  during<T>(windowId: string | null, run: (windowId: string) => Promise<T>): Promise<T>;
  flushed(windowId: string): void;
  /** Connected windows that have not yet said that all they had is saved. */
  unflushed(): number;
  sockets(): readonly WebSocket[];
}

export function makeWindowLinks(host: Pick<WebHost, 'windowCame' | 'windowGone'>, newId: () => string): WindowLinks {
  const links = new Map<string, Link>();

  const leaveIfAlone = (windowId: string, link: Link): void => {
    if (link.socket !== null || link.calls > 0) return;
    links.delete(windowId);
    host.windowGone(windowId);
  };
  const linkOf = (windowId: string): Link => {
    const known = links.get(windowId);
    if (known !== undefined) return known;
    const link: Link = { socket: null, calls: 0, hasFlushed: false };
    links.set(windowId, link);
    host.windowCame(windowId);
    return link;
  };

  return {
    connect(wanted, socket) {
      // A duplicated tab copies its sessionStorage, id and all: two windows must never write as one.
      const isTaken = wanted !== null && links.get(wanted)?.socket?.readyState === socket.OPEN;
      const windowId = wanted === null || isTaken ? newId() : wanted;
      linkOf(windowId).socket = socket;
      return windowId;
    },
    disconnect(windowId, socket) {
      const link = links.get(windowId);
      if (link === undefined || link.socket !== socket) return;
      link.socket = null;
      leaveIfAlone(windowId, link);
    },
    async during(given, run) {
      const windowId = given ?? newId();
      const link = linkOf(windowId);
      link.calls++;
      try {
        return await run(windowId);
      } finally {
        link.calls--;
        leaveIfAlone(windowId, link);
      }
    },
    flushed(windowId) {
      const link = links.get(windowId);
      if (link !== undefined) link.hasFlushed = true;
    },
    unflushed: () => [...links.values()].filter(({ socket, hasFlushed }) => socket !== null && !hasFlushed).length,
    sockets: () => [...links.values()].flatMap(({ socket }) => (socket === null ? [] : [socket])),
  };
}
