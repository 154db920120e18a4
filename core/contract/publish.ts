import { z } from 'zod';
import { DestinationId, JobId, StoryId, VersionId } from '../base/ids.ts';
import { push, read, write } from './define.ts';

export const Destination = z.object({
  id: DestinationId,
  name: z.string().min(1).max(100),
  kind: z.enum(['portal']),
  url: z.url().max(500),
  /** A reference, never the secret itself: `keychain:NAME`, `env:NAME` or `file:PATH`. */
  secret: z.string().max(1000),
});
export type Destination = z.infer<typeof Destination>;

export const TestedDestination = z.object({
  ok: z.boolean(),
  portal: z.string().nullable(),
  user: z.string().nullable(),
  /** Our clock minus theirs, in milliseconds. */
  clockSkew: z.number().nullable(),
  /** An error code of the catalogue when not ok. */
  problem: z.string().nullable(),
});

export type TestedDestination = z.infer<typeof TestedDestination>;

/** Steps in the order they are taken; each is committed before the next one acts. */
export const JobStep = z.enum(['queued', 'media', 'draft', 'verify', 'publish', 'read-back', 'done']);
export type JobStep = z.infer<typeof JobStep>;

export const JobState = z.enum(['running', 'waiting-offline', 'waiting-retry', 'needs-sign-in', 'conflict', 'failed', 'cancelled', 'done']);
export type JobState = z.infer<typeof JobState>;

export const Job = z.object({
  id: JobId,
  storyId: StoryId,
  revisionId: VersionId,
  destinationId: DestinationId,
  destinationName: z.string(),
  headline: z.string(),
  step: JobStep,
  state: JobState,
  mediaDone: z.number().int(),
  mediaTotal: z.number().int(),
  attempts: z.number().int(),
  /** When it is tried again; null: not waiting for a time. */
  notBefore: z.number().int().nullable(),
  /** An error code of the catalogue. */
  problem: z.string().nullable(),
  /** What its sentence names, such as the portal's own words. */
  problemParams: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  url: z.string().nullable(),
  createdAt: z.number().int(),
  updatedAt: z.number().int(),
});
export type Job = z.infer<typeof Job>;

export const destinationContract = {
  list: read(z.object({}), z.object({ destinations: z.array(Destination) })),
  /** With `token`, the backend keeps it in its secret store and writes the reference; else `secret` must be a reference. */
  add: write(
    z.object({ name: z.string().min(1).max(100), kind: z.enum(['portal']), url: z.url().max(500), secret: z.string().max(1000).optional(), token: z.string().max(4000).optional() }),
    Destination,
  ),
  /** What waits for this destination is cancelled; what is on the portal stays there. */
  remove: write(z.object({ id: DestinationId }), z.object({})),
  /** A new token or reference for a destination that refused the old one; jobs that waited for it go on. */
  signIn: write(z.object({ id: DestinationId, secret: z.string().max(1000).optional(), token: z.string().max(4000).optional() }), Destination),
  test: read(z.object({ id: DestinationId }), TestedDestination),
  /** Starts the reference portal on this machine and connects it as "Cổng mẫu". */
  startSample: write(z.object({}), Destination),
  changed: push(z.object({})),
};

export const publishContract = {
  /** Freezes a revision and queues it. Errors: `publish.not-ready`, `publish.not-approved`, `publish.stale`. Asking again for the same text gives the same job. */
  request: write(z.object({ id: StoryId, destinationId: DestinationId, seq: z.number().int().nonnegative() }), Job),
  /** All that `request` checks and makes, and whether the destination answers; nothing is kept and nothing is sent. Errors as `request`. */
  dryRun: read(
    z.object({ id: StoryId, destinationId: DestinationId, seq: z.number().int().nonnegative() }),
    z.object({ headline: z.string(), words: z.number().int(), photos: z.number().int(), bytes: z.number().int(), contentHash: z.string(), jobId: JobId.nullable(), destination: TestedDestination }),
  ),
  jobs: read(z.object({ storyId: StoryId.nullable().default(null), limit: z.number().int().min(1).max(500).default(100) }), z.object({ jobs: z.array(Job) })),
  cancel: write(z.object({ id: JobId }), Job),
  retry: write(z.object({ id: JobId }), Job),
  changed: push(Job),
};
