import { z } from 'zod';
import { uuidPattern } from './uuid.ts';

/** Branded ids: a story's id can't be handed in where a job's is wanted. All are UUIDs but media, which are hashes. */
const uuid = z.string().regex(uuidPattern);

export const StoryId = uuid.brand<'StoryId'>();
export type StoryId = z.infer<typeof StoryId>;

export const BlockId = uuid.brand<'BlockId'>();
export type BlockId = z.infer<typeof BlockId>;

export const AttendeeId = uuid.brand<'AttendeeId'>();
export type AttendeeId = z.infer<typeof AttendeeId>;

export const PersonId = uuid.brand<'PersonId'>();
export type PersonId = z.infer<typeof PersonId>;

export const VersionId = uuid.brand<'VersionId'>();
export type VersionId = z.infer<typeof VersionId>;

export const DestinationId = uuid.brand<'DestinationId'>();
export type DestinationId = z.infer<typeof DestinationId>;

export const JobId = uuid.brand<'JobId'>();
export type JobId = z.infer<typeof JobId>;

/** SHA-256 of the original's bytes, 64 lower-case hexadecimal digits. */
export const MediaId = z.string().regex(/^[0-9a-f]{64}$/).brand<'MediaId'>();
export type MediaId = z.infer<typeof MediaId>;
