import type { StoryRow } from '#core/story/meta.ts';
import type { App } from '#renderer/app/services.ts';
import { createStoryActs } from './story-acts.ts';

export interface RowActions {
  open(row: StoryRow): void;
  duplicate(row: StoryRow): void;
  /** In the trash's own list: back out of it. */
  trash(row: StoryRow): void;
}

/** What can be done with a row. */
export function createRowActions(app: App): RowActions {
  const acts = createStoryActs(app);
  return {
    open: (row) => void app.openStory(row.id),
    duplicate: (row) => void acts.duplicate([row.id]),
    trash: (row) => void (row.trashedAt === null ? acts.trash([row.id]) : acts.restore([row.id])),
  };
}
