import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Clock } from '#core/base/ports.ts';
import { MediaId, PersonId, StoryId } from '#core/base/ids.ts';
import type { Result } from '#core/base/result.ts';
import { ok } from '#core/base/result.ts';
import type { WireError } from '#core/contract/errors.ts';
import { Person } from '#core/contract/people.ts';
import type { Photo, StoryDocument } from '#core/story/document.ts';
import type { Analysis } from '#core/people/analysis.ts';
import { documentFromProposal } from '#core/structure/proposal.ts';
import { proposalOf } from '../handlers/structure.ts';
import type { MediaStore } from '../media/media-store.ts';
import type { PersonStore } from '../storage/person-store.ts';
import type { SettingsStore } from '../storage/settings-store.ts';
import type { StoryStore } from '../storage/story-store.ts';

/** The invented newsroom to try things on. */
export interface SampleNewsroom {
  /**
   * Adds its stories with their photos and people; gives how many stories are new: none the second time, however many ask at once.
   * Its name and source mark stay out: a reporter's own dateline must never carry those of an invented paper.
   */
  add(): Promise<Result<number, WireError>>;
  /** Its stories that are not in the trash, the one to open first in front. */
  stories(): StoryId[];
  /** Takes away what `add` brought, except what was used since; gives the stories, which stand in the trash until `purge`. */
  remove(): StoryId[];
  /** Puts back what `remove` took; gives the stories. */
  restore(): StoryId[];
  /** For good: stories that `remove` took and their photos, where nothing else shows them. A story that was taken out of the trash stays. */
  purge(): Promise<void>;
}

export interface SamplePorts {
  /** `assets/sample-newsroom`. */
  readonly dir: string;
  readonly stories: StoryStore;
  readonly people: PersonStore;
  readonly settings: Pick<SettingsStore, 'note' | 'saveNote'>;
  readonly media: Pick<MediaStore, 'put' | 'removeUnused'>;
  readonly analyze: (text: string) => Promise<Analysis>;
  readonly clock: Clock;
  readonly newId: () => string;
}

const Sample = z.object({ stories: z.array(z.object({ file: z.string(), section: z.string(), photos: z.array(z.string()) })), first: z.string() });

/** What `add` brought, kept in the library so that exactly that can be taken away. `uses`: as it was then. `removed`: what `remove` took, to be put back. */
const Brought = z.object({
  stories: z.array(StoryId),
  people: z.array(z.object({ id: PersonId, uses: z.number() })),
  photos: z.array(MediaId).default([]),
  removed: z.object({ stories: z.array(StoryId), people: z.array(Person) }).nullable().default(null),
});
type Brought = z.infer<typeof Brought>;
const noteName = 'sample-newsroom';
const wholeDirectory = 5_000;

/** Photos in the order of the figures. */
function withPhotos(document: StoryDocument, photos: readonly Photo[]): StoryDocument {
  const left = [...photos];
  return { ...document, blocks: document.blocks.map((block) => (block.type === 'figure' ? { ...block, photo: left.shift() ?? null } : block)) };
}

export function makeSampleNewsroom({ dir, stories, people, settings, media, analyze, clock, newId }: SamplePorts): SampleNewsroom {
  const brought = (): Brought | null => Brought.safeParse(settings.note(noteName)).data ?? null;
  const save = (note: Brought | null): void => settings.saveNote(noteName, note);
  const isTrashed = (id: StoryId): boolean => {
    const meta = stories.meta(id);
    return meta.ok && meta.value.trashedAt !== null;
  };
  let adding: Promise<Result<number, WireError>> | null = null;

  async function readStory({ file, section, photos }: z.infer<typeof Sample>['stories'][number]): Promise<Result<StoryDocument, WireError>> {
    const text = await readFile(join(dir, file), 'utf8');
    const { document } = documentFromProposal(await proposalOf(text, { analyze, clock }), 'all', newId);
    const placed: Photo[] = [];
    for (const name of photos) {
      const put = await media.put(new Uint8Array(await readFile(join(dir, 'photos', name))));
      if (!put.ok) return put;
      placed.push({ media: put.value.id, width: put.value.width, height: put.value.height });
    }
    const attendees = document.fields.attendees;
    const persons = attendees.filter((attendee) => attendee.kind === 'person');
    const ids = new Map(people.remember(persons).map((id, index) => [persons[index]?.id, id]));
    const known = attendees.map((attendee) => ({ ...attendee, personId: ids.get(attendee.id) ?? null }));
    return ok(withPhotos({ ...document, fields: { ...document.fields, attendees: known, section, dateUnsure: false } }, placed));
  }

  async function bring(): Promise<Result<number, WireError>> {
    if ((brought()?.removed ?? null) !== null) await purge();
    if (brought()?.stories.some((id) => stories.meta(id).ok) === true) return ok(0);
    const sample = Sample.parse(JSON.parse(await readFile(join(dir, 'newsroom.json'), 'utf8')));
    const known = new Set(people.list('', wholeDirectory).people.map((person) => person.id));
    const added: StoryId[] = [];
    const photos = new Set<MediaId>();
    for (const each of sample.stories) {
      const document = await readStory(each);
      if (!document.ok) return document;
      for (const block of document.value.blocks) if (block.type === 'figure' && block.photo !== null) photos.add(block.photo.media);
      const created = stories.create(document.value, '');
      if (!created.ok) return created;
      if (each.file === sample.first) added.unshift(created.value.id);
      else added.push(created.value.id);
      const news = people.list('', wholeDirectory).people.filter((person) => !known.has(person.id));
      // After each story, so that a kill in between leaves nothing that can't be taken away.
      save({ stories: added, people: news.map(({ id, uses }) => ({ id, uses })), photos: [...photos], removed: null });
    }
    return ok(added.length);
  }

  async function purge(): Promise<void> {
    const note = brought();
    if (note === null || note.removed === null) return;
    const gone = note.stories.filter(isTrashed);
    stories.erase(gone);
    save(null);
    for (const photo of note.photos) await media.removeUnused(photo);
  }

  return {
    add: () => (adding ??= bring().finally(() => {
      adding = null;
    })),

    stories: () => (brought()?.stories ?? []).filter((id) => stories.meta(id).ok && !isTrashed(id)),

    remove() {
      const note = brought();
      if (note === null || note.removed !== null) return [];
      const trashed = [...stories.trash(note.stories)];
      const uses = new Map(note.people.map(({ id, uses: then }) => [id, then]));
      const unused = people.list('', wholeDirectory).people.filter((person) => uses.get(person.id) === person.uses);
      for (const person of unused) people.remove(person.id);
      save({ ...note, removed: { stories: trashed, people: unused } });
      return trashed;
    },

    restore() {
      const note = brought();
      if (note === null || note.removed === null) return [];
      for (const person of note.removed.people) people.putBack(person);
      save({ ...note, removed: null });
      return [...stories.restore(note.removed.stories)];
    },

    purge,
  };
}
