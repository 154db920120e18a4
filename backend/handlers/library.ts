import { ok } from '#core/base/result.ts';
import type { Emit, Handlers } from '#core/contract/contract.ts';
import type { Settings } from '#core/contract/settings.ts';
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
  readonly settings: () => Settings;
  readonly emit: Emit;
}

export function makeLibraryHandlers({ library, refresh, who, waitingJobs, sample, settings, emit }: LibraryPorts): Handlers['library'] {
  return {
    list(input) {
      refresh();
      return ok(library.list(input));
    },
    counts: () => ok({ ...library.counts(who()), outbox: waitingJobs() }),
    async addSample() {
      const added = await sample.add();
      if (!added.ok) return added;
      refresh();
      emit('library.changed', {});
      emit('people.changed', {});
      emit('settings.changed', settings());
      return ok({ added: added.value });
    },
    async removeSample() {
      const removed = await sample.remove();
      emit('library.changed', {});
      emit('people.changed', {});
      emit('settings.changed', settings());
      return ok({ removed });
    },
  };
}
