import type { StoryId } from '#core/base/ids.ts';
import type { Result } from '#core/base/result.ts';
import { ok } from '#core/base/result.ts';
import type { WireError } from '#core/contract/errors.ts';
import { hintNames } from '#core/contract/settings.ts';
import type { LibraryStore } from '../storage/library-store.ts';
import type { SettingsStore } from '../storage/settings-store.ts';
import type { SampleNewsroom } from './sample-newsroom.ts';

export interface FirstStartPorts {
  readonly library: Pick<LibraryStore, 'counts'>;
  readonly settings: SettingsStore;
  readonly sample: SampleNewsroom;
  /** The door was told to start without the sample. */
  readonly empty: boolean;
}

/**
 * What a library that nobody has worked in yet opens with: its sample story, and the hints. Null when there are stories (also in the
 * trash), when a session was kept, or when the door is to start empty: the sample never comes by itself to anyone's own work.
 */
export function makeFirstStart({ library, settings, sample, empty }: FirstStartPorts): () => Promise<Result<StoryId | null, WireError>> {
  const begin = async (): Promise<Result<StoryId | null, WireError>> => {
    if (empty || settings.session() !== null) return ok(null);
    const { all, trash } = library.counts('');
    if (all + trash > sample.stories().length) return ok(null);
    // A sample that came half before a kill is left as it is: it opens, and can be taken away.
    if (all + trash === 0) {
      const added = await sample.add();
      if (!added.ok) return added;
    }
    const { help } = settings.get();
    if (help.hints === null) settings.set({ help: { ...help, hints: [...hintNames] } });
    return ok(sample.stories()[0] ?? null);
  };
  let beginning: ReturnType<typeof begin> | null = null;
  // The door asks while its window is still starting; the window asks again and gets the same.
  return () => (beginning ??= begin().finally(() => {
    beginning = null;
  }));
}
