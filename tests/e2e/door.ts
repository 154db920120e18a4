import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';

const root = resolve(import.meta.dirname, '..', '..');

/** The browser door as its users start it: a process of its own, on a free port, over a library of its own. */
export interface Door {
  /** With the token in the fragment. */
  readonly url: string;
  readonly library: string;
  readonly process: ChildProcess;
  /** Ctrl+C, and waits for the end. */
  stop(): Promise<number | null>;
  /** kill -9, and waits for the end. */
  kill(): Promise<void>;
}

export const newLibrary = (): string => join(mkdtempSync(join(tmpdir(), 'toasoan-e2e-')), 'library');

const ended = (child: ChildProcess): Promise<number | null> =>
  child.exitCode !== null || child.signalCode !== null ? Promise.resolve(child.exitCode) : new Promise((done) => child.once('exit', (code) => done(code)));

export interface DoorOptions {
  readonly library?: string;
  readonly port?: number;
  readonly env?: NodeJS.ProcessEnv;
  /** A new library begins with the sample newsroom, as at a reporter's first start; most tests begin with nothing. */
  readonly sample?: boolean;
}

/** Rejects with what the process said when it ends before it shows its address. */
export async function startDoor({ library = newLibrary(), port = 0, env = {}, sample = false }: DoorOptions = {}): Promise<Door> {
  const child = spawn(process.execPath, [join(root, 'backend/web/main.ts'), '--library', library, '--port', String(port), '--no-open', ...(sample ? [] : ['--empty'])], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  let said = '';
  const url = await new Promise<string>((found, lost) => {
    const read = (chunk: Buffer): void => {
      said += chunk.toString('utf8');
      const match = /http:\/\/127\.0\.0\.1:\d+\/#\S+/.exec(said);
      if (match !== null) found(match[0]);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => lost(new Error(`the browser door ended (${code}) before it showed its address:\n${said}`)));
  });
  return {
    url,
    library,
    process: child,
    async stop() {
      child.kill('SIGINT');
      return ended(child);
    },
    async kill() {
      child.kill('SIGKILL');
      await ended(child);
    },
  };
}

/** Waits for the application itself: the page at the door, which changes the key for a session and is gone at once, has a `main` as well. */
export const appeared = (page: Page): Promise<void> => page.locator('[data-region="page"]').waitFor();
