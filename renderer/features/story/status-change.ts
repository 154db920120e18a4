import type { OpenStory } from '#core/contract/story.ts';
import type { StoryMeta } from '#core/story/meta.ts';
import { isReadOnly } from '#core/story/workflow.ts';

type Access = Pick<OpenStory, 'mode' | 'readReason'>;

/**
 * What a window does when review, publishing, trash or restore moved its open story on. Who may write changed: it is opened anew.
 * Else only what is shown of it changes, and the page stays as it is.
 */
export function statusChange({ mode, readReason }: Access, meta: Pick<StoryMeta, 'status' | 'trashedAt'>): { readonly reopens: boolean; readonly readReason: OpenStory['readReason'] } {
  const fixed = meta.trashedAt !== null ? 'trashed' : isReadOnly(meta.status) ? 'approved' : null;
  if (fixed === null) return { reopens: readReason === 'approved' || readReason === 'trashed', readReason };
  return { reopens: mode === 'write', readReason: mode === 'write' ? readReason : fixed };
}
