import type { OutboxJob } from './job.ts';

/** The one side effect that is due for a job. */
export type Action =
  | { readonly kind: 'start' }
  | { readonly kind: 'put-media'; readonly sha256: string }
  | { readonly kind: 'leave-media' }
  | { readonly kind: 'look' }
  | { readonly kind: 'put-draft' }
  | { readonly kind: 'verify' }
  | { readonly kind: 'publish'; readonly revisionId: string; readonly expectedRevisionId: string | null }
  | { readonly kind: 'read-back' };

/** What to do next for a job that is running; null when it waits, is finished, or is somebody's to decide. */
export function nextAction(job: OutboxJob): Action | null {
  if (job.state !== 'running') return null;
  switch (job.step) {
    case 'queued':
      return { kind: 'start' };
    case 'media': {
      const photo = job.media.find((candidate) => !candidate.stored);
      return photo === undefined ? { kind: 'leave-media' } : { kind: 'put-media', sha256: photo.sha256 };
    }
    case 'draft':
      return job.unsure ? { kind: 'look' } : { kind: 'put-draft' };
    case 'verify':
      return { kind: 'verify' };
    case 'publish':
      return job.unsure ? { kind: 'look' } : { kind: 'publish', revisionId: job.revisionId, expectedRevisionId: job.expected };
    case 'read-back':
      return { kind: 'read-back' };
    case 'done':
      return null;
  }
}
