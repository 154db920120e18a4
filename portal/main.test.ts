import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parsePortalArguments } from '#portal/arguments.ts';
import { defaultDataFolder } from '#portal/data-folder.ts';
import { DataFolderInUse } from '#portal/data-lock.ts';
import { startPortal } from '#portal/server.ts';
import { idNumber, sampleStory } from '#portal/testing/portal-harness.ts';
import { bearsToken, openToken } from '#portal/token.ts';

let dir = '';
const running: ChildProcess[] = [];
const closers: (() => Promise<void>)[] = [];
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'portal-main-'));
});
afterEach(async () => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
  for (const close of closers.splice(0)) await close();
  await rm(dir, { recursive: true, force: true });
});

interface Run {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly saw: (pattern: RegExp) => Promise<string>;
  readonly ended: Promise<number | string | null>;
}

const run = (...argv: string[]): Run => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), ...argv], { stdio: ['ignore', 'pipe', 'pipe'] });
  running.push(child);
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
  const ended = new Promise<number | string | null>((resolve) => child.on('close', (code, signal) => resolve(code ?? signal)));
  const saw = async (pattern: RegExp): Promise<string> => {
    for (let tries = 0; tries < 400; tries += 1) {
      const match = pattern.exec(output);
      if (match !== null) return match[1] ?? match[0];
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error(`never saw ${pattern} in: ${output}`);
  };
  return { child, output: () => output, saw, ended };
};

const busyPort = async (): Promise<string> => {
  const other = await startPortal({ dataDir: join(dir, 'other'), port: 0 });
  closers.push(other.close);
  return other.url;
};

describe('npm run portal', () => {
  it('shows the token at the first start and when asked, keeps what it answered through kill -9, stops when asked', async () => {
    const first = run('--port', '0', '--data', dir);
    const url = await first.saw(/Cổng mẫu: (http:\S+)/);
    const token = await first.saw(/token: (\S{43})/);
    const path = `/api/v1/stories/${idNumber(1)}/revisions/${idNumber(1)}`;
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    expect((await fetch(url + path, { method: 'PUT', headers, body: JSON.stringify(sampleStory()) })).status).toBe(201);

    const asked = run('--data', dir, '--show-token');
    expect(await asked.ended).toBe(0);
    expect(asked.output()).toContain(url);
    expect(asked.output()).toContain(token);
    const rival = run('--port', '0', '--data', dir);
    expect(await rival.ended).toBe(1);
    expect(rival.output()).toContain('Another portal is running');

    first.child.kill('SIGKILL');
    await first.ended;
    const beaten = run('--port', new URL(await busyPort()).port, '--data', dir);
    expect(await beaten.ended).toBe(1);
    expect(beaten.output()).toContain('EADDRINUSE');
    await expect(stat(join(dir, 'address'))).rejects.toMatchObject({ code: 'ENOENT' });
    const second = run('--port', '0', '--data', dir);
    const again = await second.saw(/Cổng mẫu: (http:\S+)/);
    await second.saw(/--show-token/);
    expect(second.output()).not.toContain(token);
    expect(await (await fetch(again + path, { headers })).json()).toMatchObject({ story: sampleStory() });
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);
    expect(second.output()).not.toContain(token);
    expect(second.output()).not.toContain('Vĩnh');
  });

  it('says what is wrong with its arguments', async () => {
    const wrong = run('--port', 'x');
    expect(await wrong.ended).toBe(2);
    expect(wrong.output()).toMatch(/--port takes a number[^]*--data DIR/);
  });
});

describe('startPortal', () => {
  it('takes another port only when none was asked for', async () => {
    const one = await startPortal({ dataDir: join(dir, 'one') });
    const two = await startPortal({ dataDir: join(dir, 'two') });
    expect(new Set([one.url, two.url]).size).toBe(2);
    const taken = Number(new URL(one.url).port);
    await expect(startPortal({ dataDir: join(dir, 'three'), port: taken })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await expect(startPortal({ dataDir: join(dir, 'one'), port: 0 })).rejects.toBeInstanceOf(DataFolderInUse);
    await Promise.all([one.close(), one.close(), two.close()]);
    const three = await startPortal({ dataDir: join(dir, 'three'), port: 0 });
    await three.close();
  });
});

describe('token', () => {
  it('is made once, in a file of its owner', async () => {
    const made = await openToken(dir);
    expect(made).toMatchObject({ isNew: true, token: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/) as string });
    await chmod(join(dir, 'token'), 0o644);
    expect(await openToken(dir)).toEqual({ token: made.token, isNew: false });
    if (process.platform !== 'win32') expect((await stat(join(dir, 'token'))).mode & 0o777).toBe(0o600);
    await writeFile(join(dir, 'token'), 'short');
    await expect(openToken(dir)).rejects.toThrow('damaged');
  });

  it.each([
    ['Bearer abc', true],
    ['bearer  abc ', true],
    ['Bearer abcd', false],
    ['Bearer', false],
    ['Bearer abc, Bearer abc', false],
    ['abc', false],
    [undefined, false],
  ])('%s', (header, expected) => expect(bearsToken(header, 'abc')).toBe(expected));
});

describe('arguments', () => {
  it.each([
    [[], { port: undefined, data: undefined, showToken: false, help: false }],
    [['--port', '0', '--data', '/x', '--show-token'], { port: 0, data: '/x', showToken: true, help: false }],
    [['--port=9000', '--help'], { port: 9000, data: undefined, showToken: false, help: true }],
  ])('%j', (argv, value) => expect(parsePortalArguments(argv)).toEqual({ ok: true, value }));

  it.each([[['--port', '65536']], [['--port', '-1']], [['--port', '']], [['--data=']], [['--what']], [['extra']]])('refuses %j', (argv) =>
    expect(parsePortalArguments(argv).ok).toBe(false));
});

describe('defaultDataFolder', () => {
  it.each([
    ['linux', {}, '/home/a/.local/share/toasoan/portal'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/toasoan/portal'],
    ['linux', { XDG_DATA_HOME: 'relative' }, '/home/a/.local/share/toasoan/portal'],
    ['darwin', { XDG_DATA_HOME: '/data' }, '/home/a/Library/Application Support/toasoan/portal'],
  ] as const)('%s %j', (platform, env, expected) => expect(defaultDataFolder({ platform, env, home: '/home/a' })).toBe(expected));
});
