import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { ClientOptions } from 'ws';
import { makeStubHost, openDoor, signIn } from './open-door.ts';
import type { OpenDoor, SignedIn, StubHost } from './open-door.ts';

let host: StubHost;
let open: OpenDoor;
let window: SignedIn;

beforeEach(async () => {
  host = makeStubHost();
  open = await openDoor({ host, heartbeatMs: 400 });
  window = await signIn(open.door);
});
afterEach(async () => await open.close());

interface Wanted {
  readonly path?: string;
  readonly protocols?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly options?: ClientOptions;
}

const goodHeaders = (): Record<string, string> => ({ origin: open.door.origin, cookie: window.cookie });
const goodProtocols = (): string[] => ['toasoan', `toasoan.token.${window.token}`];

class Heard {
  readonly socket: WebSocket;
  readonly #frames: string[] = [];
  readonly closed: Promise<number>;
  constructor({ path = '/push', protocols = goodProtocols(), headers = goodHeaders(), options = {} }: Wanted = {}) {
    this.socket = new WebSocket(`ws://127.0.0.1:${open.door.port}${path}`, [...protocols], { headers, ...options });
    this.socket.on('message', (data) => this.#frames.push(String(data)));
    this.closed = new Promise((resolve) => this.socket.on('close', resolve));
    this.socket.on('error', () => this.socket.terminate());
  }
  /** The next frame that has not been taken yet. */
  async next(): Promise<unknown> {
    while (this.#frames.length === 0) await wait(5);
    return JSON.parse(this.#frames.shift() ?? '');
  }
  /** The HTTP status of a refused upgrade. */
  refusal(): Promise<number> {
    return new Promise((resolve, reject) => {
      this.socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
      this.socket.on('open', () => reject(new Error('it opened')));
    });
  }
}

describe('the push connection', () => {
  test.each([
    ['without cookie', () => ({ headers: { origin: open.door.origin } }), 401],
    ['without token', () => ({ protocols: ['toasoan'] }), 401],
    ['with a wrong token', () => ({ protocols: ['toasoan', 'toasoan.token.AAAA'] }), 401],
    ['without our protocol', () => ({ protocols: [`toasoan.token.${window.token}`] }), 401],
    ['without Origin', () => ({ headers: { cookie: window.cookie } }), 403],
    ['from elsewhere', () => ({ headers: { ...goodHeaders(), origin: 'https://evil.example' } }), 403],
    ['from another port', () => ({ headers: { ...goodHeaders(), origin: `http://127.0.0.1:${open.door.port + 1}` } }), 403],
    ['from a sandboxed page', () => ({ headers: { ...goodHeaders(), origin: 'null' } }), 403],
    ['that a browser calls same-site', () => ({ headers: { ...goodHeaders(), 'sec-fetch-site': 'same-site' } }), 403],
    ['under a rebound name', () => ({ headers: { ...goodHeaders(), host: `evil.example:${open.door.port}` } }), 403],
    ['under localhost', () => ({ headers: { ...goodHeaders(), host: `localhost:${open.door.port}` } }), 403],
    ['at another path', () => ({ path: '/call/settings.get' }), 400],
    ['with the owner’s token', () => ({ headers: { authorization: `Bearer ${open.door.ownerToken}` } }), 403],
  ] satisfies [string, () => Wanted, number][])('%s is refused', async (_name, wanted, status) => {
    expect(await new Heard(wanted()).refusal()).toBe(status);
    expect(host.came).toEqual([]);
  });

  test('says which window it is, then what is pushed', async () => {
    const windowId = '01890000-0000-7000-8000-000000000001';
    const heard = new Heard({ path: `/push?window=${windowId}` });
    expect(await heard.next()).toEqual({ window: windowId });
    expect(heard.socket.protocol).toBe('toasoan');
    host.emit('story.changed', { id: 'x', seq: 3 });
    expect(await heard.next()).toEqual({ push: 'story.changed', data: { id: 'x', seq: 3 } });
    expect(host.came).toEqual([windowId]);
    heard.socket.close();
    await heard.closed;
    while (host.gone.length === 0) await wait(5);
    expect(host.gone).toEqual([windowId]);
  });

  test('gives a duplicated tab an id of its own, and the first one its id back after a reload', async () => {
    const windowId = '01890000-0000-7000-8000-000000000002';
    const first = new Heard({ path: `/push?window=${windowId}` });
    await first.next();
    const copy = new Heard({ path: `/push?window=${windowId}` });
    const { window: given } = (await copy.next()) as { window: string };
    expect(given).not.toBe(windowId);
    first.socket.close();
    await first.closed;
    while (!host.gone.includes(windowId)) await wait(5);
    expect(await new Heard({ path: `/push?window=${windowId}` }).next()).toEqual({ window: windowId });
  });

  test('takes a made-up id for none', async () => {
    const { window: given } = (await new Heard({ path: '/push?window=../../etc' }).next()) as { window: string };
    expect(given).toMatch(/^[0-9a-f-]{36}$/);
  });

  test.each([
    ['no JSON', 'x', 1008],
    ['another frame', '{"call":"story.trash"}', 1008],
    ['bytes', Buffer.from([1, 2, 3]), 1008],
    ['too much', 'x'.repeat(2000), 1009],
  ])('is closed for %s', async (_name, sent, code) => {
    const heard = new Heard();
    await heard.next();
    heard.socket.send(sent);
    expect(await heard.closed).toBe(code);
  });

  test('a window that answers no ping is gone', async () => {
    const silent = new Heard({ options: { autoPong: false } });
    const lively = new Heard();
    const { window: gone } = (await silent.next()) as { window: string };
    await lively.next();
    expect(await silent.closed).toBe(1006);
    while (host.gone.length === 0) await wait(5);
    expect(host.gone).toEqual([gone]);
    expect(lively.socket.readyState).toBe(WebSocket.OPEN);
  });

  test('closing asks the windows first and waits for their word', async () => {
    const heard = new Heard();
    await heard.next();
    let isClosed = false;
    const closing = open.door.close(60_000).then(() => (isClosed = true));
    expect(await heard.next()).toEqual({ push: 'app.closing', data: {} });
    expect(isClosed).toBe(false);
    heard.socket.send('{"flushed":true}');
    await closing;
    expect(await heard.closed).toBe(1001);
  });
});
