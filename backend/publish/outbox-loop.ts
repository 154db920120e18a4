import type { Clock } from '#core/base/ports.ts';
import { offlinePoll } from '#core/outbox/backoff.ts';
import type { Timers } from '../host/timers.ts';
import type { OutboxWorker } from './outbox-worker.ts';

export interface OutboxLoop {
  /** Something is new in the outbox: look now. */
  wake(): void;
  /** When all that is due now has been tried; jobs that wait for a time, the network or somebody still wait. */
  whenIdle(): Promise<void>;
  /** Ends what is on the wire and resolves when nothing runs any more. */
  stop(): Promise<void>;
}

export interface LoopPorts {
  readonly worker: OutboxWorker;
  readonly timers: Timers;
  readonly clock: Pick<Clock, 'now'>;
  /** A tick failed (a full disk, a bug); it is tried again. */
  readonly onProblem: (problem: unknown) => void;
}

/** Ticks the worker when something is due, one tick at a time. */
export function makeOutboxLoop({ worker, timers, clock, onProblem }: LoopPorts): OutboxLoop {
  let stopped = false;
  let again = false;
  let ticking: Promise<void> | null = null;
  let callOff: (() => void) | null = null;

  const schedule = (at: number | null): void => {
    callOff?.();
    callOff = at === null || stopped ? null : timers.after(Math.max(0, at - clock.now()), wake);
  };

  async function run(): Promise<void> {
    do {
      again = false;
      try {
        schedule(await worker.tick());
      } catch (problem) {
        onProblem(problem);
        schedule(clock.now() + offlinePoll);
      }
    } while (again && !stopped);
    // Here and not in a callback: a wake between the last look at `again` and now can't happen, so none is lost.
    ticking = null;
  }

  function wake(): void {
    if (stopped) return;
    again = true;
    ticking ??= run();
  }

  return {
    wake,
    async whenIdle() {
      while (ticking !== null) await ticking;
    },
    async stop() {
      stopped = true;
      callOff?.();
      worker.stop();
      while (ticking !== null) await ticking;
    },
  };
}
