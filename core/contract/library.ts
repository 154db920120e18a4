import { z } from 'zod';
import { StoryRow, StoryStatus } from '../story/meta.ts';
import { push, read, write } from './define.ts';

export const libraryContract = {
  /** Accent-blind unless the query itself has accents; newest first. `cursor` is the last answer's `next`. */
  list: read(
    z.object({
      query: z.string().max(200).default(''),
      status: z.array(StoryStatus).default([]),
      /** Stories of this name and those without an author: what `counts` calls mine. */
      author: z.string().max(200).nullable().default(null),
      /** Story dates, inclusive, `YYYY-MM-DD`. */
      from: z.iso.date().nullable().default(null),
      to: z.iso.date().nullable().default(null),
      trashed: z.boolean().default(false),
      limit: z.number().int().min(1).max(200).default(50),
      cursor: z.string().max(200).nullable().default(null),
    }),
    z.object({ rows: z.array(StoryRow), total: z.number().int(), next: z.string().nullable() }),
  ),
  counts: read(z.object({}), z.object({ all: z.number().int(), mine: z.number().int(), toReview: z.number().int(), trash: z.number().int(), outbox: z.number().int() })),
  /** Adds the invented sample newsroom (stories, photo, destination); takes it away again. */
  addSample: write(z.object({}), z.object({ added: z.number().int() })),
  removeSample: write(z.object({}), z.object({ removed: z.number().int() })),
  changed: push(z.object({})),
};
