import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import { loopback, WindowFrame, WindowId } from '#core/contract/loopback.ts';
import type { PushFrame } from '#core/contract/loopback.ts';
import type { Verdict } from './guard.ts';
import type { WebHost } from './web-host.ts';
import type { WindowLinks } from './window-links.ts';

export interface PushSocketPorts {
  readonly server: Server;
  readonly host: WebHost;
  readonly links: WindowLinks;
  judge(request: IncomingMessage): Verdict;
  /** Milliseconds between two pings; a window that missed one is taken for gone at the next. */
  readonly heartbeatMs: number;
}

export interface PushSocket {
  close(): void;
}

/** Bytes that may wait in one window's connection; whoever reads so little no longer reads at all and starts anew. */
const maxWaiting = 8 * 1024 * 1024;

const parseFrame = (data: string): WindowFrame | null => {
  try {
    return WindowFrame.safeParse(JSON.parse(data)).data ?? null;
  } catch {
    // Not JSON: the connection is closed for it.
    return null;
  }
};

/** Pushes to every window over one WebSocket each. What was pushed while a window was away is lost: it reads the state anew. */
export function startPushSocket({ server, host, links, judge, heartbeatMs }: PushSocketPorts): PushSocket {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1024, perMessageDeflate: false, handleProtocols: () => loopback.protocol });
  const awaiting = new WeakSet<WebSocket>();

  const send = (socket: WebSocket, frame: PushFrame): void => {
    if (socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount > maxWaiting) socket.terminate();
    else socket.send(JSON.stringify(frame));
  };

  const welcome = (socket: WebSocket, wanted: string | null): void => {
    const windowId = links.connect(wanted, socket);
    socket.on('pong', () => awaiting.delete(socket));
    socket.on('message', (data, isBinary) => {
      const frame = isBinary ? null : parseFrame(data.toString());
      if (frame === null) socket.close(1008);
      else links.flushed(windowId);
    });
    // ws closes a connection after its error; `close` follows and does what there is to do.
    socket.on('error', () => socket.terminate());
    socket.on('close', () => links.disconnect(windowId, socket));
    send(socket, { window: windowId });
  };

  const refuse = (stream: Duplex, status: number): void => {
    stream.end(`HTTP/1.1 ${status} Refused\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
  };

  server.on('upgrade', (request, stream, head) => {
    stream.on('error', () => stream.destroy());
    const verdict = judge(request);
    if (verdict.kind !== 'pass') return refuse(stream, verdict.kind === 'refuse' ? verdict.status : 403);
    const wanted = WindowId.safeParse(new URL(request.url ?? '/', 'http://door').searchParams.get('window'));
    sockets.handleUpgrade(request, stream, head, (socket) => welcome(socket, wanted.success ? wanted.data : null));
  });

  const heartbeat = setInterval(() => {
    for (const socket of links.sockets()) {
      if (awaiting.has(socket)) {
        socket.terminate();
        continue;
      }
      awaiting.add(socket);
      socket.ping();
    }
  }, heartbeatMs);
  heartbeat.unref();

  const unsubscribe = host.subscribe(({ name, data }) => {
    for (const socket of links.sockets()) send(socket, { push: name, data });
  });
  return {
    close() {
      unsubscribe();
      clearInterval(heartbeat);
      const open = links.sockets();
      for (const socket of open) socket.close(1001);
      // A window that does not say goodbye must not hold up the end.
      setTimeout(() => open.forEach((socket) => socket.terminate()), 300).unref();
      sockets.close();
    },
  };
}
