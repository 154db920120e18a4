import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What came of looking at one picture. Sizes in pixels, upright. */
export type Decoded =
  | { readonly kind: 'made'; readonly width: number; readonly height: number; readonly page: Uint8Array; readonly thumb: Uint8Array }
  | { readonly kind: 'broken' }
  | { readonly kind: 'too-large'; readonly limit: string };

export interface Decoder {
  /** Decodes the whole file and makes both renditions. A picture that kills or stalls its decoder is `broken` or `too-large`; never throws because of one. */
  decode(path: string): Promise<Decoded>;
  close(): void;
}

/** What the child says: once that it can decode at all, then one answer a request. */
export type DecoderMessage = { readonly ready: true } | { readonly answer: Decoded };

export interface DecoderOptions {
  /** A picture gets this long; from reference: 20 s. */
  readonly timeoutMs?: number;
  /** The child goes away after this long without work; its libraries hold some 60 MB. */
  readonly idleMs?: number;
  /** The program that decodes; another one only in tests. */
  readonly entry?: URL;
}

/** The child gets none of our environment's secrets: only what a Windows program can't start without. */
const childEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(['PATH', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR'].flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));

/**
 * Decoders run in a process of their own, one picture at a time: a crash in their C code, a hang or a memory bomb ends
 * that process and nothing else. It starts with the first picture.
 */
export function makeDecoder({ timeoutMs = 20_000, idleMs = 30_000, entry = new URL('./decode-child.ts', import.meta.url) }: DecoderOptions = {}): Decoder {
  let child: ChildProcess | null = null;
  let isReady = false;
  let idle: NodeJS.Timeout | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  const stop = (): void => {
    if (idle !== null) clearTimeout(idle);
    idle = null;
    child?.removeAllListeners();
    // Killed, not asked: it may be stuck in C code. An error event without a listener would end us, hence the last one.
    child?.on('error', () => undefined).kill('SIGKILL');
    child = null;
    isReady = false;
  };

  const start = (): ChildProcess =>
    fork(fileURLToPath(entry), [], { execArgv: [], serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'], env: childEnvironment() });

  const run = (path: string): Promise<Decoded> => {
    if (idle !== null) clearTimeout(idle);
    child ??= start();
    const worker = child;
    worker.ref();
    worker.channel?.ref();
    return new Promise<Decoded>((resolve, reject) => {
      let timer: NodeJS.Timeout | null = null;
      const settle = (decoded: Decoded, isHealthy: boolean): void => {
        if (timer !== null) clearTimeout(timer);
        if (isHealthy) {
          worker.removeAllListeners();
          worker.once('exit', stop);
          // An idle decoder must not keep a command line from ending.
          worker.unref();
          worker.channel?.unref();
          idle = setTimeout(stop, idleMs).unref();
        } else stop();
        resolve(decoded);
      };
      const send = (): void => {
        timer = setTimeout(() => settle({ kind: 'too-large', limit: `${Math.round(timeoutMs / 1000)} s` }, false), timeoutMs);
        worker.send({ path });
      };
      worker.removeAllListeners();
      worker.on('message', (message: DecoderMessage) => {
        if ('answer' in message) return settle(message.answer, true);
        isReady = true;
        send();
      });
      worker.on('error', (problem) => {
        stop();
        reject(problem);
      });
      worker.on('exit', (code, signal) => {
        // Before it was ready no picture is to blame: then the installation is.
        if (isReady) return settle({ kind: 'broken' }, false);
        stop();
        reject(new Error(`the picture decoder did not start (exit ${code ?? signal ?? 'unknown'})`));
      });
      if (isReady) send();
    });
  };

  return {
    decode(path) {
      const next = queue.then(() => run(path));
      queue = next.catch(() => undefined);
      return next;
    },
    close: stop,
  };
}
