import type { StoryId } from '#core/base/ids.ts';
import type { Clock } from '#core/base/ports.ts';
import { nextStatus } from '#core/story/workflow.ts';
import type { StoredJob } from '../storage/job-rows.ts';
import type { StoryStore } from '../storage/story-store.ts';

/**
 * Writes into the story's history that readers have it. Meant for the transaction that makes the job done. A story that was sent
 * back or erased while its frozen revision travelled keeps its status; the history says what went out all the same.
 */
export function recordPublication(stories: Pick<StoryStore, 'meta' | 'setStatus'>, clock: Pick<Clock, 'now'>): (stored: StoredJob) => void {
  return ({ job, requestedBy, destinationName }) => {
    const meta = stories.meta(job.storyId);
    if (!meta.ok) return;
    const status = nextStatus(meta.value.status, 'published');
    stories.setStatus(job.storyId, status.ok ? status.value : meta.value.status, { at: clock.now(), who: requestedBy, action: 'published', note: destinationName });
  };
}

/** May a story that was approved when it was asked for still go out? Not once it was sent back or trashed. */
export function mayStillGo(stories: Pick<StoryStore, 'meta'>, storyId: StoryId): boolean {
  const meta = stories.meta(storyId);
  return meta.ok && meta.value.trashedAt === null && (meta.value.status === 'approved' || meta.value.status === 'published');
}
