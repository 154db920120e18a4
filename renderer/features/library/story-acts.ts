import type { StoryId } from '#core/base/ids.ts';
import type { Result } from '#core/base/result.ts';
import { ok } from '#core/base/result.ts';
import type { WireError } from '#core/contract/errors.ts';
import type { LongWork, LongWorkDone } from '#renderer/app/long-work.ts';
import { workInPieces } from '#renderer/app/long-work.ts';
import type { IconName } from '#renderer/ui/icon-names.ts';
import type { App } from '#renderer/app/services.ts';
import type { TakenBack } from '#renderer/app/undo/undo-stack.ts';

/** What can be done with stories of the library, one or thousands: at once, and taken back as one. Each gives how many it was done to. */
export interface StoryActs {
  /** `reopen`: the one that was open, and is again when this is taken back. */
  trash(ids: readonly StoryId[], reopen?: StoryId): Promise<number>;
  restore(ids: readonly StoryId[]): Promise<number>;
  duplicate(ids: readonly StoryId[]): Promise<number>;
  /** Notes stories that were just made, whatever by: taken back, they go to the trash. */
  made(ids: readonly StoryId[], said: { readonly text: string; readonly icon: IconName }): void;
  /** Out of the trash for good: whoever calls this has asked before. */
  erase(ids: readonly StoryId[]): Promise<number>;
}

/** Stories in one call. */
const piece = 200;

type Work = Pick<LongWork<StoryId, StoryId>, 'text' | 'icon' | 'run'>;

export function createStoryActs(app: App): StoryActs {
  const { client } = app;
  const t: ReturnType<typeof app.words.get>['t'] = (key, values) => app.words.get().t(key, values);

  const trashing = (): Work => ({ text: t('library.trashing'), icon: 'trash-2', run: async (ids) => only(await client.story.trash({ ids: [...ids] }), 'trashed') });
  const restoring = (): Work => ({ text: t('library.restoring'), icon: 'undo-2', run: async (ids) => only(await client.story.restore({ ids: [...ids] }), 'restored') });

  const work = (ids: readonly StoryId[], each: Work, size = piece): Promise<LongWorkDone<StoryId>> => workInPieces(app, { items: ids, piece: size, ...each });
  /** The same, told to the reporter when a piece failed; what was done before it stands. */
  const act = async (ids: readonly StoryId[], each: Work, size?: number): Promise<readonly StoryId[]> => {
    const { done, error } = await work(ids, each, size);
    if (error !== null) app.tell(error);
    return done;
  };
  /** Text that is not stored yet is worth more than tidiness: a story that can't be closed stays where it is. */
  const closed = async (ids: readonly StoryId[]): Promise<readonly StoryId[]> => {
    const open = app.story.get()?.id ?? null;
    if (open === null || !ids.includes(open)) return ids;
    await app.closeStory();
    return app.story.get() === null ? ids : ids.filter((id) => id !== open);
  };

  /** Takes `ids` back by the opposite work; tried again, it goes on with those that are left. */
  const takeBack = (ids: readonly StoryId[], each: () => Work, said: (done: readonly StoryId[]) => Omit<TakenBack, 'kind'>): (() => Promise<TakenBack>) => {
    let left = ids;
    const back: StoryId[] = [];
    return async () => {
      const { done, error } = await work(await closed(left), each());
      const ready = new Set(done);
      left = left.filter((id) => !ready.has(id));
      back.push(...done);
      if (error !== null) return { kind: 'failed', text: app.words.get().error(error) };
      return back.length === 0 ? { kind: 'gone', text: t('library.undo.gone', { count: ids.length }) } : { kind: 'done', ...said(back) };
    };
  };
  const opener = (ids: readonly StoryId[]): Pick<TakenBack, 'acts'> => {
    const [id] = ids;
    return id === undefined || ids.length > 1 ? {} : { acts: [{ label: t('library.open'), run: () => void app.openStory(id) }] };
  };

  const made = (ids: readonly StoryId[], { text, icon }: { readonly text: string; readonly icon: IconName }, back: 'library.trashed' | 'library.copies-trashed' = 'library.trashed'): void => {
    app.undo.did({ text, icon, ...opener(ids), takeBack: takeBack(ids, trashing, (gone) => ({ text: t(back, { count: gone.length }) })) });
  };

  return {
    async trash(ids, reopen) {
      const done = await act(await closed(ids), trashing());
      if (done.length === 0) return 0;
      const said = (back: readonly StoryId[]): Omit<TakenBack, 'kind'> => {
        if (reopen !== undefined && back.includes(reopen)) void app.openStory(reopen);
        return { text: t('library.restored', { count: back.length }), ...(reopen === undefined ? opener(back) : {}) };
      };
      app.undo.did({ text: t('library.trashed', { count: done.length }), icon: 'trash-2', takeBack: takeBack(done, restoring, said) });
      return done.length;
    },
    async restore(ids) {
      const done = await act(ids, restoring());
      if (done.length === 0) return 0;
      const said = (back: readonly StoryId[]): Omit<TakenBack, 'kind'> => ({ text: t('library.trashed', { count: back.length }) });
      app.undo.did({ text: t('library.restored', { count: done.length }), icon: 'undo-2', ...opener(done), takeBack: takeBack(done, trashing, said) });
      return done.length;
    },
    async duplicate(ids) {
      const copying: Work = { text: t('library.duplicating'), icon: 'copy', run: async ([id]) => (id === undefined ? ok([]) : asList(await client.story.duplicate({ id }))) };
      const copies = await act(ids, copying, 1);
      if (copies.length > 0) made(copies, { text: t('library.duplicated', { count: copies.length }), icon: 'copy' }, 'library.copies-trashed');
      return copies.length;
    },
    made: (ids, said) => made(ids, said),
    async erase(ids) {
      const erasing: Work = { text: t('library.erasing'), icon: 'trash-2', run: async (some) => only(await client.story.erase({ ids: [...some] }), 'erased') };
      const erased = await act(await closed(ids), erasing);
      if (erased.length > 0) app.toasts.show({ text: t('library.erased', { count: erased.length }), icon: 'trash-2' });
      return erased.length;
    },
  };
}

const only = <Key extends string>(result: Result<Readonly<Record<Key, readonly StoryId[]>>, WireError>, key: Key): Result<readonly StoryId[], WireError> => (result.ok ? ok(result.value[key]) : result);

const asList = (result: Result<{ readonly id: StoryId }, WireError>): Result<readonly StoryId[], WireError> => (result.ok ? ok([result.value.id]) : result);
