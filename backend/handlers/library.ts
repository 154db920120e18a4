import type { StoryId } from '#core/base/ids.ts';
import type { Result } from '#core/base/result.ts';
import { ok } from '#core/base/result.ts';
import type { Emit, Handlers } from '#core/contract/contract.ts';
import type { WireError } from '#core/contract/errors.ts';
import type { Settings } from '#core/contract/settings.ts';
import type { StoryMeta } from '#core/story/meta.ts';
import type { SampleNewsroom } from '../host/sample-newsroom.ts';
import type { LibraryStore } from '../storage/library-store.ts';

export interface LibraryPorts {
  readonly library: LibraryStore;
  /** Brings list and search up to date; does nothing in a library that is only read. */
  readonly refresh: () => void;
  readonly who: () => string;
  /** Jobs of the outbox that are neither done nor given up. */
  readonly waitingJobs: () => number;
  readonly sample: SampleNewsroom;
  /** What the very first start opens; null at any other. */
  readonly begin: () => Promise<Result<StoryId | null, WireError>>;
  readonly meta: (id: StoryId) => Result<StoryMeta, WireError>;
  /** Cancels at once what of these stories waits in the outbox and may no longer go. */
  readonly recall: (ids: readonly StoryId[]) => void;
  readonly settings: () => Settings;
  readonly emit: Emit;
}

export function makeLibraryHandlers({ library, refresh, who, waitingJobs, sample, begin, meta, recall, settings, emit }: LibraryPorts): Handlers['library'] {
  const sampleChanged = (ids: readonly StoryId[]): void => {
    for (const id of ids) {
      const known = meta(id);
      if (known.ok) emit('story.status', known.value);
    }
    emit('library.changed', {});
    emit('people.changed', {});
    emit('settings.changed', settings());
  };

  return {
    list(input) {
      refresh();
      return ok(library.list(input));
    },
    ids(question) {
      refresh();
      return ok({ ids: library.ids(question) });
    },
    facets() {
      refresh();
      return ok(library.facets());
    },
    counts: () => ok({ ...library.counts(who()), outbox: waitingJobs() }),
    async begin() {
      const story = await begin();
      if (!story.ok) return story;
      if (story.value !== null) {
        refresh();
        sampleChanged([]);
      }
      return ok({ story: story.value });
    },
    sample: () => ok({ stories: sample.stories() }),
    async addSample() {
      const added = await sample.add();
      if (!added.ok) return added;
      refresh();
      sampleChanged([]);
      return ok({ added: added.value });
    },
    removeSample() {
      const removed = sample.remove();
      recall(removed);
      sampleChanged(removed);
      return ok({ removed: removed.length });
    },
    restoreSample() {
      const restored = sample.restore();
      sampleChanged(restored);
      return ok({ restored: restored.length });
    },
  };
}
