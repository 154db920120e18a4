import type { StoryRow } from '#core/story/meta.ts';
import type { App } from '#renderer/app/services.ts';

export interface RowActions {
  open(row: StoryRow): void;
  duplicate(row: StoryRow): void;
  /** In the trash's own list: back out of it. */
  trash(row: StoryRow): void;
  /** Takes back the last trashing. */
  undo(): void;
}

/** What can be done with a row. Trashing happens at once and can be taken back: no question asked. */
export function createRowActions(app: App): RowActions {
  let last: StoryRow | null = null;

  const restore = async (row: StoryRow): Promise<void> => {
    const done = await app.client.story.restore({ ids: [row.id] });
    if (!done.ok) app.tell(done.error);
    else app.toasts.show({ text: app.words.get().t('library.restored'), icon: 'undo-2', acts: [{ label: app.words.get().t('library.open'), run: () => void app.openStory(row.id) }] });
  };
  const undo = (): void => {
    const row = last;
    last = null;
    if (row !== null) void restore(row);
  };
  const trash = async (row: StoryRow): Promise<void> => {
    if (app.story.get()?.id === row.id) await app.closeStory();
    const done = await app.client.story.trash({ ids: [row.id] });
    if (!done.ok) {
      app.tell(done.error);
      return;
    }
    last = row;
    const { t } = app.words.get();
    app.toasts.show({ text: t('library.trashed'), icon: 'trash-2', acts: [{ label: t('library.take-back'), shortcut: 'Mod+Z', run: undo }] });
  };
  const duplicate = async (row: StoryRow): Promise<void> => {
    const made = await app.client.story.duplicate({ id: row.id });
    if (!made.ok) {
      app.tell(made.error);
      return;
    }
    const { t } = app.words.get();
    app.toasts.show({ text: t('library.duplicated'), icon: 'copy', acts: [{ label: t('library.open'), run: () => void app.openStory(made.value.id) }] });
  };
  return {
    open: (row) => void app.openStory(row.id),
    duplicate: (row) => void duplicate(row),
    trash: (row) => void (row.trashedAt === null ? trash(row) : restore(row)),
    undo,
  };
}
