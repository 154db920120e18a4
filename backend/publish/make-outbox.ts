import type { StoryId } from '#core/base/ids.ts';
import type { Clock, Random } from '#core/base/ports.ts';
import type { Emit, Handlers } from '#core/contract/contract.ts';
import type { Settings } from '#core/contract/settings.ts';
import { isFinished } from '#core/outbox/job.ts';
import { makeDestinationHandlers } from '../handlers/destination.ts';
import { makePublishHandlers } from '../handlers/publish.ts';
import type { Timers } from '../host/timers.ts';
import type { MediaStore } from '../media/media-store.ts';
import type { Db } from '../storage/db.ts';
import { makeDestinationStore } from '../storage/destination-store.ts';
import { makeJobStore } from '../storage/job-store.ts';
import type { JobStore } from '../storage/job-store.ts';
import type { StoryStore } from '../storage/story-store.ts';
import type { Network, NetworkLimits } from './network.ts';
import { makeOutboxLoop } from './outbox-loop.ts';
import { makeOutboxWorker } from './outbox-worker.ts';
import { makePortalAdapter } from './portal/portal-adapter.ts';
import { mayStillGo, recordPublication } from './record-publication.ts';
import type { SecretStore } from './secret-store.ts';
import type { SamplePortal } from './start-sample-portal.ts';

export interface OutboxParts {
  readonly db: Db;
  readonly stories: StoryStore;
  readonly media: Pick<MediaStore, 'info' | 'read'>;
  readonly settings: () => Settings;
  readonly secrets: SecretStore;
  readonly samplePortal: SamplePortal;
  readonly network: Network;
  readonly limits?: NetworkLimits;
  readonly clock: Pick<Clock, 'now'>;
  readonly random: Random;
  readonly timers: Timers;
  readonly emit: Emit;
  /** Codes and ids only: what went wrong while sending and is no answer of the portal. */
  readonly onProblem: (problem: unknown) => void;
}

export interface Outbox {
  readonly handlers: Pick<Handlers, 'destination' | 'publish'>;
  readonly jobs: Pick<JobStore, 'waiting' | 'list'>;
  /** Goes on with what was left by the last run, and looks again when a story was sent back or trashed. For the library's owner only. */
  wake(): void;
  /** Stories were sent back or trashed: what of them waits is cancelled now, not at the next look. What may be public already goes on. */
  recall(ids: readonly StoryId[]): void;
  /** When all that is due now has been tried. */
  whenIdle(): Promise<void>;
  /** Ends what is on the wire (it goes on at the next start) and the sample portal that was started here. */
  close(): Promise<void>;
}

/** Destinations and outbox of one library, from its stores to its handlers. */
export function makeOutbox(parts: OutboxParts): Outbox {
  const { db, stories, media, settings, secrets, samplePortal, network, limits, clock, random, timers, emit, onProblem } = parts;
  const destinations = makeDestinationStore(db);
  const jobs = makeJobStore(db);
  const adapters = { portal: makePortalAdapter(network, clock, limits) };
  const worker = makeOutboxWorker({
    jobs, destinations, adapters, media, secrets, clock, random, emit, mayGo: (storyId) => mayStillGo(stories, storyId), onPublished: recordPublication(stories, clock),
    afterPublished: (storyId) => {
      const meta = stories.meta(storyId);
      if (meta.ok) emit('story.status', meta.value);
    },
  });
  const loop = makeOutboxLoop({ worker, timers, clock, onProblem });
  const recall = (id: StoryId): boolean => {
    if (mayStillGo(stories, id)) return false;
    const waiting = jobs.list({ storyId: id, limit: 100 }).filter(({ job }) => !isFinished(job));
    return waiting.map(({ job }) => worker.apply(job.id, { kind: 'cancel' })).some(({ job }) => job.state === 'cancelled');
  };
  return {
    handlers: {
      destination: makeDestinationHandlers({ destinations, jobs, secrets, adapters, worker, loop, samplePortal, clock, random, emit }),
      publish: makePublishHandlers({ stories, media, settings, adapters, jobs, destinations, secrets, worker, loop, clock, random, emit }),
    },
    jobs,
    wake: () => loop.wake(),
    recall(ids) {
      // The line behind a cancelled job may move up.
      if (ids.map(recall).includes(true)) loop.wake();
    },
    whenIdle: () => loop.whenIdle(),
    async close() {
      await loop.stop();
      await samplePortal.close();
    },
  };
}
