import { z } from 'zod';
import { MediaId, StoryId, VersionId } from '../base/ids.ts';

export const StoryStatus = z.enum(['draft', 'submitted', 'sent_back', 'approved', 'published']);
export type StoryStatus = z.infer<typeof StoryStatus>;

/** Milliseconds since 1970-01-01T00:00Z. */
export const Instant = z.number().int().nonnegative();

export const ReviewEvent = z.object({
  at: Instant,
  who: z.string(),
  action: z.enum(['submitted', 'sent_back', 'approved', 'published']),
  note: z.string(),
});
export type ReviewEvent = z.infer<typeof ReviewEvent>;

/** What is known of a story beside its text. */
export const StoryMeta = z.object({
  id: StoryId,
  status: StoryStatus,
  /** Counts acknowledged batches; the next batch names it as its base. */
  seq: z.number().int().nonnegative(),
  author: z.string(),
  createdAt: Instant,
  updatedAt: Instant,
  trashedAt: Instant.nullable(),
  /** Newest last. */
  events: z.array(ReviewEvent),
});
export type StoryMeta = z.infer<typeof StoryMeta>;

/** One row of the library: a projection that can be rebuilt from the story at any time. */
export const StoryRow = z.object({
  id: StoryId,
  headline: z.string(),
  /** Start of the text, or the part around the first match. */
  snippet: z.string(),
  /** What of headline and snippet matched the query, as [start, end) in UTF-16 code units. */
  headlineMatches: z.array(z.tuple([z.number(), z.number()])),
  snippetMatches: z.array(z.tuple([z.number(), z.number()])),
  status: StoryStatus,
  author: z.string(),
  date: z.string().nullable(),
  section: z.string(),
  updatedAt: Instant,
  trashedAt: Instant.nullable(),
  attendees: z.array(z.string()),
  attendeeCount: z.number().int(),
  thumb: MediaId.nullable(),
  words: z.number().int(),
});
export type StoryRow = z.infer<typeof StoryRow>;

export const VersionReason = z.enum(['open', 'interval', 'submit', 'publish', 'import', 'refused', 'restore', 'takeover']);
export type VersionReason = z.infer<typeof VersionReason>;

/** A full copy of a story at one moment. */
export const StoryVersion = z.object({ id: VersionId, at: Instant, seq: z.number().int(), reason: VersionReason, author: z.string(), words: z.number().int() });
export type StoryVersion = z.infer<typeof StoryVersion>;
