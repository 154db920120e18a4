import type { StoryId } from '#core/base/ids.ts';
import { ok } from '#core/base/result.ts';
import { workInPieces } from '#renderer/app/long-work.ts';
import type { App } from '#renderer/app/services.ts';

/** Hands in every story that may be handed in; the others stay where they are, and are counted. No way back: editors have seen them. */
export async function submitStories(app: App, ids: readonly StoryId[]): Promise<void> {
  const open = app.story.get();
  // Review judges what is stored: nothing may still be on its way.
  if (open !== null && ids.includes(open.id) && !(await open.flush())) return;
  let refused = 0;
  const { done, error } = await workInPieces<StoryId, StoryId>(app, {
    items: ids,
    piece: 1,
    text: app.words.get().t('review.submitting'),
    icon: 'send',
    run: async ([id]) => {
      if (id === undefined) return ok([]);
      const taken = await app.client.review.submit({ id });
      if (taken.ok) return ok([id]);
      if (taken.error.code !== 'review.not-allowed' && taken.error.code !== 'story.missing') return taken;
      refused += 1;
      return ok([]);
    },
  });
  if (error !== null) app.tell(error);
  const { t } = app.words.get();
  const left = refused === 0 ? '' : ` ${t('library.submitted.refused', { count: refused })}`;
  if (done.length > 0 || error === null) app.toasts.show({ text: `${t('library.submitted', { count: done.length })}${left}`, icon: 'send', ...(done.length > 0 ? { tone: 'success' as const } : {}) });
}
