import type { Result } from '#core/base/result.ts';
import { ok } from '#core/base/result.ts';
import type { WireError } from '#core/contract/errors.ts';
import type { StoryFields } from '#core/story/document.ts';
import type { StoryMeta } from '#core/story/meta.ts';
import type { PersonStore } from '../storage/person-store.ts';
import type { StoryStore } from '../storage/story-store.ts';

/** UTF-16 code units; what is longer is no name and would be refused by the directory's own calls. */
const longestName = 200;

/**
 * Lets the directory grow from the attendees of a story that is stored with these fields, and points each of them at their entry.
 * Gives how many people that were.
 */
export function rememberAttendees(
  { people, stories }: { readonly people: Pick<PersonStore, 'remember'>; readonly stories: Pick<StoryStore, 'append'> },
  { id, seq }: Pick<StoryMeta, 'id' | 'seq'>,
  fields: StoryFields,
): Result<number, WireError> {
  const persons = fields.attendees.filter((attendee) => attendee.kind === 'person' && attendee.name.length <= longestName);
  if (persons.length === 0) return ok(0);
  const ids = people.remember(persons.map(({ name, honorific, titles }) => ({ name, honorific, titles })));
  const entries = new Map(persons.map((attendee, index) => [attendee.id, ids[index] ?? null]));
  const attendees = fields.attendees.map((attendee) => ({ ...attendee, personId: entries.get(attendee.id) ?? attendee.personId }));
  const pointed = stories.append(id, seq, { upsert: [], remove: [], order: null, fields: { ...fields, attendees } });
  return pointed.ok ? ok(persons.length) : pointed;
}
