import { z } from 'zod';
import { PersonId } from '../base/ids.ts';
import { push, read, write } from './define.ts';

/** A directory entry. The people issue gives titles their dates; until then the newest titles stand. */
export const Person = z.object({
  id: PersonId,
  name: z.string().min(1).max(200),
  honorific: z.string().max(60).nullable(),
  titles: z.array(z.string().max(400)).max(20),
  uses: z.number().int(),
  lastUsedAt: z.number().int(),
});
export type Person = z.infer<typeof Person>;

export const peopleContract = {
  /** Folded names, given name first, initials, titles; most used first. */
  search: read(z.object({ query: z.string().max(100), limit: z.number().int().min(1).max(50).default(8) }), z.object({ people: z.array(Person) })),
  list: read(z.object({ query: z.string().max(100).default(''), limit: z.number().int().min(1).max(5000).default(200) }), z.object({ people: z.array(Person), total: z.number().int() })),
  /** Adds or refreshes entries from attendees that were accepted; same name and an overlapping title is the same person. Ids come back in order. */
  remember: write(
    z.object({ people: z.array(z.object({ name: z.string().min(1).max(200), honorific: z.string().max(60).nullable(), titles: z.array(z.string().max(400)).max(20) })).max(500) }),
    z.object({ ids: z.array(PersonId) }),
  ),
  update: write(z.object({ id: PersonId, name: z.string().min(1).max(200), honorific: z.string().max(60).nullable(), titles: z.array(z.string().max(400)).max(20) }), z.object({})),
  remove: write(z.object({ id: PersonId }), z.object({})),
  changed: push(z.object({})),
};
