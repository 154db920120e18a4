import { loopback, PushFrame, SessionAnswer, WindowId } from '#core/contract/loopback.ts';
import { wireError } from '#core/contract/errors.ts';
import { loopbackAddresses } from './addresses.ts';
import type { LinkState, Transport } from './transport.ts';

export type WebStart = { readonly ok: true; readonly transport: Transport } | { readonly ok: false; readonly why: 'refused' | 'unreachable' };

const tokenSlot = 'toasoan-token';
const windowSlot = 'toasoan-window';
/** Milliseconds between tries to get the WebSocket back: quick at first, since the backend usually restarts at once. */
const reconnectAfter = [200, 500, 1_000, 2_000, 5_000] as const;

/** A browser finishes requests of a page that goes away only when they ask for it and stay under 64 KiB in all. */
const keepaliveBytes = 60_000;

const unreachable = { ok: false, error: wireError('call.unreachable') } as const;

/** The browser door: calls over HTTP, pushes over a WebSocket, both to the origin this page came from. */
export async function startWebTransport(): Promise<WebStart> {
  const key = takeKey();
  const token = await askSession(key);
  if (token === 'refused' || token === 'unreachable') return { ok: false, why: token };
  return { ok: true, transport: new WebTransport(token) };
}

/** Reads the key out of the address and takes it away, so that nobody copies it along with a screenshot. */
function takeKey(): string | null {
  const { hash, pathname, search } = window.location;
  if (!hash.startsWith(loopback.keyPrefix)) return null;
  window.history.replaceState(null, '', pathname + search);
  return hash.slice(loopback.keyPrefix.length);
}

async function askSession(key: string | null): Promise<string> {
  try {
    const reply = await fetch(loopback.sessionPath, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(key === null ? {} : { key }),
    });
    const answer = SessionAnswer.safeParse(reply.ok ? await reply.json() : null);
    if (!answer.success) return 'refused';
    sessionStorage.setItem(tokenSlot, answer.data.token);
    return answer.data.token;
  } catch (problem) {
    if (problem instanceof TypeError || problem instanceof SyntaxError) return 'unreachable';
    throw problem;
  }
}

function keptWindowId(): string {
  const kept = WindowId.safeParse(sessionStorage.getItem(windowSlot));
  const id = kept.success ? kept.data : crypto.randomUUID();
  sessionStorage.setItem(windowSlot, id);
  return id;
}

class WebTransport implements Transport {
  readonly addresses = loopbackAddresses;
  #token: string;
  #windowId = keptWindowId();
  #socket: WebSocket | null = null;
  #link: LinkState = 'connecting';
  #tries = 0;
  #closed = false;
  #leaving = false;
  readonly #pushListeners = new Set<(name: string, data: unknown) => void>();
  readonly #linkListeners = new Set<() => void>();
  readonly #named = Promise.withResolvers<void>();

  constructor(token: string) {
    this.#token = token;
    this.#connect();
    window.addEventListener('online', () => this.#connect());
    // Capture: before anyone's listener flushes.
    for (const name of ['beforeunload', 'pagehide'] as const) window.addEventListener(name, () => { this.#leaving = true; }, { capture: true });
    window.addEventListener('pageshow', () => { this.#leaving = false; });
    document.addEventListener('visibilitychange', () => { this.#leaving = document.visibilityState === 'hidden'; }, { capture: true });
  }

  get windowId(): string {
    return this.#windowId;
  }

  async call(name: string, input: unknown): Promise<unknown> {
    // Until the door has said which window this is, a call would be made in another one's name.
    await Promise.race([this.#named.promise, new Promise((resolve) => setTimeout(resolve, 3_000))]);
    const first = await this.#post(name, input);
    if (first !== 'session') return first;
    const token = await askSession(null);
    if (token === 'refused' || token === 'unreachable') return unreachable;
    this.#token = token;
    const second = await this.#post(name, input);
    return second === 'session' ? unreachable : second;
  }

  async #post(name: string, input: unknown): Promise<unknown> {
    const body = rawBytes(input) ?? JSON.stringify(input);
    const isJson = typeof body === 'string';
    try {
      const reply = await fetch(loopback.callPath + name, {
        method: 'POST',
        credentials: 'same-origin',
        headers: {
          'content-type': isJson ? 'application/json' : 'application/octet-stream',
          [loopback.tokenHeader]: this.#token,
          [loopback.windowHeader]: this.#windowId,
        },
        body,
        keepalive: this.#leaving && isJson && body.length * 3 < keepaliveBytes,
      });
      if (reply.status === 401) return 'session';
      const answersJson = reply.headers.get('content-type')?.startsWith('application/json') === true;
      return answersJson ? await reply.json() : { ok: false, error: wireError('call.failed') };
    } catch (problem) {
      if (!(problem instanceof TypeError) && !(problem instanceof SyntaxError)) throw problem;
      this.#connect();
      return unreachable;
    }
  }

  #connect(): void {
    if (this.#closed || (this.#socket !== null && this.#socket.readyState <= WebSocket.OPEN)) return;
    const scheme = window.location.protocol === 'https:' ? 'wss' : 'ws';
    const socket = new WebSocket(`${scheme}://${window.location.host}${loopback.pushPath}?window=${this.#windowId}`, [loopback.protocol, loopback.tokenProtocolPrefix + this.#token]);
    this.#socket = socket;
    socket.addEventListener('message', (event) => this.#hear(event.data));
    socket.addEventListener('close', () => {
      if (this.#socket !== socket) return;
      this.#socket = null;
      this.#setLink('lost');
      const wait = reconnectAfter[Math.min(this.#tries, reconnectAfter.length - 1)] ?? 5_000;
      this.#tries += 1;
      if (!this.#closed) setTimeout(() => void this.#reconnect(), wait);
    });
  }

  async #reconnect(): Promise<void> {
    // The server may have been started anew: the cookie tells it who we are, and it may give another token.
    const token = await askSession(null);
    if (token !== 'refused' && token !== 'unreachable') this.#token = token;
    this.#connect();
  }

  #hear(data: unknown): void {
    const frame = typeof data === 'string' ? PushFrame.safeParse(parseJson(data)) : null;
    if (frame?.success !== true) return;
    if ('window' in frame.data) {
      this.#windowId = frame.data.window;
      sessionStorage.setItem(windowSlot, this.#windowId);
      this.#tries = 0;
      this.#named.resolve();
      this.#setLink('open');
      return;
    }
    const { push, data: content } = frame.data;
    for (const listener of [...this.#pushListeners]) listener(push, content);
  }

  #setLink(link: LinkState): void {
    if (this.#link === link) return;
    this.#link = link;
    for (const listener of [...this.#linkListeners]) listener();
  }

  onPush(listener: (name: string, data: unknown) => void): () => void {
    this.#pushListeners.add(listener);
    return () => this.#pushListeners.delete(listener);
  }

  link(): LinkState {
    return this.#link;
  }

  onLink(listener: () => void): () => void {
    this.#linkListeners.add(listener);
    return () => this.#linkListeners.delete(listener);
  }

  confirmFlushed(): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify({ flushed: true }));
  }

  close(): void {
    this.#closed = true;
    this.#socket?.close();
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (problem) {
    if (problem instanceof SyntaxError) return null;
    throw problem;
  }
}

/** `media.put` goes as bytes, not as JSON. */
function rawBytes(input: unknown): Uint8Array<ArrayBuffer> | null {
  if (typeof input !== 'object' || input === null || !('bytes' in input) || !(input.bytes instanceof Uint8Array)) return null;
  return input.bytes as Uint8Array<ArrayBuffer>;
}
