import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { OwnerFile } from '#core/contract/loopback.ts';

const entry = fileURLToPath(new URL('./main.ts', import.meta.url));

/** A real start in a process of its own. */
class Run {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  out = '';
  complaints = '';
  constructor(library: string, ...args: string[]) {
    this.child = spawn(process.execPath, [entry, '--library', library, '--no-open', ...args], { stdio: 'pipe' });
    this.child.stdout?.on('data', (chunk) => (this.out += String(chunk)));
    this.child.stderr?.on('data', (chunk) => (this.complaints += String(chunk)));
    this.ended = new Promise((resolve) => this.child.on('close', resolve));
  }
  addresses(): string[] {
    return Array.from(this.out.matchAll(/http:\/\/127\.0\.0\.1:\d+\/#k=[\w-]+/g), ([address]) => address);
  }
  async address(count = 1): Promise<URL> {
    const before = this.child;
    while (this.addresses().length < count) {
      if (before.exitCode !== null) throw new Error(`it ended: ${this.out}${this.complaints}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return new URL(this.addresses()[count - 1] ?? '');
  }
}

let library: string;
let runs: Run[];
const start = (...args: string[]): Run => {
  const run = new Run(library, ...args);
  runs.push(run);
  return run;
};

beforeEach(() => {
  library = mkdtempSync(join(tmpdir(), 'toasoan-start-'));
  runs = [];
});
afterEach(async () => {
  for (const run of runs) run.child.kill('SIGKILL');
  await Promise.all(runs.map((run) => run.ended));
  rmSync(library, { recursive: true, force: true });
});

const session = async (address: URL): Promise<{ cookie: string; token: string }> => {
  const answer = await fetch(`${address.origin}/session`, { method: 'POST', headers: { origin: address.origin, 'content-type': 'application/json' }, body: JSON.stringify({ key: address.hash.slice(3) }) });
  return { cookie: answer.headers.get('set-cookie')?.split(';', 1)[0] ?? '', token: ((await answer.json()) as { token: string }).token };
};

describe('npm start', () => {
  test('prints the address, again on Enter, and ends well on SIGTERM', async () => {
    const run = start('--port', '0');
    const address = await run.address();
    const owner = OwnerFile.parse(JSON.parse(readFileSync(join(library, 'owner.json'), 'utf8')));
    expect(owner).toMatchObject({ url: address.href, pid: run.child.pid });
    if (process.platform !== 'win32') for (const name of ['owner.json', 'door.json']) expect(statSync(join(library, name)).mode & 0o777).toBe(0o600);
    run.child.stdin?.write('\n');
    expect((await run.address(2)).href).toBe(address.href);
    run.child.kill('SIGTERM');
    expect(await run.ended).toBe(0);
    expect(['owner.json', 'door.json'].map((name) => existsSync(join(library, name)))).toEqual([false, false]);
    expect(run.complaints).toBe('');
  });

  test('a second start shows the running one and ends', async () => {
    const first = start('--port', '0');
    const address = await first.address();
    const second = start();
    expect(await second.ended).toBe(0);
    expect(second.addresses()).toEqual([address.href]);
    expect((await fetch(address.origin)).status).toBe(200);
  });

  test('after kill -9 the next one takes over: same port, windows still signed in, nothing acknowledged lost', async () => {
    const first = start('--port', '0');
    const address = await first.address();
    const signed = await session(address);
    const call = async (name: string, input: unknown): Promise<{ ok: boolean; value: { id: string; total: number } }> =>
      (await (await fetch(`${address.origin}/call/${name}`, { method: 'POST', headers: { origin: address.origin, cookie: signed.cookie, 'x-toasoan-token': signed.token, 'content-type': 'application/json' }, body: JSON.stringify(input) })).json()) as never;
    const { value } = await call('story.create', {});
    first.child.kill('SIGKILL');
    await first.ended;
    const second = start();
    expect((await second.address()).origin).toBe(address.origin);
    expect((await call('story.get', { id: value.id })).ok).toBe(true);
    expect((await fetch(`${address.origin}/session`, { method: 'POST', headers: { origin: address.origin, 'content-type': 'application/json' }, body: JSON.stringify({ key: address.hash.slice(3) }) })).status).toBe(401);
  });

  test('a port that was asked for and is taken is said, and frees the library', async () => {
    const blocker = createServer();
    await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve));
    const { port } = blocker.address() as AddressInfo;
    const run = start('--port', String(port));
    expect(await run.ended).toBe(1);
    expect(run.complaints).toContain(String(port));
    await new Promise((resolve) => blocker.close(resolve));
    await start('--port', String(port)).address();
  });

  test('wrong options are a matter of usage', async () => {
    const run = start('--prot', '1');
    expect(await run.ended).toBe(2);
    expect(run.complaints).toContain('--allow-host');
    expect(run.complaints).not.toMatch(/\.ts:\d+/);
  });
});
