import type { Result } from '#core/base/result.ts';
import { ok } from '#core/base/result.ts';
import type { Client } from '#core/contract/contract.ts';
import type { WireError } from '#core/contract/errors.ts';
import type { StoryDocument } from '#core/story/document.ts';

/** People the directory takes in one call. */
const atOnce = 500;

/** Lets the directory grow from a story's attendees and points each of them to their entry. */
export async function remember(people: Pick<Client['people'], 'remember'>, document: StoryDocument): Promise<Result<StoryDocument, WireError>> {
  const { attendees } = document.fields;
  const persons = attendees.filter((attendee) => attendee.kind === 'person' && attendee.name.length <= 200);
  const entries = new Map<string, (typeof attendees)[number]['personId']>();
  for (let from = 0; from < persons.length; from += atOnce) {
    const some = persons.slice(from, from + atOnce);
    const known = await people.remember({ people: some.map(({ name, honorific, titles }) => ({ name, honorific, titles })) });
    if (!known.ok) return known;
    some.forEach((attendee, index) => entries.set(attendee.id, known.value.ids[index] ?? null));
  }
  return ok({ ...document, fields: { ...document.fields, attendees: attendees.map((attendee) => ({ ...attendee, personId: entries.get(attendee.id) ?? attendee.personId })) } });
}
