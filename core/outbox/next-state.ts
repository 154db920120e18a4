import { wireError } from '../contract/errors.ts';
import type { ErrorCode } from '../contract/errors.ts';
import { backoff } from './backoff.ts';
import { isTooLateToCancel, progress } from './job.ts';
import type { OutboxJob, Standing } from './job.ts';
import type { Moment, Outcome, Trouble } from './outcome.ts';

/** Something succeeded. Earlier failures are forgotten only when the job gets further than ever, else two steps that undo each other would spin without a pause. */
function advance(job: OutboxJob, step: OutboxJob['step'], media = job.media): OutboxJob {
  const reached = Math.max(job.reached, progress({ step, media }));
  return { ...job, step, media, state: 'running', unsure: false, attempts: reached > job.reached ? 0 : job.attempts, reached, notBefore: null, problem: null };
}

const stop = (job: OutboxJob, state: OutboxJob['state'], code: ErrorCode): OutboxJob => ({ ...job, state, notBefore: null, problem: wireError(code) });

const wait = (job: OutboxJob, moment: Moment, code: ErrorCode, retryAfter: number | null): OutboxJob => ({
  ...job, state: 'waiting-retry', attempts: job.attempts + 1, notBefore: moment.now + backoff(job.attempts, moment.jitter, retryAfter), problem: wireError(code),
});

const sameStanding = (left: Standing, right: Standing | null): boolean =>
  right !== null && left.status === right.status && left.lastPublishedRevisionId === right.lastPublishedRevisionId;

const conflict = (job: OutboxJob, found: Standing | null): OutboxJob => ({ ...stop(job, 'conflict', 'portal.conflict'), found });

/** The draft is right; may it take the place of what readers see? */
function verified(job: OutboxJob, standing: Standing, ours: readonly string[]): OutboxJob {
  const last = standing.lastPublishedRevisionId;
  if (last === job.revisionId && standing.status === 'published') return { ...advance(job, 'read-back'), mayBePublic: true };
  // Never published, or showing what this library put there: nobody's work is overwritten. A story that someone took
  // offline is not put back on by itself.
  const free = last === null || (standing.status === 'published' && ours.includes(last));
  if (!free && !sameStanding(standing, job.accepted)) return conflict(job, standing);
  return { ...advance(job, 'publish'), expected: last };
}

function troubled(before: OutboxJob, trouble: Trouble, moment: Moment): OutboxJob {
  const sent = (trouble.kind === 'retry' && trouble.unsure) || trouble.kind === 'not-portal';
  const job: OutboxJob = sent ? { ...before, unsure: true, mayBePublic: before.mayBePublic || before.step === 'publish' } : before;
  switch (trouble.kind) {
    case 'offline':
      return stop(job, 'waiting-offline', 'portal.offline');
    case 'not-portal':
      return stop(job, 'waiting-offline', 'portal.not-portal');
    case 'retry':
      return wait(job, moment, 'portal.busy', trouble.retryAfter);
    case 'certificate':
      return wait(job, moment, 'portal.certificate', null);
    case 'sign-in':
      return stop(job, 'needs-sign-in', 'portal.sign-in');
    case 'no-secret':
      return stop(job, 'needs-sign-in', 'portal.no-secret');
    case 'conflict':
      // While publishing this may be our own earlier request that arrived after all: reading the standing again decides.
      return job.step === 'publish' ? wait({ ...job, step: 'verify', unsure: false }, moment, 'portal.busy', null) : conflict(job, null);
    case 'missing':
      // Every write is repeatable under our ids, so what the destination lost is given again from the start.
      return wait({ ...job, step: 'media', unsure: false, media: job.media.map((photo) => ({ ...photo, stored: false })) }, moment, 'portal.busy', null);
    case 'different':
      return stop(job, 'failed', 'portal.different');
    case 'refused':
      return { ...job, state: 'failed', notBefore: null, problem: trouble.error };
  }
}

function answered(job: OutboxJob, outcome: Outcome): OutboxJob {
  switch (outcome.kind) {
    case 'started':
      return job.step === 'queued' ? advance(job, 'media') : job;
    case 'media-stored': {
      if (job.step !== 'media') return job;
      const media = job.media.map((photo) => (photo.sha256 === outcome.sha256 ? { ...photo, stored: true } : photo));
      return advance(job, 'media', media);
    }
    case 'media-complete':
      return job.step === 'media' && job.media.every((photo) => photo.stored) ? advance(job, 'draft') : job;
    case 'drafted':
      return job.step === 'draft' ? advance(job, 'verify') : job;
    case 'looked':
      if (job.step === 'draft') return advance(job, outcome.stored ? 'verify' : 'draft');
      if (job.step === 'publish') return advance(job, outcome.publishedRevisionId === job.revisionId ? 'read-back' : 'verify');
      return job;
    case 'verified':
      return job.step === 'verify' ? verified(job, outcome.standing, outcome.ours) : job;
    case 'published':
      if (job.step !== 'publish') return job;
      return outcome.revisionId === job.revisionId ? { ...advance(job, 'read-back'), mayBePublic: true } : { ...stop(job, 'failed', 'portal.different'), mayBePublic: true };
    case 'read-back':
      if (job.step !== 'read-back') return job;
      if (outcome.publishedRevisionId !== job.revisionId) return conflict(job, outcome.standing);
      return { ...advance(job, 'done'), state: 'done', mayBePublic: true, url: outcome.url };
    default:
      return job;
  }
}

/** The reporter sends again: at once, from where it stood; a conflict is now seen and accepted. */
function retried(job: OutboxJob): OutboxJob {
  const again: OutboxJob = { ...job, state: 'running', attempts: 0, notBefore: null, problem: null };
  if (job.state !== 'conflict') return again;
  return { ...again, step: job.step === 'draft' ? 'draft' : 'verify', unsure: false, accepted: job.found, found: null };
}

/**
 * The outbox's rules as one pure function: a job, what happened to it, the moment → the job. What does not belong to the job's
 * step or state changes nothing, so a late answer can't disturb a cancelled or finished job.
 */
export function nextState(job: OutboxJob, outcome: Outcome, moment: Moment): OutboxJob {
  if (job.state === 'done' || job.state === 'cancelled') return job;
  const next = change(job, outcome, moment);
  return next === job ? job : { ...next, updatedAt: moment.now };
}

function change(job: OutboxJob, outcome: Outcome, moment: Moment): OutboxJob {
  switch (outcome.kind) {
    case 'cancel':
      return isTooLateToCancel(job) ? job : { ...job, state: 'cancelled', notBefore: null, problem: null };
    case 'retry':
      return job.state === 'running' ? job : retried(job);
    case 'go-on':
      return job.state.startsWith('waiting') || job.state === 'needs-sign-in' ? { ...job, state: 'running', notBefore: null } : job;
    case 'resume':
      // Killed while running: whatever was being written may have arrived.
      return job.state === 'running' && job.step !== 'queued' ? { ...job, unsure: true, mayBePublic: job.mayBePublic || job.step === 'publish' } : job;
    case 'give-up':
      return job.state === 'failed' ? job : { ...job, state: 'failed', notBefore: null, problem: outcome.error };
    case 'trouble':
      return job.state === 'running' ? troubled(job, outcome.trouble, moment) : job;
    default:
      return job.state === 'running' ? answered(job, outcome) : job;
  }
}
