import type { Result } from '#core/base/result.ts';
import { err, ok } from '#core/base/result.ts';
import { wireError } from '#core/contract/errors.ts';
import type { OutboxJob } from '#core/outbox/job.ts';
import type { Action } from '#core/outbox/next-action.ts';
import type { Outcome, Trouble } from '#core/outbox/outcome.ts';
import type { MediaStore } from '../media/media-store.ts';
import type { JobStore } from '../storage/job-store.ts';
import type { Connection, PublishAdapter } from './adapter.ts';
import { sha256 } from './content-hash.ts';

export interface ActionPorts {
  readonly jobs: Pick<JobStore, 'payload' | 'published'>;
  readonly media: Pick<MediaStore, 'read'>;
}

export interface Errand {
  readonly job: OutboxJob;
  readonly adapter: PublishAdapter;
  readonly connection: Connection;
  readonly signal: AbortSignal;
}

const trouble = (problem: Trouble): Outcome => ({ kind: 'trouble', trouble: problem });

/** The frozen bytes, or a failure that another try won't mend. */
async function photoBytes(media: Pick<MediaStore, 'read'>, job: OutboxJob, hash: string): Promise<Result<Uint8Array, Trouble>> {
  const photo = job.media.find((candidate) => candidate.sha256 === hash);
  const found = photo === undefined ? null : await media.read(photo.mediaId, 'page');
  if (found === null || sha256(found.bytes) !== hash) return err({ kind: 'refused', error: wireError('media.missing') });
  return ok(found.bytes);
}

/** Does the one thing that is due for a job and tells what came of it. Repeating it is harmless: adapters write under our ids. */
export async function performAction({ jobs, media }: ActionPorts, action: Action, { job, adapter, connection, signal }: Errand): Promise<Outcome> {
  const revision = { storyId: job.storyId, revisionId: job.revisionId, contentHash: job.contentHash, payload: jobs.payload(job.id) };
  switch (action.kind) {
    case 'start':
      return { kind: 'started' };
    case 'leave-media':
      return { kind: 'media-complete' };
    case 'put-media': {
      const type = job.media.find((photo) => photo.sha256 === action.sha256)?.type ?? '';
      const put = await adapter.putMedia(connection, { sha256: action.sha256, type, bytes: () => photoBytes(media, job, action.sha256) }, signal);
      return put.ok ? { kind: 'media-stored', sha256: action.sha256 } : trouble(put.error);
    }
    case 'put-draft': {
      const put = await adapter.putDraft(connection, revision, signal);
      return put.ok ? { kind: 'drafted' } : trouble(put.error);
    }
    case 'look': {
      const look = await adapter.look(connection, revision, signal);
      return look.ok ? { kind: 'looked', stored: look.value.stored, publishedRevisionId: look.value.publishedRevisionId } : trouble(look.error);
    }
    case 'verify': {
      const read = await adapter.verify(connection, revision, signal);
      return read.ok ? { kind: 'verified', standing: read.value.standing, ours: jobs.published(job.destinationId, job.storyId) } : trouble(read.error);
    }
    case 'publish': {
      const { revisionId, expectedRevisionId } = action;
      const put = await adapter.publish(connection, { storyId: job.storyId, revisionId, expectedRevisionId }, signal);
      return put.ok ? { kind: 'published', revisionId: put.value.revisionId } : trouble(put.error);
    }
    case 'read-back': {
      const read = await adapter.verify(connection, revision, signal);
      return read.ok ? { kind: 'read-back', publishedRevisionId: read.value.publishedRevisionId, standing: read.value.standing, url: read.value.url } : trouble(read.error);
    }
  }
}
