import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Result } from '#core/base/result.ts';
import { err, ok } from '#core/base/result.ts';
import type { WireError } from '#core/contract/errors.ts';
import { wireError } from '#core/contract/errors.ts';

export interface SamplePortal {
  /** Runs when this returns; asking again gives the same one. Errors: `portal.sample`. */
  start(): Promise<Result<{ readonly url: string; readonly token: string }, WireError>>;
  /** Ends the portal that `start` started, and no other. */
  close(): Promise<void>;
}

export interface SamplePortalPorts {
  /** The portal's own folder, beside the library. */
  readonly dataDir: string;
  /** `portal/main.ts`. */
  readonly entry?: string;
  /** Milliseconds until a portal that says nothing is given up. */
  readonly patience?: number;
}

/** Beside the library and named after it, so that two libraries never share a portal. */
export const samplePortalFolder = (library: string): string => `${library.replace(/[\\/]+$/, '')}-portal`;

/** What a process needs to run at all; secrets of this one's surroundings are not among it. */
const harmless = ['PATH', 'HOME', 'USERPROFILE', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR', 'LANG'];

const fileText = (path: string): Promise<string | null> =>
  readFile(path, 'utf8').then(
    (text) => text.trim(),
    (problem: NodeJS.ErrnoException) => {
      if (problem.code === 'ENOENT') return null;
      throw problem;
    },
  );

/** The address it prints once it listens; null when it ended or said nothing in time. */
const addressOf = (child: ChildProcess, patience: number): Promise<string | null> =>
  new Promise((resolve) => {
    const giveUp = setTimeout(() => resolve(null), patience);
    const settle = (url: string | null): void => {
      clearTimeout(giveUp);
      resolve(url);
    };
    let said = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-4000);
      const url = /http:\/\/127\.0\.0\.1:\d+(?=\s)/.exec(said)?.[0];
      if (url !== undefined) settle(url);
    });
    child.once('error', () => settle(null));
    child.once('exit', () => settle(null));
  });

const ended = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

async function end(child: ChildProcess): Promise<void> {
  if (ended(child)) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const force = setTimeout(() => child.kill('SIGKILL'), 6_000);
  child.kill();
  await gone;
  clearTimeout(force);
}

/**
 * The reference portal as a child process of this one. It keeps its port from one start to the next where it can, so that the
 * addresses of published pages go on working.
 */
export function makeSamplePortal({ dataDir, entry = join(import.meta.dirname, '../../portal/main.ts'), patience = 20_000 }: SamplePortalPorts): SamplePortal {
  let current: { readonly child: ChildProcess | null; readonly url: string } | null = null;
  let starting: ReturnType<SamplePortal['start']> | null = null;
  const portFile = join(dataDir, 'port');

  async function run(port: string | null): Promise<{ child: ChildProcess; url: string | null }> {
    const env = Object.fromEntries(harmless.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));
    const child = spawn(process.execPath, [entry, '--data', dataDir, ...(port === null ? [] : ['--port', port])], { env, stdio: ['ignore', 'pipe', 'ignore'], detached: false });
    const url = await addressOf(child, patience);
    if (url === null) await end(child);
    return { child, url };
  }

  async function start(): ReturnType<SamplePortal['start']> {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    if (current !== null && (current.child === null || ended(current.child))) current = null;
    if (current === null) {
      const remembered = await fileText(portFile);
      let started = await run(remembered !== null && /^\d+$/.test(remembered) ? remembered : null);
      // Its old port is someone else's now.
      if (started.url === null && remembered !== null && (await fileText(join(dataDir, 'address'))) === null) started = await run(null);
      // Already running on the same folder, started by hand or by a program that was killed: that one will do.
      const url = started.url ?? (await fileText(join(dataDir, 'address')));
      if (url === null) return err(wireError('portal.sample', { detail: `code ${String(started.child.exitCode ?? started.child.signalCode ?? '?')}` }));
      current = { child: started.url === null ? null : started.child, url };
      await writeFile(portFile, `${new URL(url).port}\n`, { mode: 0o600 });
    }
    const token = await fileText(join(dataDir, 'token'));
    return token === null ? err(wireError('portal.sample', { detail: 'token' })) : ok({ url: current.url, token });
  }

  return {
    start() {
      starting ??= start().finally(() => {
        starting = null;
      });
      return starting;
    },
    async close() {
      await starting;
      if (current !== null && current.child !== null) await end(current.child);
      current = null;
    },
  };
}
