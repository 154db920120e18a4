import type { MediaId, StoryId } from '#core/base/ids.ts';
import type { Clock } from '#core/base/ports.ts';
import type { Emit } from '#core/contract/contract.ts';
import { trashedFor } from '#core/story/trash.ts';
import type { MediaStore } from '../media/media-store.ts';
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
  /** Deletes stories for good; their photos follow when nothing else names them. Gives those that were there. */
  erase(ids: readonly StoryId[]): readonly StoryId[];
  close(): void;
}

export interface HousekeepingPorts {
  readonly stories: StoryStore;
  readonly projections: Projections;
  readonly media: Pick<MediaStore, 'removeUnused'>;
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
/** Looking for other uses of a photo reads the whole library, so there is a rest between two. */
const rest = 2_000;

/** What the library does by itself: projections when typing pauses, versions of what changes, an end to what has been in the trash for long. It never changes a story. */
export function makeHousekeeping({ stories, projections, media, timers, clock, log, emit, library }: HousekeepingPorts): Housekeeping {
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
  /** Photos that may have lost their last story. A program that ends first leaves them: they are found again when the same picture comes. */
  const orphans = new Set<MediaId>();
  let stopSweeping: (() => void) | null = null;
  const sweep = (): void => {
    stopSweeping = null;
    const [photo] = orphans;
    if (photo === undefined) return;
    orphans.delete(photo);
    void media.removeUnused(photo).catch((problem: unknown) => log.problem('sweep', problem)).finally(sweepLater);
  };
  function sweepLater(): void {
    if (orphans.size > 0) stopSweeping ??= timers.after(rest, sweep);
  }
  const erase = (ids: readonly StoryId[]): readonly StoryId[] => {
    const photos = stories.photosOf(ids);
    const erased = stories.erase(ids);
    for (const photo of photos) orphans.add(photo);
    sweepLater();
    return erased;
  };
  const emptyTrash = (): void =>
    guarded('trash', () => {
      const erased = erase(stories.trashedBefore(clock.now() - trashedFor));
      if (erased.length === 0) return;
      log.info('trash.emptied', { stories: erased.length });
      emit('library.changed', {});
    });

  const lookAround = (): void => {
    emptyTrash();
    keepVersions();
    stopLooking = timers.after(look, lookAround);
  };
  const keepVersions = (): void => {
    guarded('versions', () => {
      for (const id of stories.dueForVersion(clock.now() - versionEvery)) {
        const kept = stories.keepIfChanged(id, 'interval');
        if (!kept.ok) log.info('version.skipped', { story: id, code: kept.error.code });
      }
    });
  };
  let stopLooking = timers.after(look, lookAround);

  return {
    touched() {
      callOff?.();
      callOff = timers.after(pause, () => guarded('projections', refresh));
    },
    // On a full disk the list is read as it was last: better than no list.
    refresh: () => guarded('projections', refresh),
    erase,
    close() {
      callOff?.();
      stopLooking();
      stopSweeping?.();
      guarded('projections', () => void projections.refresh());
    },
  };
}
