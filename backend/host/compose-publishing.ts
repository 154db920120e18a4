import type { Clock, Random } from '#core/base/ports.ts';
import type { Emit, Handlers } from '#core/contract/contract.ts';
import type { Settings } from '#core/contract/settings.ts';
import { makeDestinationHandlers } from '../handlers/destination.ts';
import { makePublishHandlers } from '../handlers/publish.ts';
import type { MediaStore } from '../media/media-store.ts';
import type { Network } from '../publish/network.ts';
import { makeOutboxLoop } from '../publish/outbox-loop.ts';
import { makeOutboxWorker } from '../publish/outbox-worker.ts';
import { makePortalAdapter } from '../publish/portal/portal-adapter.ts';
import { recordPublication } from '../publish/record-publication.ts';
import type { Keychain } from '../publish/secret-store.ts';
import { makeSecretStore } from '../publish/secret-store.ts';
import { makeSamplePortal, samplePortalFolder } from '../publish/start-sample-portal.ts';
import type { Db } from '../storage/db.ts';
import { makeDestinationStore } from '../storage/destination-store.ts';
import { makeJobStore } from '../storage/job-store.ts';
import type { StoryStore } from '../storage/story-store.ts';
import type { Log } from './log.ts';
import type { Timers } from './timers.ts';

export interface PublishingPorts {
  readonly db: Db;
  readonly dir: string;
  readonly stories: StoryStore;
  readonly media: MediaStore;
  readonly settings: () => Settings;
  readonly clock: Clock;
  readonly random: Random;
  readonly timers: Timers;
  readonly network: Network;
  readonly keychain: Keychain | null;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: Log;
  readonly emit: Emit;
}

export interface Publishing {
  readonly destination: Handlers['destination'];
  readonly publish: Handlers['publish'];
  /** Jobs that are neither done nor given up. */
  waitingJobs(): number;
  /** Sends what an earlier run left in the outbox. */
  start(): void;
  /** Ends what is on the wire; jobs stay and go on at the next start. */
  close(): Promise<void>;
}

export function composePublishing(ports: PublishingPorts): Publishing {
  const { db, dir, stories, media, settings, clock, random, timers, network, keychain, env, log, emit } = ports;
  const jobs = makeJobStore(db);
  const destinations = makeDestinationStore(db);
  const secrets = makeSecretStore({ library: dir, env, platform: process.platform, keychain, clock, random });
  const adapters = { portal: makePortalAdapter(network, clock) };
  const worker = makeOutboxWorker({ jobs, destinations, adapters, media, secrets, clock, random, emit, onPublished: recordPublication(stories, clock) });
  const loop = makeOutboxLoop({ worker, timers, clock, onProblem: (problem) => log.problem('outbox', problem) });
  const samplePortal = makeSamplePortal({ dataDir: samplePortalFolder(dir) });
  return {
    destination: makeDestinationHandlers({ destinations, jobs, secrets, adapters, worker, loop, samplePortal, clock, random, emit }),
    publish: makePublishHandlers({ stories, media, settings, adapters, jobs, destinations, secrets, worker, loop, clock, random, emit }),
    waitingJobs: () => jobs.waiting(),
    start: () => loop.wake(),
    async close() {
      await loop.stop();
      await samplePortal.close();
    },
  };
}
