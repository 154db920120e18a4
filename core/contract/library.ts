import { z } from 'zod';
import { StoryId } from '../base/ids.ts';
import { StoryRow, StoryStatus } from '../story/meta.ts';
import { push, read, write } from './define.ts';

/** Which stories are asked for; what is left out asks for nothing. */
const question = {
  query: z.string().max(200).default(''),
  /** `auto`: accents count when the query has any. */
  accents: z.enum(['auto', 'exact', 'blind']).default('auto'),
  status: z.array(StoryStatus).default([]),
  /** Stories of this name and those without an author: what `counts` calls mine. */
  author: z.string().max(200).nullable().default(null),
  /** Stories of exactly this author. */
  by: z.string().max(200).nullable().default(null),
  /** Empty: stories without one. */
  section: z.string().max(100).nullable().default(null),
  /** Stories that have this person among their attendees, as printed. */
  person: z.string().max(200).nullable().default(null),
  withPhoto: z.boolean().default(false),
  /** Story dates, inclusive, `YYYY-MM-DD`. */
  from: z.iso.date().nullable().default(null),
  to: z.iso.date().nullable().default(null),
  trashed: z.boolean().default(false),
};

export const libraryContract = {
  /** Newest first; the trash by when its stories came there. `cursor` is the last answer's `next`; `offset` counts rows from the first or from the cursor. */
  list: read(
    z.object({
      ...question,
      limit: z.number().int().min(1).max(200).default(50),
      offset: z.number().int().nonnegative().default(0),
      cursor: z.string().max(200).nullable().default(null),
    }),
    z.object({ rows: z.array(StoryRow), total: z.number().int(), next: z.string().nullable() }),
  ),
  /** Every story that `list` would come to, in its order: to act on all of them. */
  ids: read(z.object(question), z.object({ ids: z.array(StoryId) })),
  /** Who and what the stories outside the trash can be told apart by, in order of the alphabet. */
  facets: read(z.object({}), z.object({ authors: z.array(z.string()), sections: z.array(z.string()) })),
  counts: read(z.object({}), z.object({ all: z.number().int(), mine: z.number().int(), toReview: z.number().int(), trash: z.number().int(), outbox: z.number().int() })),
  /**
   * The very first start of a library with nothing in it: brings the sample newsroom and the hints, and names the story to open.
   * Null at every other start, and where the door was told to start empty. Asking again before a session was kept gives the same story.
   */
  begin: write(z.object({}), z.object({ story: StoryId.nullable() })),
  /** The stories of the invented sample newsroom that are in the library, the one to open first in front. */
  sample: read(z.object({}), z.object({ stories: z.array(StoryId) })),
  /** Adds the sample newsroom (stories with photos and people) anew; `added` is 0 when it is there. */
  addSample: write(z.object({}), z.object({ added: z.number().int() })),
  /** Takes away what `addSample` brought, in one act: its stories stand in the trash, and leave it for good when the library is opened next. */
  removeSample: write(z.object({}), z.object({ removed: z.number().int() })),
  /** Puts back what `removeSample` took, edits and all; 0 when there is nothing to put back. */
  restoreSample: write(z.object({}), z.object({ restored: z.number().int() })),
  changed: push(z.object({})),
};
