import { createServer, request as ask } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** What the network or a proxy can do to a request, all seen at real portals. */
export const faults = ['reset-before', 'answer-lost', 'late', 'html-500', 'html-502', 'html-503', 'error-after-success', 'sign-in', 'stall', 'cut-upload', 'wifi-page'] as const;
/** `hold` keeps a request, whose sender hears nothing more of it, until the test lets it go: the latest of late writes. */
export type Fault = (typeof faults)[number] | 'hold';

export interface ChaosProxy {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** Chooses what happens to the next request; null: nothing. */
  plan: (request: { readonly method: string; readonly path: string }) => Fault | null;
  /** How often each fault was dealt out. */
  readonly dealt: Map<Fault, number>;
  /** Every request that reached the portal, in order of sending. */
  readonly forwarded: string[];
  /** Lets the held requests go and waits for the portal to answer them; gives its answers' codes. */
  release(): Promise<readonly (number | null)[]>;
  /** When no late request is on its way any more. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

const page = '<!doctype html><html lang="vi"><title>Wifi</title><form action="/login"><input name="phone"></form></html>';

/** A proxy in front of the real portal at `target` that harms requests as told. It keeps the portal's own bytes. */
export async function startChaosProxy(target: string, { port = 0, maxDelay = 400 }: { readonly port?: number; readonly maxDelay?: number } = {}): Promise<ChaosProxy> {
  const origin = new URL(target);
  const late = new Set<Promise<unknown>>();
  const dealt = new Map<Fault, number>();
  const forwarded: string[] = [];
  const held: (() => Promise<number | null>)[] = [];
  let plan: ChaosProxy['plan'] = () => null;

  const readAll = async (incoming: IncomingMessage): Promise<Buffer> => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  };

  /** Null when the portal itself broke the connection. */
  const forward = (incoming: IncomingMessage, body: Buffer, upTo = body.length): Promise<{ status: number; headers: IncomingMessage['headers']; body: Buffer } | null> =>
    new Promise((resolve) => {
      forwarded.push(`${incoming.method ?? ''} ${incoming.url ?? ''}`);
      const headers = { ...incoming.headers, host: origin.host, connection: 'close' };
      const outgoing = ask({ host: origin.hostname, port: origin.port, method: incoming.method, path: incoming.url, headers }, (answer) => {
        readAll(answer).then((bytes) => resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: bytes }), () => resolve(null));
      });
      outgoing.on('error', () => resolve(null));
      if (upTo === body.length) outgoing.end(body);
      else outgoing.write(body.subarray(0, upTo), () => setTimeout(() => outgoing.destroy(), 5));
    });

  const html = (outgoing: ServerResponse, status: number): void => void outgoing.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(page);
  const cut = (incoming: IncomingMessage): void => void incoming.socket.destroy();

  const server = createServer((incoming, outgoing) => {
    const handle = async (): Promise<void> => {
      const body = await readAll(incoming);
      const fault = plan({ method: incoming.method ?? '', path: incoming.url ?? '' });
      if (fault !== null) dealt.set(fault, (dealt.get(fault) ?? 0) + 1);
      switch (fault) {
        case 'reset-before':
          return cut(incoming);
        case 'answer-lost':
          await forward(incoming, body);
          return cut(incoming);
        case 'late': {
          cut(incoming);
          const later = new Promise((resolve) => setTimeout(resolve, Math.random() * maxDelay)).then(() => forward(incoming, body));
          late.add(later);
          await later;
          late.delete(later);
          return;
        }
        case 'hold':
          held.push(async () => (await forward(incoming, body))?.status ?? null);
          return cut(incoming);
        case 'html-500':
          return html(outgoing, 500);
        case 'html-502':
          return html(outgoing, 502);
        case 'html-503':
          outgoing.setHeader('retry-after', '1');
          return html(outgoing, 503);
        case 'error-after-success':
          await forward(incoming, body);
          return html(outgoing, 500);
        case 'sign-in':
          outgoing.writeHead(401, { 'content-type': 'application/problem+json' }).end(JSON.stringify({ type: 'about:blank', title: 'Unauthorized', status: 401, detail: '', code: 'unauthorized' }));
          return;
        case 'stall':
          return;
        case 'cut-upload':
          await forward(incoming, body, Math.floor(body.length / 2));
          return cut(incoming);
        case 'wifi-page':
          return html(outgoing, 200);
        case null: {
          const answer = await forward(incoming, body);
          if (answer === null) return cut(incoming);
          outgoing.writeHead(answer.status, answer.headers).end(answer.body);
        }
      }
    };
    // A sender that goes away in the middle is what this proxy is for.
    handle().catch(() => cut(incoming));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no address');
  return {
    url: `http://127.0.0.1:${address.port}`,
    get plan() {
      return plan;
    },
    set plan(next) {
      plan = next;
    },
    dealt,
    forwarded,
    async release() {
      const answers: (number | null)[] = [];
      for (const go of held.splice(0)) answers.push(await go());
      return answers;
    },
    async settled() {
      while (late.size > 0) await Promise.all(late);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
