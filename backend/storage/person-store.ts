import type { z } from 'zod';
import type { PersonId } from '#core/base/ids.ts';
import type { Clock } from '#core/base/ports.ts';
import type { Person } from '#core/contract/people.ts';
import { toneKey } from '#core/vietnamese/tone-key.ts';
import type { Db, Row } from './db.ts';
import type { PersonKeys } from './person-match.ts';
import { personKeys, personRank } from './person-match.ts';

type DirectoryPerson = z.infer<typeof Person>;

export interface PersonDetails {
  readonly name: string;
  readonly honorific: string | null;
  readonly titles: readonly string[];
}

/** The directory of people. Small (thousands), so it is searched in memory. */
export interface PersonStore {
  /** Best first; among equals the most used, then the last used. */
  search(query: string, limit: number): DirectoryPerson[];
  list(query: string, limit: number): { readonly people: DirectoryPerson[]; readonly total: number };
  /** One id for each, in order. Same name and an overlapping title is the same person; so is the only namesake of a name without titles. */
  remember(people: readonly PersonDetails[]): PersonId[];
  /** False when there is no such person. */
  update(id: PersonId, details: PersonDetails): boolean;
  remove(id: PersonId): boolean;
  /** Puts back a person that was removed, under the same id and with the same count of uses. */
  putBack(person: DirectoryPerson): void;
}

interface Entry {
  readonly person: DirectoryPerson;
  readonly keys: PersonKeys;
}

const entry = (row: Row): Entry => {
  const person: DirectoryPerson = {
    id: row['id'] as PersonId,
    name: String(row['name']),
    honorific: row['honorific'] === null ? null : String(row['honorific']),
    titles: JSON.parse(String(row['titles'])) as string[],
    uses: Number(row['uses']),
    lastUsedAt: Number(row['last_used_at']),
  };
  return { person, keys: { name: person.name.toLowerCase(), folded: String(row['folded_name']), foldedTitles: String(row['folded_titles']), initials: String(row['initials']) } };
};

/** Equal for both styles of writing tones, for any case and spacing. */
const sameKey = (text: string): string => text.trim().split(/\s+/u).map(toneKey).join(' ');

const mostUsed = (left: DirectoryPerson, right: DirectoryPerson): number =>
  right.uses - left.uses || right.lastUsedAt - left.lastUsedAt || (left.name < right.name ? -1 : left.name > right.name ? 1 : 0);

/** Who of the namesakes this is; null: somebody new. */
function whoIs(namesakes: readonly DirectoryPerson[], titles: readonly string[]): DirectoryPerson | null {
  const wanted = new Set(titles.map(sameKey));
  const overlapping = namesakes.filter((person) => person.titles.some((title) => wanted.has(sameKey(title))));
  if (overlapping.length > 0) return overlapping.toSorted(mostUsed)[0] ?? null;
  const untitled = namesakes.find((person) => person.titles.length === 0);
  if (untitled !== undefined) return untitled;
  return titles.length === 0 && namesakes.length === 1 ? (namesakes[0] ?? null) : null;
}

export function makePersonStore({ db, clock, newId }: { readonly db: Db; readonly clock: Clock; readonly newId: () => string }): PersonStore {
  let known: Entry[] | null = null;
  const entries = (): Entry[] => (known ??= db.prepare('SELECT * FROM person').all().map(entry));
  const changing = <T>(run: () => T): T => {
    known = null;
    return db.transaction(run);
  };

  const ranked = (query: string): DirectoryPerson[] =>
    entries()
      .map(({ person, keys }) => ({ person, rank: personRank(keys, query) }))
      .filter((found): found is { person: DirectoryPerson; rank: number } => found.rank !== null)
      .toSorted((left, right) => left.rank - right.rank || mostUsed(left.person, right.person))
      .map(({ person }) => person);

  const save = (person: DirectoryPerson): void => {
    const keys = personKeys(person.name, person.titles);
    db.prepare(
      `INSERT INTO person(id, name, honorific, titles, folded_name, folded_titles, initials, uses, last_used_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT(id) DO UPDATE SET name = excluded.name, honorific = excluded.honorific, titles = excluded.titles, folded_name = excluded.folded_name,
         folded_titles = excluded.folded_titles, initials = excluded.initials, uses = excluded.uses, last_used_at = excluded.last_used_at`,
    ).run(person.id, person.name, person.honorific, JSON.stringify(person.titles), keys.folded, keys.foldedTitles, keys.initials, person.uses, person.lastUsedAt);
  };

  /** The newest titles stand, but a shorter mention of the same person does not take titles away. */
  const newestTitles = (before: readonly string[], now: readonly string[]): string[] => {
    const had = new Set(before.map(sameKey));
    return now.every((title) => had.has(sameKey(title))) ? [...before] : [...now];
  };

  return {
    search: (query, limit) => ranked(query).slice(0, limit),

    list(query, limit) {
      const found = query.trim() === '' ? entries().map(({ person }) => person).toSorted(mostUsed) : ranked(query);
      return { people: found.slice(0, limit), total: found.length };
    },

    remember: (people) =>
      changing(() => {
        const byName = new Map<string, DirectoryPerson[]>();
        for (const { person } of db.prepare('SELECT * FROM person').all().map(entry)) {
          byName.set(sameKey(person.name), [...(byName.get(sameKey(person.name)) ?? []), person]);
        }
        return people.map(({ name, honorific, titles }) => {
          const clean = name.normalize('NFC').trim();
          const namesakes = byName.get(sameKey(clean)) ?? [];
          const same = whoIs(namesakes, titles);
          const person: DirectoryPerson =
            same === null
              ? { id: newId() as PersonId, name: clean, honorific, titles: titles.map((title) => title.normalize('NFC')), uses: 1, lastUsedAt: clock.now() }
              : { ...same, honorific: honorific ?? same.honorific, titles: newestTitles(same.titles, titles), uses: same.uses + 1, lastUsedAt: clock.now() };
          save(person);
          byName.set(sameKey(clean), [...namesakes.filter((other) => other.id !== person.id), person]);
          return person.id;
        });
      }),

    update: (id, { name, honorific, titles }) =>
      changing(() => {
        const row = db.prepare('SELECT * FROM person WHERE id = ?').get(id);
        if (row === undefined) return false;
        save({ ...entry(row).person, name: name.normalize('NFC').trim(), honorific, titles: titles.map((title) => title.normalize('NFC')) });
        return true;
      }),

    remove: (id) => changing(() => db.prepare('DELETE FROM person WHERE id = ?').run(id).changes > 0),

    putBack: (person) => changing(() => save(person)),
  };
}
