import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, makeStubHost, openDoor, signIn } from './open-door.ts';
import type { OpenDoor, SignedIn } from './open-door.ts';

const host = makeStubHost();
let open: OpenDoor;
let window: SignedIn;

beforeAll(async () => {
  open = await openDoor({ host, allowHosts: ['desk.example:9000'] });
  window = await signIn(open.door);
});
afterAll(async () => await open.close());

const path = '/call/settings.get';
const json = { 'content-type': 'application/json' };

describe('5 Hosts × 6 Origins × 4 token states × 4 methods', () => {
  const hosts = ['own', 'localhost', 'other port', 'rebound name', 'none'] as const;
  const origins = ['none', 'own', 'localhost', 'other port', 'elsewhere', 'opaque'] as const;
  const states = ['none', 'cookie', 'cookie and wrong token', 'cookie and token'] as const;
  const methods = ['GET', 'POST', 'PUT', 'OPTIONS'] as const;

  /** The rules in words of their own, not the guard's. */
  const expected = (hostName: (typeof hosts)[number], origin: (typeof origins)[number], state: (typeof states)[number], method: (typeof methods)[number]): number => {
    if (hostName === 'localhost' && method === 'GET') return 302;
    if (hostName !== 'own') return 403;
    if (method === 'PUT' || method === 'OPTIONS') return 405;
    if (origin !== 'own' && origin !== 'none') return 403;
    if (method === 'GET') return state === 'none' ? 401 : 405;
    if (origin === 'none') return 403;
    return state === 'cookie and token' ? 200 : 401;
  };

  test('480 requests get exactly their code, and one of them is dispatched', async () => {
    const { port } = open.door;
    const hostHeader = { own: `127.0.0.1:${port}`, localhost: `localhost:${port}`, 'other port': `127.0.0.1:${port + 1}`, 'rebound name': `evil.example:${port}`, none: null };
    const originHeader = { none: null, own: open.door.origin, localhost: `http://localhost:${port}`, 'other port': `http://127.0.0.1:${port + 1}`, elsewhere: 'https://evil.example', opaque: 'null' };
    const stateHeaders = {
      none: {},
      cookie: { cookie: window.cookie },
      'cookie and wrong token': { cookie: window.cookie, 'x-toasoan-token': window.token.replace(/^./, (c) => (c === 'A' ? 'B' : 'A')) },
      'cookie and token': { cookie: window.cookie, 'x-toasoan-token': window.token },
    };
    const wrong: string[] = [];
    const codes = new Map<number, number>();
    const before = host.calls.length;
    for (const hostName of hosts) for (const origin of origins) for (const state of states) for (const method of methods) {
      const answer = await ask(port, {
        method,
        path,
        headers: { ...json, host: hostHeader[hostName], origin: originHeader[origin], ...stateHeaders[state] },
        ...(method === 'POST' ? { body: '{}' } : {}),
      });
      codes.set(answer.status, (codes.get(answer.status) ?? 0) + 1);
      const want = expected(hostName, origin, state, method);
      if (answer.status !== want) wrong.push(`${hostName} / ${origin} / ${state} / ${method}: ${answer.status}, not ${want}`);
      if (answer.headers['access-control-allow-origin'] !== undefined) wrong.push(`${hostName} / ${origin}: CORS header`);
      if (answer.headers['content-security-policy'] === undefined) wrong.push(`${hostName} / ${origin} / ${method}: no policy`);
    }
    expect(wrong).toEqual([]);
    expect(Object.fromEntries(codes)).toEqual({ 200: 1, 302: 24, 401: 5, 403: 396, 405: 54 });
    expect(host.calls.length - before).toBe(1);
  });
});

describe('beyond the matrix', () => {
  const post = async (headers: Readonly<Record<string, string | null>>): Promise<number> => (await ask(open.door.port, { method: 'POST', path, headers: { ...json, ...headers }, body: '{}' })).status;
  const own = () => ({ origin: open.door.origin, cookie: window.cookie, 'x-toasoan-token': window.token });

  test('localhost is sent to 127.0.0.1, path and all', async () => {
    const answer = await ask(open.door.port, { path: '/preview/x?y=1', headers: { host: `localhost:${open.door.port}` } });
    expect([answer.status, answer.headers.location]).toEqual([302, `${open.door.origin}/preview/x?y=1`]);
    const twisted = await ask(open.door.port, { path: '//evil.example/', headers: { host: `localhost:${open.door.port}` } });
    expect(new URL(twisted.headers.location ?? '').origin).toBe(open.door.origin);
  });

  test.each([
    ['same-origin', 200],
    ['same-site', 403],
    ['cross-site', 403],
    ['none', 403],
  ])('a call that comes from %s', async (site, status) => {
    expect(await post({ ...own(), 'sec-fetch-site': site })).toBe(status);
  });

  test.each([
    ['/', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }, 200],
    ['/', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }, 403],
    ['/', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' }, 403],
    [`/media/${'0'.repeat(64)}/page`, { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' }, 403],
    [`/media/${'0'.repeat(64)}/page`, { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' }, 404],
    ['/preview/01890000-0000-7000-8000-000000000000', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }, 403],
    ['/preview/01890000-0000-7000-8000-000000000000', { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }, 200],
  ] as const)('%s fetched with %o', async (target, headers, status) => {
    expect((await ask(open.door.port, { path: target, headers: { cookie: window.cookie, ...headers } })).status).toBe(status);
  });

  test('the owner’s token works for a command line and for nothing that looks like a browser', async () => {
    const authorization = `Bearer ${open.door.ownerToken}`;
    expect(await post({ authorization })).toBe(200);
    expect(await post({ authorization: 'Bearer x' })).toBe(401);
    expect(await post({ authorization: '' })).toBe(401);
    expect(await post({ authorization: `Basic ${open.door.ownerToken}` })).toBe(401);
    expect(await post({ authorization, origin: open.door.origin })).toBe(403);
    expect(await post({ authorization, 'sec-fetch-site': 'same-origin' })).toBe(403);
    expect(await post({ authorization, host: `evil.example:${open.door.port}` })).toBe(403);
    expect((await ask(open.door.port, { path: `/media/${'0'.repeat(64)}/page`, headers: { authorization } })).status).toBe(401);
  });

  test('an allowed name answers under its own origin and no other', async () => {
    const named = { ...own(), host: 'desk.example:9000' };
    expect(await post({ ...named, origin: 'http://desk.example:9000' })).toBe(200);
    expect(await post({ ...named, origin: 'https://desk.example:9000' })).toBe(200);
    expect(await post({ ...named, origin: open.door.origin })).toBe(403);
    expect(await post({ ...named, host: 'desk.example', origin: 'http://desk.example' })).toBe(403);
    expect(await post({ ...own(), origin: 'https://127.0.0.1:1' })).toBe(403);
  });

  test('a session is only as good as its signature, and a token only with its own session', async () => {
    const other = await signIn(open.door);
    expect(await post({ ...own(), cookie: other.cookie })).toBe(401);
    expect(await post({ ...own(), cookie: window.cookie.slice(0, -2) })).toBe(401);
    expect(await post({ ...own(), cookie: window.cookie.replace(/^[^=]+/, 'toasoan-1') })).toBe(401);
    expect(await post({ ...own(), cookie: `a=b; ${window.cookie}; c=d` })).toBe(200);
    // Reading takes no token: there the signature is all there is.
    const read = async (cookie: string): Promise<number> => (await ask(open.door.port, { path: `/media/${'0'.repeat(64)}/page`, headers: { cookie } })).status;
    const name = window.cookie.split('=', 1)[0] ?? '';
    expect(await read(window.cookie)).toBe(404);
    for (const forged of [window.cookie.slice(0, -2), `${window.cookie}x`, `${window.cookie}.x`, `${name}=AAAA.AAAA`, `${name}=AAAA`, `${name}=.`, `${name}=`, name]) expect([forged, await read(forged)]).toEqual([forged, 401]);
    const stranger = await openDoor({ host: makeStubHost() });
    const theirs = await signIn(stranger.door);
    expect(await post({ origin: open.door.origin, cookie: theirs.cookie.replace(/^[^=]+/, `toasoan-${open.door.port}`), 'x-toasoan-token': theirs.token })).toBe(401);
    await stranger.close();
  });
});

describe('POST /session', () => {
  const session = async (body: string, headers: Readonly<Record<string, string | null>> = {}) =>
    await ask(open.door.port, { method: 'POST', path: '/session', headers: { origin: open.door.origin, ...json, ...headers }, body });
  const key = () => new URL(open.door.url).hash.slice(3);

  test('changes the address’ key for a strict cookie, again and again', async () => {
    for (let time = 0; time < 2; time++) {
      const answer = await session(JSON.stringify({ key: key() }));
      expect(answer.status).toBe(200);
      expect(answer.headers['set-cookie']?.[0]).toMatch(new RegExp(`^toasoan-${open.door.port}=[\\w-]+\\.[\\w-]+; Path=/; HttpOnly; SameSite=Strict$`));
    }
  });

  test('with a good cookie needs no key and keeps the token of the other tabs', async () => {
    for (const body of ['{}', JSON.stringify({ key: key() }), '{"key":"old"}']) {
      const answer = await session(body, { cookie: window.cookie });
      expect([answer.status, answer.body, answer.headers['set-cookie']]).toEqual([200, JSON.stringify({ token: window.token }), undefined]);
    }
  });

  test.each([
    ['no key', '{}', 401],
    ['a wrong key', '{"key":"AAAA"}', 401],
    ['an empty key', '{"key":""}', 401],
    ['a key of another type', '{"key":["x"]}', 400],
    ['no JSON', 'key=x', 400],
    ['too much', `{"key":"${'x'.repeat(5000)}"}`, 413],
  ])('%s', async (_name, body, status) => {
    expect((await session(body)).status).toBe(status);
  });

  test('from another origin or as a form is refused', async () => {
    const body = JSON.stringify({ key: key() });
    expect((await session(body, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await session(body, { origin: 'null' })).status).toBe(403);
    expect((await session(body, { origin: null })).status).toBe(403);
    expect((await session(body, { 'content-type': 'text/plain' })).status).toBe(415);
  });

  test('spends a one-time key', async () => {
    const once = new URL(open.door.oneTimeUrl()).hash.slice(3);
    expect((await session(JSON.stringify({ key: once }))).status).toBe(200);
    expect((await session(JSON.stringify({ key: once }))).status).toBe(401);
    const owner = await ask(open.door.port, { method: 'POST', path: '/session', headers: { ...json, authorization: `Bearer ${open.door.ownerToken}` }, body: '{}' });
    const given = (JSON.parse(owner.body) as { key: string }).key;
    expect((await session(JSON.stringify({ key: given }))).status).toBe(200);
    expect((await session(JSON.stringify({ key: given }))).status).toBe(401);
  });

  test('a one-time key dies with its minute', async () => {
    let now = 1_800_000_000_000;
    const late = await openDoor({ host: makeStubHost(), clock: { now: () => now } });
    const once = new URL(late.door.oneTimeUrl()).hash.slice(3);
    now += 60_001;
    const answer = await ask(late.door.port, { method: 'POST', path: '/session', headers: { origin: late.door.origin, ...json }, body: JSON.stringify({ key: once }) });
    expect(answer.status).toBe(401);
    await late.close();
  });

  test('a session outlives a crashed server that left its secret', async () => {
    const again = await openDoor({ host: makeStubHost(), sessionSecret: open.door.sessionSecret });
    const headers = { ...json, origin: again.door.origin, cookie: window.cookie.replace(/^[^=]+/, `toasoan-${again.door.port}`), 'x-toasoan-token': window.token };
    expect((await ask(again.door.port, { method: 'POST', path, headers, body: '{}' })).status).toBe(200);
    await again.close();
  });
});
