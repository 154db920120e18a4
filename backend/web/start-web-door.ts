import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Clock, Random } from '#core/base/ports.ts';
import { uuidv7 } from '#core/base/uuid.ts';
import { wireError } from '#core/contract/errors.ts';
import { loopback, SessionRequest } from '#core/contract/loopback.ts';
import { makeAllowedHosts } from './allowed-hosts.ts';
import { answerCall } from './call-route.ts';
import { enterPage, enterScript } from './enter-page.ts';
import { makeGuard } from './guard.ts';
import type { Ask, Who } from './guard.ts';
import { answerPage } from './page-routes.ts';
import { startPushSocket } from './push-socket.ts';
import { readBody } from './read-body.ts';
import { json, refusal } from '../pages/reply.ts';
import type { Reply } from '../pages/reply.ts';
import { makeSessions } from './sessions.ts';
import { makeStaticFiles } from '../pages/static-files.ts';
import type { WebHost } from './web-host.ts';
import { writeReply } from './write-reply.ts';
import { makeWindowLinks } from './window-links.ts';

export interface WebDoorOptions {
  readonly host: WebHost;
  /** 0: any free one. Rejects with EADDRINUSE when it is taken. */
  readonly port?: number;
  /** The built renderer. */
  readonly rendererDir: string;
  /** As `parseAllowedHost` gives them. */
  readonly allowHosts?: readonly string[];
  /** One line of what went wrong: never story text, never a key. */
  readonly log?: (line: string) => void;
  /** Signs sessions; the one of a crashed run keeps its windows signed in. */
  readonly sessionSecret?: string;
  readonly clock?: Pick<Clock, 'now'>;
  readonly random?: Random;
  readonly heartbeatMs?: number;
  /** How long a sender may say nothing in the middle of a request; milliseconds. */
  readonly patienceMs?: number;
}

export interface WebDoor {
  /** The address to open, key in the fragment. Good as long as the door is open. */
  readonly url: string;
  /** Like `url`, but opens one session within a minute. */
  oneTimeUrl(): string;
  readonly origin: string;
  readonly port: number;
  /** For `authorization: Bearer …`. */
  readonly ownerToken: string;
  readonly sessionSecret: string;
  /** Tells the windows that it is over, waits until all have said that their text is safe, at most `flushMs` (2 s), and closes. */
  close(flushMs?: number): Promise<void>;
}

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    // Loopback only, whatever was asked for.
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });

/** The browser door: the renderer, pictures and previews over HTTP, calls by POST, pushes by WebSocket; only on 127.0.0.1. */
export async function startWebDoor(options: WebDoorOptions): Promise<WebDoor> {
  const { host, rendererDir, log = () => undefined, clock = Date, random = { bytes: (length) => randomBytes(length) }, heartbeatMs = 20_000 } = options;
  const sessionSecret = options.sessionSecret ?? Buffer.from(random.bytes(32)).toString('base64url');
  const files = makeStaticFiles(rendererDir);
  const links = makeWindowLinks(host, () => uuidv7(clock, random));

  // The rules need the port, which is known only once we listen; nothing is answered before.
  const server = createServer({ maxHeaderSize: 16 * 1024, requireHostHeader: false, connectionsCheckingInterval: 2000 });
  server.headersTimeout = 10_000;
  // 64 MB over a forwarded port may take minutes; a sender that stops in between is hung up on by readBody.
  server.requestTimeout = 300_000;
  server.keepAliveTimeout = 60_000;
  server.maxConnections = 256;
  server.maxRequestsPerSocket = 0;
  const port = await listen(server, options.port ?? 0);
  const origin = `http://127.0.0.1:${port}`;
  const sessions = makeSessions({ secret: sessionSecret, cookieName: `toasoan-${port}`, random, clock });
  const guard = makeGuard(makeAllowedHosts(port, options.allowHosts), sessions);
  const askOf = (request: IncomingMessage): Ask => ({ method: request.method ?? '', target: request.url ?? '', headers: request.headers });

  const answerSession = async (request: IncomingMessage, who: Who): Promise<Reply> => {
    if (!(request.headers['content-type'] ?? '').startsWith('application/json')) return refusal(415);
    const body = await readBody(request, 4096, options.patienceMs);
    if (body.kind !== 'whole') return refusal(413);
    const asked = SessionRequest.safeParse(parseOrNull(body.bytes.toString('utf8')));
    if (!asked.success) return refusal(400);
    if (who.kind === 'owner') return json(200, { key: sessions.makeOneTimeKey() });
    // A window that is signed in stays so, also with an old key in its address: other tabs share its token.
    if (who.kind === 'session') return json(200, { token: sessions.tokenOf(who.session) });
    if (asked.data.key === undefined || !sessions.isKey(asked.data.key)) return refusal(401);
    const session = sessions.open();
    return json(200, { token: sessions.tokenOf(session) }, { 'set-cookie': sessions.setCookie(session) });
  };

  const answerGet = async (request: IncomingMessage, path: string, who: Who): Promise<Reply> => {
    if (path === '/enter.js') return enterScript;
    if (path === '/' && who.kind === 'nobody') return enterPage;
    const page = await answerPage(path, host, links);
    if (page !== null) return page;
    const isPlace = path === loopback.sessionPath || path.startsWith(loopback.callPath);
    if (isPlace) return refusal(405, { allow: 'POST' });
    const file = await files.find(path, String(request.headers['accept-encoding'] ?? ''));
    // Browsers ask for it by themselves; a 404 would stand as an error in every console.
    return file ?? (path === '/favicon.ico' ? { status: 204, headers: {}, body: '' } : refusal(404));
  };

  const answer = async (request: IncomingMessage): Promise<Reply> => {
    const verdict = guard.judge(askOf(request));
    const isPost = request.method === 'POST';
    if (verdict.kind === 'redirect') return { status: 302, headers: { location: `${origin}${verdict.path}` }, body: '' };
    if (verdict.kind === 'refuse') return refuse(verdict.status, isPost, request.url ?? '');
    const { path, who } = verdict;
    if (!isPost) return await answerGet(request, path, who);
    if (path === loopback.sessionPath) return await answerSession(request, who);
    if (path.startsWith(loopback.callPath)) return await answerCall(request, path, host, links, options.patienceMs);
    return refusal(405, { allow: 'GET, HEAD' });
  };

  server.on('request', (request, response) => {
    const problem = (cause: unknown): Reply => {
      log(`${request.method ?? ''} ${(request.url ?? '').split('?', 1)[0] ?? ''}: ${cause instanceof Error ? cause.name : 'unknown problem'}`);
      return refusal(500);
    };
    void answer(request).catch(problem).then((reply) => writeReply(request, response, reply));
  });
  // A half-open or garbled connection is no request: the default answer has no body and no headers to leak anything.
  server.on('clientError', (_problem, stream) => stream.destroy());
  const pushes = startPushSocket({ server, host, links, judge: (request) => guard.judgeUpgrade(askOf(request)), heartbeatMs });

  return {
    url: `${origin}/${loopback.keyPrefix}${sessions.key}`,
    oneTimeUrl: () => `${origin}/${loopback.keyPrefix}${sessions.makeOneTimeKey()}`,
    origin,
    port,
    ownerToken: sessions.ownerToken,
    sessionSecret,
    async close(flushMs = 2000) {
      host.announceClosing();
      for (let waited = 0; links.unflushed() > 0 && waited < flushMs; waited += 20) await wait(20);
      pushes.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        // A call that is still being answered gets its answer; what hangs after that is cut.
        setTimeout(() => server.closeAllConnections(), 500).unref();
      });
    },
  };
}

const parseOrNull = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // No JSON is no valid request either: the schema says so.
    return null;
  }
};

/** To a call even a refusal is a Result, so that the client needs one way of reading. */
function refuse(status: 400 | 401 | 403 | 405, isPost: boolean, target: string): Reply {
  const headers: Readonly<Record<string, string>> = status === 405 ? { allow: 'GET, HEAD, POST' } : {};
  return isPost && target.startsWith(loopback.callPath) ? json(status, { ok: false, error: wireError('call.unreachable') }, headers) : refusal(status, headers);
}
