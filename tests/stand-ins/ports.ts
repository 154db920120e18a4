import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock, Random } from '#core/base/ports.ts';
import type { Timers } from '#backend/host/timers.ts';
import { onTestFinished } from 'vitest';

export interface TestClock extends Clock {
  advance(ms: number): void;
}

/** Starts on 19 November 2026, 09:00 in Vietnam; moves when told to. */
export function testClock(): TestClock {
  let now = Date.UTC(2026, 10, 19, 2);
  return {
    now: () => now,
    today: () => new Date(now + 7 * 3_600_000).toISOString().slice(0, 10),
    advance: (ms) => {
      now += ms;
    },
  };
}

/** Repeats itself from test to test (a linear congruence is enough for ids). */
export function testRandom(seed = 1): Random {
  let state = seed;
  return {
    bytes(length) {
      return Uint8Array.from({ length }, () => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        return state >>> 24;
      });
    },
  };
}

/** Timers that run when the test says so. */
export interface TestTimers extends Timers {
  /** Lets `ms` pass: everything due by then runs, in order. */
  pass(ms: number): void;
  pending(): number;
}

export function testTimers(clock?: TestClock): TestTimers {
  let now = 0;
  let count = 0;
  const waiting = new Map<number, { readonly at: number; readonly run: () => void }>();
  return {
    after(ms, run) {
      const key = count++;
      waiting.set(key, { at: now + ms, run });
      return () => waiting.delete(key);
    },
    pass(ms) {
      const end = now + ms;
      for (;;) {
        const next = [...waiting].filter(([, timer]) => timer.at <= end).toSorted(([, left], [, right]) => left.at - right.at)[0];
        if (next === undefined) break;
        const [key, timer] = next;
        waiting.delete(key);
        clock?.advance(timer.at - now);
        now = timer.at;
        timer.run();
      }
      clock?.advance(end - now);
      now = end;
    },
    pending: () => waiting.size,
  };
}

/** A folder of its own for one test, gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'toasoan-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
