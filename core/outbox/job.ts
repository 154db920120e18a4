import type { DestinationId, JobId, MediaId, StoryId, VersionId } from '../base/ids.ts';
import type { WireError } from '../contract/errors.ts';
import type { JobState, JobStep } from '../contract/publish.ts';

/** What readers of the destination see of a story, as the destination tells it. */
export interface Standing {
  readonly status: 'published' | 'draft' | 'withdrawn';
  /** What readers saw last, also after a withdrawal; null: never published. The destination's compare-and-set token. */
  readonly lastPublishedRevisionId: string | null;
}

/** A photo of a frozen revision: the bytes that travel are a rendition, named by their own hash. */
export interface JobMedia {
  readonly mediaId: MediaId;
  /** SHA-256 of the bytes that are sent. */
  readonly sha256: string;
  readonly type: string;
  /** True once the destination has said that it holds them. */
  readonly stored: boolean;
}

/**
 * One frozen revision on its way to one destination. Everything that decides what happens next is in here, so that a
 * restart goes on from the last committed row and from nothing else.
 */
export interface OutboxJob {
  readonly id: JobId;
  readonly storyId: StoryId;
  /** Frozen when asked for; this revision is published or none. */
  readonly revisionId: VersionId;
  readonly destinationId: DestinationId;
  /** SHA-256 of the frozen payload's canonical JSON. */
  readonly contentHash: string;
  /** The step that is being taken now; the ones before it are behind us. */
  readonly step: JobStep;
  readonly state: JobState;
  readonly media: readonly JobMedia[];
  /** A write of this step may or may not have arrived: look before acting again. */
  readonly unsure: boolean;
  /** A publish request may be under way, even late: cancelling would promise what can't be kept. */
  readonly mayBePublic: boolean;
  /** What readers saw when the draft was verified; the publish request is refused when that has changed. */
  readonly expected: string | null;
  /** What the destination showed when it was called a conflict, for the reporter to look at. */
  readonly found: Standing | null;
  /** A conflict that the reporter has seen and sends over all the same. */
  readonly accepted: Standing | null;
  /** Failures since the job last got further than ever before; the waits grow with them. */
  readonly attempts: number;
  /** How far the job has ever been, see `progress`. */
  readonly reached: number;
  /** Milliseconds since 1970; null: not waiting for a time. */
  readonly notBefore: number | null;
  readonly problem: WireError | null;
  readonly url: string | null;
  readonly createdAt: number;
  readonly updatedAt: number;
}

const steps: readonly JobStep[] = ['queued', 'media', 'draft', 'verify', 'publish', 'read-back', 'done'];

/** One number that grows with every photo and every step, so that going round in circles can be told from getting on. */
export const progress = (job: Pick<OutboxJob, 'step' | 'media'>): number =>
  steps.indexOf(job.step) * 10_000 + job.media.filter((photo) => photo.stored).length;

const finished: readonly JobState[] = ['done', 'cancelled', 'failed'];

/** Nothing more happens by itself; a newer job of the same story may go ahead. */
export const isFinished = (job: Pick<OutboxJob, 'state'>): boolean => finished.includes(job.state);

/** Nothing has reached the destination but photos, so a newer revision may take this job's place. */
export const isBeforeDraft = (job: Pick<OutboxJob, 'step'>): boolean => job.step === 'queued' || job.step === 'media';

/** Once a publish request may have left, nobody can promise that the story won't appear. */
export const isTooLateToCancel = (job: Pick<OutboxJob, 'step' | 'state' | 'mayBePublic'>): boolean =>
  job.mayBePublic || job.step === 'read-back' || job.step === 'done' || (job.step === 'publish' && job.state === 'running');

/** A newer revision may take this job's place: nothing but photos has left, or it stands still over a conflict. */
export const isReplaceable = (job: Pick<OutboxJob, 'step' | 'state' | 'mayBePublic'>): boolean =>
  !isFinished(job) && !isTooLateToCancel(job) && (isBeforeDraft(job) || job.state === 'conflict');
