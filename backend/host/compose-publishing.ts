import type { StoryId } from '#core/base/ids.ts';
import type { Clock, Random } from '#core/base/ports.ts';
import type { Emit, Handlers } from '#core/contract/contract.ts';
import type { Settings } from '#core/contract/settings.ts';
import type { MediaStore } from '../media/media-store.ts';
import { makeOutbox } from '../publish/make-outbox.ts';
import type { StartProgram } from '../processes/start-program.ts';
import type { Network } from '../publish/network.ts';
import type { Keychain } from '../publish/secret-store.ts';
import { makeSecretStore } from '../publish/secret-store.ts';
import { makeSamplePortal, samplePortalFolder } from '../publish/start-sample-portal.ts';
import type { Db } from '../storage/db.ts';
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
  readonly startPortal: StartProgram | undefined;
}

export interface Publishing {
  readonly destination: Handlers['destination'];
  readonly publish: Handlers['publish'];
  /** Jobs that are neither done nor given up. */
  waitingJobs(): number;
  /** Stories were sent back or trashed: cancels at once what of them waits. */
  recall(ids: readonly StoryId[]): void;
  /** Sends what an earlier run left in the outbox. */
  start(): void;
  /** Ends what is on the wire; jobs stay and go on at the next start. */
  close(): Promise<void>;
}

export function composePublishing(ports: PublishingPorts): Publishing {
  const { db, dir, stories, media, settings, clock, random, timers, network, keychain, env, log, emit, startPortal } = ports;
  const secrets = makeSecretStore({ library: dir, env, platform: process.platform, keychain, clock, random });
  const samplePortal = makeSamplePortal({ dataDir: samplePortalFolder(dir), ...(startPortal === undefined ? {} : { startProgram: startPortal }) });
  const outbox = makeOutbox({ db, stories, media, settings, secrets, samplePortal, network, clock, random, timers, emit, onProblem: (problem) => log.problem('outbox', problem) });
  return {
    destination: outbox.handlers.destination,
    publish: outbox.handlers.publish,
    waitingJobs: () => outbox.jobs.waiting(),
    recall: (ids) => outbox.recall(ids),
    start: () => outbox.wake(),
    close: () => outbox.close(),
  };
}
