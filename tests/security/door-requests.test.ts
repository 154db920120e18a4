import { utimesSync, writeFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLibrary } from '#backend/host/compose.ts';
import type { Host } from '#backend/host/host.ts';
import { hostileImages, photo } from './hostile-images.ts';
import { ask, makeStubHost, openDoor, secretText, signIn } from './open-door.ts';
import type { OpenDoor, SignedIn } from './open-door.ts';

const host = makeStubHost();
let open: OpenDoor;
let window: SignedIn;

beforeAll(async () => {
  open = await openDoor({ host, patienceMs: 150 });
  window = await signIn(open.door);
});
afterAll(async () => await open.close());

const own = (): Record<string, string> => ({ origin: open.door.origin, cookie: window.cookie, 'x-toasoan-token': window.token, 'content-type': 'application/json' });
const get = async (path: string, headers: Readonly<Record<string, string | null>> = {}) => await ask(open.door.port, { path, headers: { cookie: window.cookie, ...headers } });
const call = async (name: string, body: Uint8Array | string, headers: Readonly<Record<string, string | null>> = {}, length?: number) =>
  await ask(open.door.port, { method: 'POST', path: `/call/${name}`, headers: { ...own(), ...headers }, body, ...(length === undefined ? {} : { length }) });
const codeOf = (body: string): unknown => (JSON.parse(body) as { error?: { code: string } }).error?.code;

describe('what is served', () => {
  test('the way in without a session, the app with one', async () => {
    const without = await get('/', { cookie: null });
    expect([without.status, without.body.includes('src="/enter.js"')]).toEqual([200, true]);
    expect((await get('/enter.js', { cookie: null })).headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect((await get('/')).body).toBe('<!doctype html><title>Tòa Soạn</title>');
    expect((await get('/assets/main-a1B2c3D4.js', { cookie: null })).status).toBe(401);
    expect((await get('/favicon.ico', { cookie: null })).status).toBe(204);
  });

  test('a hashed file for ever, packed where it may be', async () => {
    const plain = await get('/assets/main-a1B2c3D4.js');
    const packed = await get('/assets/main-a1B2c3D4.js', { 'accept-encoding': 'gzip, br' });
    expect([plain.headers['cache-control'], plain.headers['content-type'], plain.headers['content-encoding']]).toEqual(['private, max-age=31536000, immutable', 'text/javascript; charset=utf-8', undefined]);
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(Number(packed.headers['content-length'])).toBeLessThan(Number(plain.headers['content-length']));
    expect((await get('/')).headers['cache-control']).toBe('no-store');
    const head = await ask(open.door.port, { method: 'HEAD', path: '/assets/main-a1B2c3D4.js', headers: { cookie: window.cookie } });
    expect([head.status, head.headers['content-length'], head.body]).toEqual([200, plain.headers['content-length'], '']);
  });

  test('an app that is not built yet says so', async () => {
    const empty = await openDoor({ host, rendererDir: join(open.folder, 'nowhere') });
    const signed = await signIn(empty.door);
    expect((await ask(empty.door.port, { path: '/', headers: { cookie: signed.cookie } })).status).toBe(503);
    await empty.close();
  });

  test('an app that is built anew is served anew', async () => {
    const rebuilt = await openDoor({ host });
    const { cookie } = await signIn(rebuilt.door);
    writeFileSync(join(rebuilt.folder, 'renderer', 'assets', 'next-e5F6g7H8.js'), 'export {};');
    writeFileSync(join(rebuilt.folder, 'renderer', 'index.html'), '<!doctype html><title>Mới</title>');
    utimesSync(join(rebuilt.folder, 'renderer', 'index.html'), 1_900_000_000, 1_900_000_000);
    expect((await ask(rebuilt.door.port, { path: '/', headers: { cookie } })).body).toContain('Mới');
    expect((await ask(rebuilt.door.port, { path: '/assets/next-e5F6g7H8.js', headers: { cookie } })).status).toBe(200);
    await rebuilt.close();
  });

  test('a page that fails inside tells nothing of its inside', async () => {
    const lines: string[] = [];
    const failing = await openDoor({ host: makeStubHost({ preview: () => Promise.reject(new Error('câu mật ở /home/phong-vien')) }), log: (line) => lines.push(line) });
    const signed = await signIn(failing.door);
    const answer = await ask(failing.door.port, { path: '/preview/01890000-0000-7000-8000-000000000000', headers: { cookie: signed.cookie } });
    expect(answer.status).toBe(500);
    expect(answer.body + lines.join('')).not.toMatch(/câu mật|home|at .*\.ts/);
    expect(lines).toHaveLength(1);
    await failing.close();
  });
});

describe('paths that try to lead elsewhere', () => {
  const story = '01890000-0000-7000-8000-000000000000';
  const hash = 'a'.repeat(64);
  test.each([
    '/../secret.txt', '/..%2fsecret.txt', '/%2e%2e/secret.txt', '/%2e%2e%2fsecret.txt', '/..\\secret.txt', '/..%5csecret.txt', '/assets/../../secret.txt', '/assets/..%2f..%2fsecret.txt',
    '/assets/%252e%252e/secret.txt', '/....//secret.txt', '/./../secret.txt', '//secret.txt', '///etc/passwd', '/etc/passwd', '/c:/windows/win.ini', '/\\\\server\\share\\x',
    '/index.html::$DATA', '/index.html%00.js', '/index.html%20', '/index.html.', '/INDEX.HTML', '/con', '/nul.html', '/.env', '/assets', '/assets/', '/assets/link-a1B2c3D4.txt', '/assets/main-a1B2c3D4.js.map',
    '/assets/main-a1B2c3D4.js/', '/assets//main-a1B2c3D4.js', '/assets/./main-a1B2c3D4.js', '/file:///etc/passwd', '/..;/secret.txt', '/%c0%ae%c0%ae/secret.txt', '/\u{fffd}',
    `/media/${hash}/../../secret.txt`, `/media/${hash}/original/..`, `/media/${hash.toUpperCase()}/page`, `/media/${hash}/page.jpg`, `/media/${hash}%2fpage`, `/media/../media/${hash}/page`, `/media/${hash.slice(1)}/page`, `/media//${hash}/page`, '/media/', `/media/${hash}`,
    `/preview/${story}/`, `/preview/${story}.html`, `/preview/../preview/${story}`, '/preview/', `/preview/${story.toUpperCase().replace('8', 'F')}`, `/export/${story}`, `/export/${story}.pdf`, `/export/${story}.html/../x`, '/export/..%2fsecret.txt', '/enter.js/../secret.txt', '/owner.json', '/door.json', '/library.sqlite',
  ])('%s', async (path) => {
    const answer = await get(encodeURI(path).replaceAll('%25', '%'));
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain(secretText);
  });

  test('an absolute or empty target is no path of ours', async () => {
    expect((await get('http://evil.example/')).status).toBe(400);
    expect((await ask(open.door.port, { method: 'OPTIONS', path: '*', headers: { cookie: window.cookie } })).status).toBe(405);
  });
});

describe('bodies', () => {
  test('malformed JSON, text that is not UTF-8, a wrong type and an unknown call have their codes', async () => {
    const before = host.calls.length;
    for (const body of ['', '{', '{"a":', 'undefined', new Uint8Array([0x22, 0xff, 0xfe, 0x22])]) {
      const answer = await call('settings.get', body);
      expect([answer.status, codeOf(answer.body)]).toEqual([400, 'call.invalid']);
    }
    const cases: readonly [string, Record<string, string | null>, number, string][] = [
      ['settings.get', { 'content-type': 'text/plain' }, 415, 'call.invalid'],
      ['settings.get', { 'content-type': null }, 415, 'call.invalid'],
      ['settings.get', { 'content-type': 'application/octet-stream' }, 415, 'call.invalid'],
      ['media.put', {}, 415, 'call.invalid'],
      ['settings.get', { 'x-toasoan-window': '../../x' }, 400, 'call.invalid'],
      ['nothing.here', {}, 404, 'call.unknown'],
      ['settings.changed', {}, 404, 'call.unknown'],
      ['__proto__.constructor', {}, 404, 'call.unknown'],
      ['settings.get/../x', {}, 404, 'call.unknown'],
      ['', {}, 404, 'call.unknown'],
    ];
    for (const [name, headers, status, code] of cases) {
      const answer = await call(name, '{}', headers);
      expect([name, answer.status, codeOf(answer.body)]).toEqual([name, status, code]);
    }
    expect(host.calls.length).toBe(before);
  });

  test('too large is refused where it becomes too large', async () => {
    const before = host.calls.length;
    const announced = await call('settings.get', '{}', {}, 10_000_000_000);
    expect([announced.status, codeOf(announced.body), announced.headers.connection]).toEqual([413, 'call.too-large', 'close']);
    const grown = await ask(open.door.port, { method: 'POST', path: '/call/settings.get', headers: { ...own(), 'transfer-encoding': 'chunked' }, body: ' '.repeat(3 * 1024 * 1024) });
    expect([grown.status, codeOf(grown.body)]).toEqual([413, 'call.too-large']);
    expect(host.calls.length).toBe(before);
    expect((await call('settings.get', `{}${' '.repeat(256 * 1024 - 2)}`)).status).toBe(200);
  });

  test('two lengths at once, the stuff of smuggled requests, end the connection', async () => {
    const both = ask(open.door.port, { method: 'POST', path: '/call/settings.get', headers: { ...own(), 'transfer-encoding': 'chunked' }, body: '{}', length: 2 });
    await expect(both).rejects.toThrow(/ECONNRESET|hang up/);
  });

  test('a sender that stops in the middle is not waited for', async () => {
    const answer = await call('settings.get', '{', {}, 100);
    expect([answer.status, codeOf(answer.body)]).toEqual([408, 'call.invalid']);
  });

  test('a refusal to a call is a Result', async () => {
    const answer = await call('settings.get', '{}', { 'x-toasoan-token': 'x' });
    expect([answer.status, codeOf(answer.body)]).toEqual([401, 'call.unreachable']);
  });

  test('the caller is the window that says so, or one for this call alone', async () => {
    const windowId = '01890000-0000-7000-8000-00000000abcd';
    await call('settings.get', '{}', { 'x-toasoan-window': windowId });
    expect(host.calls.at(-1)).toEqual({ name: 'settings.get', input: {}, windowId });
    expect([host.came.at(-1), host.gone.at(-1)]).toEqual([windowId, windowId]);
    await call('settings.get', '{}');
    const alone = host.calls.at(-1)?.windowId;
    expect(alone).not.toBe(windowId);
    expect(host.gone.at(-1)).toBe(alone);
  });
});

describe('with the real library behind it', () => {
  let dir: string;
  let real: Host;
  let served: OpenDoor;
  let signed: SignedIn;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'toasoan-library-'));
    const opened = openLibrary({ dir, door: 'browser' });
    if (!opened.ok) throw new Error(opened.error.code);
    real = opened.value;
    served = await openDoor({ host: real });
    signed = await signIn(served.door);
  });
  afterAll(async () => {
    await served.close();
    await real.close();
    await rm(dir, { recursive: true, force: true });
  });

  const post = async (name: string, body: Uint8Array | string, type: string): Promise<{ ok: boolean; value: Record<string, unknown>; error: { code: string } }> => {
    const headers = { origin: served.door.origin, cookie: signed.cookie, 'x-toasoan-token': signed.token, 'content-type': type };
    return JSON.parse((await ask(served.door.port, { method: 'POST', path: `/call/${name}`, headers, body })).body) as never;
  };
  const put = async (bytes: Uint8Array) => await post('media.put', bytes, 'application/octet-stream');
  const fetched = async (path: string) => await ask(served.door.port, { path, headers: { cookie: signed.cookie } });

  test('hostile pictures end in their codes, leave nothing and take nothing down', async () => {
    for (const { name, make, code } of hostileImages) {
      const result = await put(await make());
      expect([name, result.ok, result.error.code]).toEqual([name, false, code]);
    }
    const left = await readdir(join(dir, 'media'), { recursive: true }).catch(() => []);
    expect(left).toEqual([]);
  });

  test('a picture goes in and comes out, inert', async () => {
    const { value } = await put(await photo({ width: 1, height: 1 }));
    for (const rendition of ['original', 'page', 'thumb']) {
      const answer = await fetched(`/media/${String(value['id'])}/${rendition}`);
      expect([answer.status, answer.headers['content-type'], answer.headers['x-content-type-options'], answer.headers['cache-control']]).toEqual([200, 'image/jpeg', 'nosniff', 'private, max-age=31536000, immutable']);
      expect(answer.headers['content-security-policy']).toBe("default-src 'none'; sandbox; frame-ancestors 'none'");
    }
  });

  test('a story is previewed under its own policy and comes out as files', async () => {
    const { value } = await post('story.create', '{}', 'application/json');
    const id = String(value['id']);
    const preview = await fetched(`/preview/${id}`);
    expect([preview.status, preview.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(preview.headers['content-security-policy']).toMatch(/^default-src 'none'; img-src data:; font-src data:; style-src 'sha256-[^;]+'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox$/);
    const file = await fetched(`/export/${id}.html`);
    expect(file.headers['content-disposition']).toMatch(/^attachment; filename="[\w.-]+"; filename\*=UTF-8''/);
    expect((await fetched(`/export/${id}.txt`)).headers['content-type']).toBe('text/plain; charset=utf-8');
    expect((await fetched('/preview/01890000-0000-7000-8000-000000000000')).status).toBe(404);
    expect((await fetched('/export/01890000-0000-7000-8000-000000000000.txt')).status).toBe(404);
  });
});
