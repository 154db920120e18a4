import { useMemo, useState } from 'react';
import type { StoryId } from '#core/base/ids.ts';
import { useApp } from '#renderer/app/services.ts';
import { fileUnder } from './file-under.ts';
import type { RowAct } from './row-acts.ts';
import { createStoryActs } from './story-acts.ts';
import { submitStories } from './submit-stories.ts';

export interface RowActs {
  readonly run: (act: RowAct) => void;
  readonly emptyTrash: () => void;
  /** Stories that wait for a yes before they are deleted for good; null: none do. */
  readonly erasing: readonly StoryId[] | null;
  readonly erase: () => void;
  readonly dontErase: () => void;
  /** Waits until the reporter has a name; null: nothing does. */
  readonly unnamed: (() => void) | null;
  readonly forgetUnnamed: () => void;
}

export interface RowActsOptions {
  /** Whom an act is for: read when it is asked for. */
  readonly targets: readonly StoryId[];
  /** They left the list. */
  readonly onGone: () => void;
}

/** Runs what is asked for with the stories at hand. Asks only where there is no way back. */
export function useRowActs({ targets, onGone }: RowActsOptions): RowActs {
  const app = useApp();
  const acts = useMemo(() => createStoryActs(app), [app]);
  const [erasing, setErasing] = useState<readonly StoryId[] | null>(null);
  const [unnamed, setUnnamed] = useState<(() => void) | null>(null);

  const gone = async (done: Promise<number>): Promise<void> => {
    if ((await done) > 0) onGone();
  };
  const submit = (ids: readonly StoryId[]): void => {
    const { name, penName } = app.settings.get().profile;
    if (name === '' && penName === '') setUnnamed(() => () => submit(ids));
    else void submitStories(app, ids);
  };
  const run = (act: RowAct): void => {
    const [first] = targets;
    if (first === undefined) return;
    if (typeof act === 'object') void fileUnder(app, targets, act.section);
    else if (act === 'open') void app.openStory(first);
    else if (act === 'submit') submit(targets);
    else if (act === 'duplicate') void acts.duplicate(targets);
    else if (act === 'erase') setErasing(targets);
    else void gone(acts[act](targets));
  };
  return {
    run,
    emptyTrash: () =>
      void app.client.library.ids({ trashed: true }).then((all) => {
        if (!all.ok) app.tell(all.error);
        else if (all.value.ids.length > 0) setErasing(all.value.ids);
      }),
    erasing,
    erase: () => {
      if (erasing !== null) void gone(acts.erase(erasing));
      setErasing(null);
    },
    dontErase: () => setErasing(null),
    unnamed,
    forgetUnnamed: () => setUnnamed(null),
  };
}
