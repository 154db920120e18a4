import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DestinationId, JobId, MediaId, StoryId, VersionId } from '../base/ids.ts';
import { wireError } from '../contract/errors.ts';
import { isTooLateToCancel } from './job.ts';
import type { OutboxJob, Standing } from './job.ts';
import { nextAction } from './next-action.ts';
import { nextState } from './next-state.ts';
import type { Outcome, Trouble } from './outcome.ts';

const uuid = (digit: string): string => `0197c2a4-5d10-7c3e-9b1f-${digit.repeat(12)}`;
const ours = uuid('1');
const older = uuid('2');
const foreign = uuid('f');
const photo = (digit: string): OutboxJob['media'][number] => ({ mediaId: MediaId.parse(digit.repeat(64)), sha256: digit.repeat(64), type: 'image/jpeg', stored: false });

const fresh: OutboxJob = {
  id: JobId.parse(uuid('a')), storyId: StoryId.parse(uuid('b')), destinationId: DestinationId.parse(uuid('c')), revisionId: VersionId.parse(ours),
  contentHash: '0'.repeat(64), step: 'queued', state: 'running', media: [photo('d'), photo('e')], unsure: false, mayBePublic: false, expected: null, found: null,
  accepted: null, attempts: 0, reached: 0, notBefore: null, problem: null, url: null, createdAt: 1, updatedAt: 1,
};
const moment = { now: 1_000_000, jitter: 0.5 };
const after = (job: OutboxJob, ...outcomes: Outcome[]): OutboxJob => outcomes.reduce((state, outcome) => nextState(state, outcome, moment), job);
const trouble = (value: Trouble): Outcome => ({ kind: 'trouble', trouble: value });
const unpublished: Standing = { status: 'draft', lastPublishedRevisionId: null };
const toVerify: Outcome[] = [{ kind: 'started' }, { kind: 'media-stored', sha256: 'd'.repeat(64) }, { kind: 'media-stored', sha256: 'e'.repeat(64) }, { kind: 'media-complete' }, { kind: 'drafted' }];
const verified: Outcome = { kind: 'verified', standing: unpublished, ours: [] };
const readBack: Outcome = { kind: 'read-back', publishedRevisionId: ours, standing: { status: 'published', lastPublishedRevisionId: ours }, url: 'https://bao.example/tin' };

describe('the way without trouble', () => {
  it('takes every step once and in order', () => {
    const steps: string[] = [];
    let job = fresh;
    for (const outcome of [...toVerify, verified, { kind: 'published', revisionId: ours } as const, readBack]) {
      job = after(job, outcome);
      steps.push(`${job.step}/${job.state}`);
    }
    expect(steps).toEqual(['media/running', 'media/running', 'media/running', 'draft/running', 'verify/running', 'publish/running', 'read-back/running', 'done/done']);
    expect(job.url).toBe('https://bao.example/tin');
  });

  it('does not leave the photos before all are stored', () => {
    const job = after(fresh, { kind: 'started' }, { kind: 'media-stored', sha256: 'd'.repeat(64) }, { kind: 'media-complete' });
    expect([job.step, nextAction(job)]).toEqual(['media', { kind: 'put-media', sha256: 'e'.repeat(64) }]);
  });
});

describe('trouble', () => {
  it('looks before it writes again when a write may have arrived', () => {
    const job = after(fresh, ...toVerify, verified, trouble({ kind: 'retry', unsure: true, retryAfter: null }));
    expect(job).toMatchObject({ state: 'waiting-retry', unsure: true, mayBePublic: true, attempts: 1, notBefore: 1_001_000 });
    const again = after(job, { kind: 'go-on' });
    expect(nextAction(again)).toEqual({ kind: 'look' });
    expect(after(again, { kind: 'looked', stored: true, publishedRevisionId: ours }).step).toBe('read-back');
    expect(after(again, { kind: 'looked', stored: true, publishedRevisionId: null }).step).toBe('verify');
  });

  it('waits longer each time two steps undo each other', () => {
    let job = after(fresh, ...toVerify, verified);
    for (let round = 1; round <= 6; round++) {
      job = after(job, trouble({ kind: 'retry', unsure: true, retryAfter: null }));
      expect(job.attempts).toBe(round);
      job = after(job, { kind: 'go-on' }, { kind: 'looked', stored: true, publishedRevisionId: null }, verified);
    }
  });

  it.each<[Trouble, OutboxJob['state'], string]>([
    [{ kind: 'offline' }, 'waiting-offline', 'portal.offline'],
    [{ kind: 'not-portal' }, 'waiting-offline', 'portal.not-portal'],
    [{ kind: 'retry', unsure: false, retryAfter: null }, 'waiting-retry', 'portal.busy'],
    [{ kind: 'certificate' }, 'waiting-retry', 'portal.certificate'],
    [{ kind: 'sign-in' }, 'needs-sign-in', 'portal.sign-in'],
    [{ kind: 'no-secret' }, 'needs-sign-in', 'portal.no-secret'],
    [{ kind: 'conflict' }, 'conflict', 'portal.conflict'],
    [{ kind: 'missing' }, 'waiting-retry', 'portal.busy'],
    [{ kind: 'different' }, 'failed', 'portal.different'],
    [{ kind: 'refused', error: wireError('portal.refused', { detail: 'x' }) }, 'failed', 'portal.refused'],
  ])('%o while drafting', (value, state, code) => {
    const job = after(fresh, ...toVerify.slice(0, 4), trouble(value));
    expect([job.state, job.problem?.code]).toEqual([state, code]);
  });

  it('starts over when the portal lost what it had', () => {
    const job = after(fresh, ...toVerify, trouble({ kind: 'missing' }));
    expect([job.step, job.media.map((each) => each.stored)]).toEqual(['media', [false, false]]);
  });

  it('honours Retry-After, but not for ever', () => {
    expect(after(fresh, trouble({ kind: 'retry', unsure: false, retryAfter: 120_000 })).notBefore).toBe(1_120_000);
    expect(after(fresh, trouble({ kind: 'retry', unsure: false, retryAfter: 10 ** 12 })).notBefore).toBe(1_000_000 + 3_600_000);
  });
});

describe('somebody else at the portal', () => {
  const at = (standing: Standing, mine: readonly string[] = []): OutboxJob => after(fresh, ...toVerify, { kind: 'verified', standing, ours: mine });

  it.each<[string, Standing, readonly string[], string]>([
    ['never published', unpublished, [], 'publish/running'],
    ['our own earlier revision', { status: 'published', lastPublishedRevisionId: older }, [older], 'publish/running'],
    ['this very revision', { status: 'published', lastPublishedRevisionId: ours }, [], 'read-back/running'],
    ['a revision of another machine', { status: 'published', lastPublishedRevisionId: foreign }, [older], 'verify/conflict'],
    ['ours, but withdrawn by someone', { status: 'withdrawn', lastPublishedRevisionId: older }, [older], 'verify/conflict'],
    ['ours, but taken back to draft', { status: 'draft', lastPublishedRevisionId: ours }, [ours], 'verify/conflict'],
  ])('%s', (_name, standing, mine, expected) => {
    const job = at(standing, mine);
    expect(`${job.step}/${job.state}`).toBe(expected);
  });

  it('overwrites only what the reporter has seen', () => {
    const seen: Standing = { status: 'published', lastPublishedRevisionId: foreign };
    const accepted = after(at(seen), { kind: 'retry' });
    expect(after(accepted, { kind: 'verified', standing: seen, ours: [] })).toMatchObject({ step: 'publish', expected: foreign });
    const changedSince: Standing = { status: 'published', lastPublishedRevisionId: older };
    expect(after(accepted, { kind: 'verified', standing: changedSince, ours: [] }).state).toBe('conflict');
  });

  it('reads the standing again when publishing is refused as a conflict', () => {
    expect(after(fresh, ...toVerify, verified, trouble({ kind: 'conflict' }))).toMatchObject({ step: 'verify', state: 'waiting-retry' });
  });
});

describe('cancelling', () => {
  it('is possible until a publish request may be under way', () => {
    expect(after(fresh, ...toVerify, { kind: 'cancel' }).state).toBe('cancelled');
    expect(after(fresh, ...toVerify, verified, { kind: 'cancel' }).state).toBe('running');
    expect(after(fresh, ...toVerify, verified, trouble({ kind: 'offline' }), { kind: 'cancel' }).state).toBe('cancelled');
    const late = after(fresh, ...toVerify, verified, trouble({ kind: 'retry', unsure: true, retryAfter: null }), { kind: 'go-on' }, { kind: 'looked', stored: true, publishedRevisionId: null });
    expect([late.step, after(late, { kind: 'cancel' }).state]).toEqual(['verify', 'running']);
  });

  it('is not undone by a late answer', () => {
    const cancelled = after(fresh, ...toVerify, { kind: 'cancel' });
    expect(after(cancelled, verified, { kind: 'retry' }, { kind: 'resume' }, readBack)).toBe(cancelled);
  });
});

const arbitraryId = fc.constantFrom(ours, older, foreign);
const arbitraryStanding: fc.Arbitrary<Standing> = fc.record({ status: fc.constantFrom('published', 'draft', 'withdrawn'), lastPublishedRevisionId: fc.option(arbitraryId) });
const arbitraryTrouble: fc.Arbitrary<Trouble> = fc.oneof(
  fc.constantFrom<Trouble>(
    { kind: 'offline' }, { kind: 'not-portal' }, { kind: 'certificate' }, { kind: 'sign-in' }, { kind: 'no-secret' }, { kind: 'conflict' }, { kind: 'missing' }, { kind: 'different' },
    { kind: 'refused', error: wireError('portal.refused', { detail: 'x' }) },
  ),
  fc.record({ kind: fc.constant('retry' as const), unsure: fc.boolean(), retryAfter: fc.option(fc.nat(1_000_000)) }),
);
const arbitraryOutcome: fc.Arbitrary<Outcome> = fc.oneof(
  fc.constantFrom<Outcome>({ kind: 'started' }, { kind: 'media-complete' }, { kind: 'drafted' }, { kind: 'resume' }, { kind: 'go-on' }, { kind: 'cancel' }, { kind: 'retry' }),
  fc.record({ kind: fc.constant('media-stored' as const), sha256: fc.constantFrom('d'.repeat(64), 'e'.repeat(64), '9'.repeat(64)) }),
  fc.record({ kind: fc.constant('looked' as const), stored: fc.boolean(), publishedRevisionId: fc.option(arbitraryId) }),
  fc.record({ kind: fc.constant('verified' as const), standing: arbitraryStanding, ours: fc.subarray([ours, older, foreign]) }),
  fc.record({ kind: fc.constant('published' as const), revisionId: arbitraryId }),
  fc.record({ kind: fc.constant('read-back' as const), publishedRevisionId: fc.option(arbitraryId), standing: arbitraryStanding, url: fc.constant(null) }),
  fc.record({ kind: fc.constant('trouble' as const), trouble: arbitraryTrouble }),
);
/** Half the time the answer that belongs to the step, so that the walks get somewhere. */
const fitting = (job: OutboxJob, seed: Outcome): Outcome => {
  switch (nextAction(job)?.kind) {
    case 'start': return { kind: 'started' };
    case 'put-media': return { kind: 'media-stored', sha256: job.media.find((each) => !each.stored)?.sha256 ?? '' };
    case 'leave-media': return { kind: 'media-complete' };
    case 'put-draft': return { kind: 'drafted' };
    case 'verify': return seed.kind === 'verified' ? seed : verified;
    case 'publish': return { kind: 'published', revisionId: ours };
    case 'read-back': return seed.kind === 'read-back' ? seed : readBack;
    default: return seed.kind === 'trouble' ? { kind: 'retry' } : seed;
  }
};
/** Anywhere on the way, by the way that leads there. */
const start = fc.nat(toVerify.length + 2).map((steps) => after(fresh, ...[...toVerify, verified, { kind: 'published', revisionId: ours } as const].slice(0, steps)));
const walk = fc.array(fc.tuple(arbitraryOutcome, fc.boolean(), fc.nat(999)), { maxLength: 60 });

describe('any outcomes in any order', () => {
  it('publishes the frozen revision or none, only after verifying, and never leaves done or cancelled', () => {
    const visited = new Set<string>();
    fc.assert(
      fc.property(start, walk, (first, outcomes) => {
        let job = first;
        let verifiedSinceDraft = ['publish', 'read-back'].includes(first.step);
        for (const [outcome, fits, jitter] of outcomes) {
          const action = nextAction(job);
          if (action?.kind === 'publish') {
            expect(action.revisionId).toBe(ours);
            expect(verifiedSinceDraft).toBe(true);
          }
          const chosen = fits ? fitting(job, outcome) : outcome;
          const next = nextState(job, chosen, { now: 1_000, jitter: jitter / 1000 });
          if (next.step === 'draft' || next.step === 'media') verifiedSinceDraft = false;
          if (chosen.kind === 'verified' && job.step === 'verify') verifiedSinceDraft = true;
          expect([next.revisionId, next.contentHash, next.storyId, next.destinationId]).toEqual([fresh.revisionId, fresh.contentHash, fresh.storyId, fresh.destinationId]);
          if (job.state === 'done' || job.state === 'cancelled') expect(next).toBe(job);
          if (next.state === 'cancelled' && job.state !== 'cancelled') expect(isTooLateToCancel(job)).toBe(false);
          expect((next.step === 'done') === (next.state === 'done')).toBe(true);
          if (job.step === 'publish' && chosen.kind === 'trouble' && chosen.trouble.kind === 'retry' && chosen.trouble.unsure && job.state === 'running') expect(nextAction({ ...next, state: 'running' })).toEqual({ kind: 'look' });
          visited.add(`${next.step}/${next.state}`);
          job = next;
        }
      }),
      { numRuns: 3_000 },
    );
    // Walks that never arrive would prove nothing.
    for (const place of ['done/done', 'publish/waiting-retry', 'verify/conflict', 'read-back/conflict', 'draft/needs-sign-in', 'media/cancelled', 'read-back/failed']) expect(visited).toContain(place);
  });

  it('always has something to do while it runs, and a moment to wait for while it retries', () => {
    fc.assert(
      fc.property(start, walk, (first, outcomes) => {
        const job = outcomes.reduce((state, [outcome, fits]) => nextState(state, fits ? fitting(state, outcome) : outcome, moment), first);
        expect(nextAction(job) !== null).toBe(job.state === 'running');
        expect(job.notBefore !== null).toBe(job.state === 'waiting-retry');
        expect(job.problem !== null || ['running', 'done', 'cancelled'].includes(job.state)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
