import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ok } from '#core/base/result.ts';
import { loopback } from '#core/contract/loopback.ts';
import { startWebDoor } from '#backend/web/start-web-door.ts';
import type { WebDoor, WebDoorOptions } from '#backend/web/start-web-door.ts';
import type { WebHost } from '#backend/web/web-host.ts';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Asked {
  readonly method?: string;
  /** Sent exactly as it stands. */
  readonly path?: string;
  /** `host: null` sends none. */
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly body?: Uint8Array | string;
  /** Announced length, when it shall differ. */
  readonly length?: number;
}

/** One raw request: no normalised path, no header that was not asked for. */
export function ask(port: number, { method = 'GET', path = '/', headers = {}, body, length }: Asked): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent: Record<string, string> = { host: `127.0.0.1:${port}` };
    for (const [name, value] of Object.entries(headers)) {
      if (value === null) delete sent[name];
      else sent[name] = value;
    }
    const announced = length ?? (body === undefined || sent['transfer-encoding'] !== undefined ? null : Buffer.byteLength(body));
    if (announced !== null) sent['content-length'] = String(announced);
    const outgoing = request({ host: '127.0.0.1', port, method, path, headers: sent, setHost: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString('utf8') });
        outgoing.destroy();
      });
    });
    outgoing.on('error', reject);
    if (length !== undefined && body !== undefined && Buffer.byteLength(body) < length) outgoing.write(body);
    else outgoing.end(body);
  });
}

export interface SignedIn {
  readonly cookie: string;
  readonly token: string;
}

/** What a window does first: changes the key in the address for a cookie and a token. */
export async function signIn(door: WebDoor): Promise<SignedIn> {
  const key = new URL(door.url).hash.slice(loopback.keyPrefix.length);
  const answer = await ask(door.port, { method: 'POST', path: '/session', headers: { origin: door.origin, 'content-type': 'application/json' }, body: JSON.stringify({ key }) });
  const cookie = answer.headers['set-cookie']?.[0]?.split(';', 1)[0] ?? '';
  return { cookie, token: (JSON.parse(answer.body) as { token: string }).token };
}

export interface StubHost extends WebHost {
  readonly calls: { readonly name: string; readonly input: unknown; readonly windowId: string }[];
  readonly came: string[];
  readonly gone: string[];
  emit(name: string, data: unknown): void;
}

/** A host that notes who called what; for what concerns only the door. */
export function makeStubHost(over: Partial<WebHost> = {}): StubHost {
  const listeners = new Set<(message: never) => void>();
  const calls: StubHost['calls'] = [];
  const came: string[] = [];
  const gone: string[] = [];
  const emit = (name: string, data: unknown): void => {
    for (const listener of [...listeners]) listener({ name, data } as never);
  };
  return {
    calls,
    came,
    gone,
    emit,
    dispatch: (name, input, { windowId }) => {
      calls.push({ name, input, windowId });
      return Promise.resolve(ok({ heard: name }));
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    windowCame: (windowId) => void came.push(windowId),
    windowGone: (windowId) => void gone.push(windowId),
    readMedia: () => Promise.resolve(null),
    preview: () => Promise.resolve(ok('<!doctype html><style>p{color:red}</style><p>Bài</p>')),
    announceClosing: () => emit('app.closing', {}),
    ...over,
  };
}

export interface OpenDoor {
  readonly door: WebDoor;
  readonly folder: string;
  close(): Promise<void>;
}

/** Stands beside the built renderer, where no path may lead. */
export const secretText = 'bí mật của tòa soạn';

/** A door over a small renderer of its own, in a folder that goes with it. */
export async function openDoor(options: Partial<WebDoorOptions> & { readonly host: WebHost }): Promise<OpenDoor> {
  const folder = mkdtempSync(join(tmpdir(), 'toasoan-door-'));
  const rendererDir = join(folder, 'renderer');
  mkdirSync(join(rendererDir, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), secretText);
  writeFileSync(join(rendererDir, 'index.html'), '<!doctype html><title>Tòa Soạn</title>');
  writeFileSync(join(rendererDir, 'assets', 'main-a1B2c3D4.js'), `export const long = '${'x'.repeat(5000)}';`);
  writeFileSync(join(rendererDir, 'assets', 'main-a1B2c3D4.js.map'), '{}');
  writeFileSync(join(rendererDir, '.env'), secretText);
  symlinkSync(join(folder, 'secret.txt'), join(rendererDir, 'assets', 'link-a1B2c3D4.txt'));
  const door = await startWebDoor({ rendererDir, ...options });
  return {
    door,
    folder,
    async close() {
      await door.close(0);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
