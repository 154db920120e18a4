import { describe, expect, it } from 'vitest';
import { StoryStatus } from './meta.ts';
import type { ReviewStep } from './workflow.ts';
import { isReadOnly, nextStatus, possibleSteps } from './workflow.ts';

describe('the way through review', () => {
  const allowed: Readonly<Record<string, string>> = {
    'draft submitted': 'submitted',
    'sent_back submitted': 'submitted',
    'submitted sent_back': 'sent_back',
    'submitted approved': 'approved',
    'approved sent_back': 'sent_back',
    'approved published': 'published',
    'published sent_back': 'sent_back',
    'published published': 'published',
  };
  const steps: ReviewStep[] = ['submitted', 'sent_back', 'approved', 'published'];
  it.each(StoryStatus.options.flatMap((status) => steps.map((step) => [status, step] as const)))('from %s by %s', (status, step) => {
    const wanted = allowed[`${status} ${step}`];
    expect(nextStatus(status, step)).toEqual(wanted === undefined ? { ok: false, error: { code: 'review.not-allowed', params: { status } } } : { ok: true, value: wanted });
  });

  it('offers only what is possible, and only approved and published are read-only', () => {
    expect(possibleSteps('draft')).toEqual(['submitted']);
    expect(possibleSteps('submitted')).toEqual(['sent_back', 'approved']);
    expect(StoryStatus.options.filter(isReadOnly)).toEqual(['approved', 'published']);
  });
});
