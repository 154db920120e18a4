import { Readable } from 'node:stream';
import type { ClientRequest, ClientRequestConstructorOptions } from 'electron';
import type { Network } from '#backend/publish/network.ts';

/** What of Electron's `net` is used: `net.fetch` can't hand back a redirect, it fails on one. */
export interface ChromiumNet {
  request(options: ClientRequestConstructorOptions): ClientRequest;
}

/** Statuses that have no body (fetch standard, null body status). */
const bodiless = new Set([204, 205, 304]);

/** `net::ERR_CERT_DATE_INVALID` → `ERR_CERT_DATE_INVALID`, as a cause, the way Node's fetch hands on its codes. */
function failure(problem: Error): TypeError {
  const [code] = /\bERR_[A-Z0-9_]+/.exec(problem.message) ?? [];
  return new TypeError('fetch failed', { cause: code === undefined ? problem : Object.assign(new Error(code), { code }) });
}

const headersOf = (raw: Readonly<Record<string, string | readonly string[]>>): Headers => {
  const headers = new Headers();
  for (const [name, value] of Object.entries(raw)) for (const each of typeof value === 'string' ? [value] : value) headers.append(name, each);
  return headers;
};

async function* chunks(stream: Readable): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of stream) yield chunk as Uint8Array;
  } catch (problem) {
    throw problem instanceof Error ? failure(problem) : problem;
  }
}

/**
 * The way out through Chromium's network stack: the system's proxy, its certificates, its keep-alive. No cookies and no cache;
 * redirects are handed back, never followed. Only the parts of `fetch` that `request` in backend/publish/network.ts uses.
 */
export const makeChromiumNetwork = (net: ChromiumNet): Network => (url, init) =>
  new Promise((resolve, reject) => {
    const { method = 'GET', headers, body, signal } = init;
    signal?.throwIfAborted();
    const request = net.request({ url, method, redirect: 'manual', cache: 'no-store', useSessionCookies: false });
    for (const [name, value] of new Headers(headers)) request.setHeader(name, value);
    const abort = (): void => {
      reject(signal?.reason instanceof Error ? signal.reason : new DOMException('aborted', 'AbortError'));
      request.abort();
    };
    signal?.addEventListener('abort', abort, { once: true });
    request.on('redirect', (status, _method, location, raw) => {
      const answered = headersOf(raw);
      answered.set('location', location);
      resolve(new Response(null, { status, headers: answered }));
      // Not followed: Chromium then ends the request with an error, which nobody waits for any more.
      request.abort();
    });
    request.on('response', (response) => {
      const stream = response as unknown as Readable;
      const bytes = bodiless.has(response.statusCode) || method === 'HEAD' ? null : Readable.toWeb(Readable.from(chunks(stream)), { strategy: { highWaterMark: 4 } }) as ReadableStream<Uint8Array<ArrayBuffer>>;
      stream.once('close', () => signal?.removeEventListener('abort', abort));
      resolve(new Response(bytes, { status: response.statusCode, headers: headersOf(response.headers) }));
    });
    request.on('error', (problem) => reject(failure(problem)));
    // A proxy or portal that wants a password in a way of its own gets none: its 401 or 407 is the answer.
    request.on('login', (_info, answer) => answer());
    if (body instanceof Uint8Array) request.write(Buffer.from(body.buffer, body.byteOffset, body.byteLength));
    request.end();
  });
