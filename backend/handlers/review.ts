import type { StoryId } from '#core/base/ids.ts';
import type { Clock } from '#core/base/ports.ts';
import type { Result } from '#core/base/result.ts';
import type { Emit, Handlers } from '#core/contract/contract.ts';
import type { WireError } from '#core/contract/errors.ts';
import type { StoryMeta } from '#core/story/meta.ts';
import type { ReviewStep } from '#core/story/workflow.ts';
import { nextStatus } from '#core/story/workflow.ts';
import type { Windows } from '../host/windows.ts';
import type { StoryStore } from '../storage/story-store.ts';

export interface ReviewPorts {
  readonly stories: StoryStore;
  readonly windows: Pick<Windows, 'holderOf'>;
  readonly clock: Clock;
  readonly who: () => string;
  readonly emit: Emit;
  /** Cancels at once what of this story waits in the outbox and may no longer go. */
  readonly recall: (ids: readonly StoryId[]) => void;
}

export function makeReviewHandlers({ stories, windows, clock, who, emit, recall }: ReviewPorts): Handlers['review'] {
  const take = (id: StoryId, step: ReviewStep, note = ''): Result<StoryMeta, WireError> => {
    const meta = stories.meta(id);
    if (!meta.ok) return meta;
    const status = nextStatus(meta.value.status, step);
    if (!status.ok) return status;
    if (step === 'submitted') {
      const kept = stories.keepVersion(id, 'submit');
      if (!kept.ok) return kept;
    }
    const changed = stories.setStatus(id, status.value, { at: clock.now(), who: who(), action: step, note });
    if (changed.ok) {
      recall([id]);
      emit('story.status', changed.value);
      emit('story.writer', { id, windowId: windows.holderOf(id), reason: 'review' });
      emit('library.changed', {});
    }
    return changed;
  };
  return {
    submit: ({ id }) => take(id, 'submitted'),
    sendBack: ({ id, note }) => take(id, 'sent_back', note),
    approve: ({ id }) => take(id, 'approved'),
  };
}
