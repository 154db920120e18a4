import type { Clock } from '#core/base/ports.ts';
import type { Emit } from '#core/contract/contract.ts';
import type { Projections } from '../storage/projections.ts';
import { storageError } from '../storage/storage-error.ts';
import type { StoryStore } from '../storage/story-store.ts';
import type { Log } from './log.ts';
import type { Timers } from './timers.ts';

export interface Housekeeping {
  /** A story's text changed: list and search follow after a pause in typing. */
  touched(): void;
  /** Does now what would wait for the pause. */
  refresh(): void;
  close(): void;
}

export interface HousekeepingPorts {
  readonly stories: StoryStore;
  readonly projections: Projections;
  readonly timers: Timers;
  readonly clock: Clock;
  readonly log: Log;
  readonly emit: Emit;
  readonly library: string;
}

/** Milliseconds. */
const pause = 1_500;
/** How often it is looked whether a story is due for a version, and how old its last one may be. */
const look = 60_000;
const versionEvery = 5 * 60_000;

/** What the library does by itself: projections when typing pauses, versions of what changes. It never changes a story. */
export function makeHousekeeping({ stories, projections, timers, clock, log, emit, library }: HousekeepingPorts): Housekeeping {
  let callOff: (() => void) | null = null;

  /** None of this is what a call was made for: a full disk is told by the next save, not by these. */
  const guarded = (event: string, run: () => void): void => {
    try {
      run();
    } catch (problem) {
      if (storageError(problem, library) === null) throw problem;
      log.problem(event, problem);
    }
  };

  const refresh = (): void => {
    callOff?.();
    callOff = null;
    if (projections.refresh() > 0) emit('library.changed', {});
  };
  const keepVersions = (): void => {
    guarded('versions', () => {
      for (const id of stories.dueForVersion(clock.now() - versionEvery)) {
        const kept = stories.keepIfChanged(id, 'interval');
        if (!kept.ok) log.info('version.skipped', { story: id, code: kept.error.code });
      }
    });
    stopLooking = timers.after(look, keepVersions);
  };
  let stopLooking = timers.after(look, keepVersions);

  return {
    touched() {
      callOff?.();
      callOff = timers.after(pause, () => guarded('projections', refresh));
    },
    // On a full disk the list is read as it was last: better than no list.
    refresh: () => guarded('projections', refresh),
    close() {
      callOff?.();
      stopLooking();
      guarded('projections', () => void projections.refresh());
    },
  };
}
