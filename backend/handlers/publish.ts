import { JobId } from '#core/base/ids.ts';
import type { Clock, Random } from '#core/base/ports.ts';
import { err, ok } from '#core/base/result.ts';
import { uuidv7 } from '#core/base/uuid.ts';
import type { Emit, Handlers } from '#core/contract/contract.ts';
import { wireError } from '#core/contract/errors.ts';
import { isFinished } from '#core/outbox/job.ts';
import type { FreezePorts } from '../publish/freeze-story.ts';
import { asJob, freezeStory } from '../publish/freeze-story.ts';
import type { OutboxLoop } from '../publish/outbox-loop.ts';
import type { OutboxWorker } from '../publish/outbox-worker.ts';
import type { SecretStore } from '../publish/secret-store.ts';
import { testDestination } from '../publish/test-destination.ts';
import type { DestinationStore } from '../storage/destination-store.ts';
import { wireJob } from '../storage/job-rows.ts';
import type { StoredJob } from '../storage/job-rows.ts';
import type { JobStore } from '../storage/job-store.ts';
import type { StoryStore } from '../storage/story-store.ts';

export interface PublishPorts extends FreezePorts {
  readonly stories: Pick<StoryStore, 'get' | 'meta' | 'keepVersion' | 'keepDocument'>;
  readonly jobs: JobStore;
  readonly destinations: Pick<DestinationStore, 'get'>;
  readonly secrets: Pick<SecretStore, 'read'>;
  readonly worker: Pick<OutboxWorker, 'apply'>;
  readonly loop: Pick<OutboxLoop, 'wake'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly random: Random;
  readonly emit: Emit;
}

export function makePublishHandlers(ports: PublishPorts): Handlers['publish'] {
  const { stories, jobs, destinations, secrets, adapters, worker, loop, clock, random, emit } = ports;
  const tell = (stored: StoredJob): void => emit('publish.changed', wireJob(stored));

  return {
    async request({ id, destinationId, seq }) {
      const destination = destinations.get(destinationId);
      if (destination === null) return err(wireError('destination.missing', { name: destinationId }));
      const frozen = await freezeStory(ports, id, seq, destination);
      if (!frozen.ok) return frozen;
      const text = asJob(frozen.value, JobId.parse(uuidv7(clock, random)));
      const enqueued = jobs.enqueue(text, clock.now(), (taken) => {
        // Photos were read in between, and the story may have moved on: what is kept must be what was rendered.
        const now = stories.get(id);
        if (!now.ok) return now;
        if (now.value.meta.seq !== seq) return err(wireError('publish.stale'));
        const kept = stories.keepVersion(id, 'publish');
        // The same text in another rendering, after an update of the program: a revision never changes at a destination.
        return kept.ok && taken.includes(kept.value) ? stories.keepDocument(id, now.value.document, 'publish') : kept;
      });
      if (!enqueued.ok) return enqueued;
      const { job, isNew, replaced } = enqueued.value;
      replaced.forEach(tell);
      if (isNew) tell(job);
      const answer = job.job.state === 'failed' ? worker.apply(job.job.id, { kind: 'retry' }) : job;
      loop.wake();
      return ok(wireJob(answer));
    },

    async dryRun({ id, destinationId, seq }) {
      const destination = destinations.get(destinationId);
      if (destination === null) return err(wireError('destination.missing', { name: destinationId }));
      const frozen = await freezeStory(ports, id, seq, destination);
      if (!frozen.ok) return frozen;
      const { headline, words, media, bytes, contentHash } = frozen.value;
      const last = jobs.newest(destinationId, id);
      const jobId = last !== null && last.job.contentHash === contentHash ? last.job.id : null;
      return ok({ headline, words, photos: media.length, bytes, contentHash, jobId, destination: await testDestination({ adapters, secrets }, destination) });
    },

    jobs: (filter) => ok({ jobs: jobs.list(filter).map(wireJob) }),

    cancel({ id }) {
      if (jobs.get(id) === null) return err(wireError('job.missing'));
      const after = worker.apply(id, { kind: 'cancel' });
      loop.wake();
      return after.job.state === 'cancelled' ? ok(wireJob(after)) : err(wireError('job.too-late'));
    },

    retry({ id }) {
      const stored = jobs.get(id);
      if (stored === null) return err(wireError('job.missing'));
      // An older text must not come back over a newer one that is sent or on its way.
      const newest = jobs.newest(stored.job.destinationId, stored.job.storyId);
      if (isFinished(stored.job) && newest !== null && newest.job.id !== id && newest.job.state !== 'failed') return err(wireError('job.replaced'));
      const after = worker.apply(id, { kind: 'retry' });
      loop.wake();
      return ok(wireJob(after));
    },
  };
}
