import { DestinationId, JobId, MediaId, StoryId, VersionId } from '#core/base/ids.ts';
import { WireError } from '#core/contract/errors.ts';
import type { Job } from '#core/contract/publish.ts';
import { JobState, JobStep } from '#core/contract/publish.ts';
import type { OutboxJob } from '#core/outbox/job.ts';
import { z } from 'zod';
import type { Row, SqlValue } from './db.ts';

/** A job with what the reporter knows it by. */
export interface StoredJob {
  readonly job: OutboxJob;
  readonly headline: string;
  readonly destinationName: string;
  /** Who asked for it, for the story's history. */
  readonly requestedBy: string;
}

const fromJson = <T extends z.ZodType>(schema: T) => z.string().transform((text) => JSON.parse(text) as unknown).pipe(schema);
const flag = z.number().transform((value) => value !== 0);
const Standing = z.object({ status: z.enum(['published', 'draft', 'withdrawn']), lastPublishedRevisionId: z.string().nullable() });

const JobRow = z.object({
  number: z.number(), id: JobId, story_id: StoryId, destination_id: DestinationId, revision_id: VersionId, content_hash: z.string(),
  headline: z.string(), destination_name: z.string(), requested_by: z.string(), step: JobStep, state: JobState,
  unsure: flag, may_be_public: flag, expected: z.string().nullable(), found: fromJson(Standing).nullable(), accepted: fromJson(Standing).nullable(),
  attempts: z.number(), reached: z.number(), not_before: z.number().nullable(), problem: fromJson(WireError).nullable(), url: z.string().nullable(),
  created_at: z.number(), updated_at: z.number(),
});
const MediaRow = z.object({ media_id: MediaId, sha256: z.string(), type: z.string(), stored: flag });

/** Rows are ours but files can be damaged: what does not fit throws instead of sending something wrong. */
export function readJob(row: Row, mediaRows: readonly Row[]): StoredJob {
  const found = JobRow.parse(row);
  return {
    headline: found.headline,
    destinationName: found.destination_name,
    requestedBy: found.requested_by,
    job: {
      id: found.id, storyId: found.story_id, revisionId: found.revision_id, destinationId: found.destination_id, contentHash: found.content_hash,
      step: found.step, state: found.state, unsure: found.unsure, mayBePublic: found.may_be_public, expected: found.expected, found: found.found,
      accepted: found.accepted, attempts: found.attempts, reached: found.reached, notBefore: found.not_before, problem: found.problem, url: found.url,
      createdAt: found.created_at, updatedAt: found.updated_at,
      media: mediaRows.map((media) => MediaRow.parse(media)).map((media) => ({ mediaId: media.media_id, sha256: media.sha256, type: media.type, stored: media.stored })),
    },
  };
}

const toJson = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

/** What may change of a job, in the order of `changingColumns`. */
export const changingColumns = [
  'step', 'state', 'unsure', 'may_be_public', 'expected', 'found', 'accepted', 'attempts', 'reached', 'not_before', 'problem', 'url', 'updated_at',
] as const;
export const changingValues = (job: OutboxJob): SqlValue[] => [
  job.step, job.state, Number(job.unsure), Number(job.mayBePublic), job.expected, toJson(job.found), toJson(job.accepted), job.attempts, job.reached,
  job.notBefore, toJson(job.problem), job.url, job.updatedAt,
];

/** As it crosses the wire. */
export const wireJob = ({ job, headline, destinationName }: StoredJob): Job => ({
  id: job.id, storyId: job.storyId, revisionId: job.revisionId, destinationId: job.destinationId, destinationName, headline, step: job.step, state: job.state,
  mediaDone: job.media.filter((media) => media.stored).length, mediaTotal: job.media.length, attempts: job.attempts, notBefore: job.notBefore,
  problem: job.problem?.code ?? null, ...(job.problem === null ? {} : { problemParams: job.problem.params }), url: job.url, createdAt: job.createdAt, updatedAt: job.updatedAt,
});
