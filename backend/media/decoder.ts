import { fileURLToPath } from 'node:url';
import { nodeProgram } from '../processes/node-program.ts';
import type { RunningProgram, StartProgram } from '../processes/start-program.ts';

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
  /** Starts the program that decodes. */
  readonly start?: StartProgram;
}

const decodeChild = nodeProgram(fileURLToPath(new URL('./decode-child.ts', import.meta.url)));

/**
 * Decoders run in a process of their own, one picture at a time: a crash in their C code, a hang or a memory bomb ends
 * that process and nothing else. It starts with the first picture.
 */
export function makeDecoder({ timeoutMs = 20_000, idleMs = 30_000, start = decodeChild }: DecoderOptions = {}): Decoder {
  let child: RunningProgram | null = null;
  let isReady = false;
  let idle: NodeJS.Timeout | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  /** Who waits for the child's next word. */
  let waiting: { readonly said: (message: DecoderMessage) => void; readonly ended: (reason: string) => void } | null = null;

  const stop = (): void => {
    if (idle !== null) clearTimeout(idle);
    idle = null;
    waiting = null;
    // Killed, not asked: it may be stuck in C code.
    child?.end('now');
    child = null;
    isReady = false;
  };

  const begin = (): RunningProgram => {
    const begun = start([], {
      onMessage: (data) => {
        if (child === begun) waiting?.said(data as DecoderMessage);
      },
      onExit: (reason) => {
        if (child !== begun) return;
        const waiter = waiting;
        if (waiter === null) stop();
        else waiter.ended(reason);
      },
    });
    return begun;
  };

  const run = (path: string): Promise<Decoded> => {
    if (idle !== null) clearTimeout(idle);
    child ??= begin();
    const worker = child;
    worker.hold(true);
    return new Promise<Decoded>((resolve, reject) => {
      let timer: NodeJS.Timeout | null = null;
      const settle = (decoded: Decoded, isHealthy: boolean): void => {
        if (timer !== null) clearTimeout(timer);
        waiting = null;
        if (isHealthy) {
          // An idle decoder must not keep a command line from ending.
          worker.hold(false);
          idle = setTimeout(stop, idleMs).unref();
        } else stop();
        resolve(decoded);
      };
      const send = (): void => {
        timer = setTimeout(() => settle({ kind: 'too-large', limit: `${Math.round(timeoutMs / 1000)} s` }, false), timeoutMs);
        worker.tell({ path });
      };
      waiting = {
        said: (message) => {
          if ('answer' in message) return settle(message.answer, true);
          isReady = true;
          send();
        },
        ended: (reason) => {
          // Before it was ready no picture is to blame: then the installation is.
          if (isReady) return settle({ kind: 'broken' }, false);
          stop();
          reject(new Error(`the picture decoder did not start (exit ${reason})`));
        },
      };
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
