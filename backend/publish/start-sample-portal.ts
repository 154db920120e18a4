import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Result } from '#core/base/result.ts';
import { err, ok } from '#core/base/result.ts';
import type { WireError } from '#core/contract/errors.ts';
import { wireError } from '#core/contract/errors.ts';
import { nodeProgram } from '../processes/node-program.ts';
import type { RunningProgram, StartProgram } from '../processes/start-program.ts';

export interface SamplePortal {
  /** Runs when this returns; asking again gives the same one. Errors: `portal.sample`. */
  start(): Promise<Result<{ readonly url: string; readonly token: string }, WireError>>;
  /** Ends the portal that `start` started, and no other. */
  close(): Promise<void>;
}

export interface SamplePortalPorts {
  /** The portal's own folder, beside the library. */
  readonly dataDir: string;
  /** Starts `portal/main.ts`. */
  readonly startProgram?: StartProgram;
  /** Milliseconds until a portal that says nothing is given up. */
  readonly patience?: number;
}

/** Beside the library and named after it, so that two libraries never share a portal. */
export const samplePortalFolder = (library: string): string => `${library.replace(/[\\/]+$/, '')}-portal`;

const fileText = (path: string): Promise<string | null> =>
  readFile(path, 'utf8').then(
    (text) => text.trim(),
    (problem: NodeJS.ErrnoException) => {
      if (problem.code === 'ENOENT') return null;
      throw problem;
    },
  );

interface PortalProcess {
  readonly program: RunningProgram;
  /** Exit code, signal or why it did not start; null: it runs. */
  over(): string | null;
  readonly gone: Promise<void>;
}

const portalProgram = nodeProgram(join(import.meta.dirname, '..', '..', 'portal', 'main.ts'), { prints: true });

async function end({ program, over, gone }: PortalProcess): Promise<void> {
  if (over() === null) program.end('in-peace');
  await gone;
}

/**
 * The reference portal as a child process of this one. It keeps its port from one start to the next where it can, so that the
 * addresses of published pages go on working.
 */
export function makeSamplePortal({ dataDir, startProgram = portalProgram, patience = 20_000 }: SamplePortalPorts): SamplePortal {
  let current: { readonly child: PortalProcess | null; readonly url: string } | null = null;
  let starting: ReturnType<SamplePortal['start']> | null = null;
  const portFile = join(dataDir, 'port');

  /** Started, and the address it prints once it listens; null when it ended or said nothing in time. */
  async function run(port: string | null): Promise<{ child: PortalProcess; url: string | null }> {
    const listening = Promise.withResolvers<string | null>();
    const gone = Promise.withResolvers<void>();
    let over: string | null = null;
    let said = '';
    const program = startProgram(['--data', dataDir, ...(port === null ? [] : ['--port', port])], {
      onText: (text) => {
        said = (said + text).slice(-4000);
        const url = /http:\/\/127\.0\.0\.1:\d+(?=\s)/.exec(said)?.[0];
        if (url !== undefined) listening.resolve(url);
      },
      onExit: (reason) => {
        over = reason;
        listening.resolve(null);
        gone.resolve();
      },
    });
    const child: PortalProcess = { program, over: () => over, gone: gone.promise };
    const giveUp = setTimeout(() => listening.resolve(null), patience);
    const url = await listening.promise;
    clearTimeout(giveUp);
    if (url === null) await end(child);
    return { child, url };
  }

  async function start(): ReturnType<SamplePortal['start']> {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    if (current !== null && (current.child === null || current.child.over() !== null)) current = null;
    if (current === null) {
      const remembered = await fileText(portFile);
      let started = await run(remembered !== null && /^\d+$/.test(remembered) ? remembered : null);
      // Its old port is someone else's now.
      if (started.url === null && remembered !== null && (await fileText(join(dataDir, 'address'))) === null) started = await run(null);
      // Already running on the same folder, started by hand or by a program that was killed: that one will do.
      const url = started.url ?? (await fileText(join(dataDir, 'address')));
      if (url === null) return err(wireError('portal.sample', { detail: `code ${started.child.over() ?? '?'}` }));
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
