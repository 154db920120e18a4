import { z } from 'zod';

/** What the portal answers (docs/portal-api.yaml), as far as we believe it. Members we don't know are dropped. */
const Time = z.string().max(40);
const Text = z.string().max(300);
const Id = z.string().max(64);

export const MeAnswer = z.object({ portal: Text, version: Text, user: Text, can: z.array(z.string().max(40)).max(50), time: Time });

export const MediaAnswer = z.object({ sha256: Id });

export const ReceiptAnswer = z.object({ storyId: Id, revisionId: Id, contentHash: Id });

export const RevisionAnswer = ReceiptAnswer.extend({ story: z.record(z.string(), z.unknown()) });

export const StoryAnswer = z.object({
  storyId: Id,
  status: z.enum(['published', 'draft', 'withdrawn']),
  publishedRevisionId: Id.nullable(),
  lastPublishedRevisionId: Id.nullable(),
  url: z.string().max(4000).nullable(),
  revisions: z.array(z.object({ revisionId: Id, contentHash: Id })).max(100_000),
});
export type StoryAnswer = z.infer<typeof StoryAnswer>;

export const ProblemAnswer = z.object({ code: z.string().max(60), title: z.string().max(2000).optional(), detail: z.string().max(20_000).optional() });
