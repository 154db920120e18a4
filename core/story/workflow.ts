import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import type { WireError } from '../contract/errors.ts';
import { wireError } from '../contract/errors.ts';
import type { ReviewEvent, StoryStatus } from './meta.ts';

/** A step of a story's way through review. */
export type ReviewStep = ReviewEvent['action'];

/**
 * Where each step may start, and where it leads. A submitted story can still be corrected by its editor; an approved or published
 * one is read-only until it is sent back. Publishing again after a correction starts from approved once more.
 */
const steps: Readonly<Record<ReviewStep, { readonly from: readonly StoryStatus[]; readonly to: StoryStatus }>> = {
  submitted: { from: ['draft', 'sent_back'], to: 'submitted' },
  sent_back: { from: ['submitted', 'approved', 'published'], to: 'sent_back' },
  approved: { from: ['submitted'], to: 'approved' },
  published: { from: ['approved', 'published'], to: 'published' },
};

/** The status after the step. Errors: `review.not-allowed` when the story is not where the step starts. */
export function nextStatus(status: StoryStatus, step: ReviewStep): Result<StoryStatus, WireError> {
  const { from, to } = steps[step];
  return from.includes(status) ? ok(to) : err(wireError('review.not-allowed', { status }));
}

/** The steps a reporter or editor may take now; publishing is the outbox's. */
export const possibleSteps = (status: StoryStatus): readonly ReviewStep[] =>
  (['submitted', 'sent_back', 'approved'] as const).filter((step) => steps[step].from.includes(status));

export const isReadOnly = (status: StoryStatus): boolean => status === 'approved' || status === 'published';
