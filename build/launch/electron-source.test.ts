import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { downloadMemory } from './download-memory.ts';
import { electronSource, isArchiveKept, probe } from './electron-source.ts';

const linux = { version: '45.4.1', env: {}, platform: 'linux', arch: 'x64' };
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

async function serve(answer: RequestListener): Promise<URL> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/electron.zip`);
}

describe('where Electron comes from', () => {
  test('the release page, or the mirror that is named', () => {
    expect(electronSource(linux).href).toBe('https://github.com/electron/electron/releases/download/v45.4.1/electron-v45.4.1-linux-x64.zip');
    const env = { ELECTRON_MIRROR: 'https://mirror.invalid/electron/', ELECTRON_CUSTOM_DIR: '{{ version }}' };
    expect(electronSource({ ...linux, env }).href).toBe('https://mirror.invalid/electron/45.4.1/electron-v45.4.1-linux-x64.zip');
  });

  test('an archive kept where the installer keeps it is found', () => {
    const cache = mkdtempSync(join(tmpdir(), 'toasoan-electron-'));
    const source = electronSource(linux);
    const asked = { env: { electron_config_cache: cache }, platform: 'linux' };
    expect(isArchiveKept(source, asked)).toBe(false);
    // The folder's name as @electron/get 5 makes it for this version.
    const folder = join(cache, '63946acb59adc73ff164033f7dbb473beec0a930781be3b30181d4eb34ef3c3c');
    mkdirSync(folder);
    writeFileSync(join(folder, 'electron-v45.4.1-linux-x64.zip'), '');
    expect(isArchiveKept(source, asked)).toBe(true);
  });
});

describe('the probe', () => {
  test('a server that answers, also after a redirect', async () => {
    const source = await serve((request, response) => response.writeHead(request.url === '/there' ? 200 : 302, { location: '/there' }).end());
    expect(await probe(source)).toBe(true);
  });

  test('a failing server, a closed port and one that never answers do not', async () => {
    expect(await probe(await serve((_request, response) => response.writeHead(503).end()))).toBe(false);
    const closed = await serve(() => undefined);
    servers.pop()?.close();
    expect(await probe(closed)).toBe(false);
    expect(await probe(await serve(() => undefined), 300)).toBe(false);
  });
});

test('an attempt is remembered in a file, and anything else in it is no memory', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'toasoan-electron-')), 'deeper', 'download.json');
  const memory = downloadMemory(file);
  expect(memory.recall()).toBeNull();
  memory.remember({ source: 'https://a.invalid/', outcome: 'failed' });
  expect(memory.recall()).toEqual({ source: 'https://a.invalid/', outcome: 'failed' });
  writeFileSync(file, '{"source":1}');
  expect(memory.recall()).toBeNull();
  writeFileSync(file, '{');
  expect(memory.recall()).toBeNull();
  memory.forget();
  memory.forget();
});
