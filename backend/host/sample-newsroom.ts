import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Clock } from '#core/base/ports.ts';
import { MediaId, PersonId, StoryId } from '#core/base/ids.ts';
import type { Result } from '#core/base/result.ts';
import { ok } from '#core/base/result.ts';
import type { WireError } from '#core/contract/errors.ts';
import { defaultSettings, Newsroom } from '#core/contract/settings.ts';
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
  /** Adds its stories with their photos, and its name where the newsroom has none yet; gives how many stories are new: none the second time. */
  add(): Promise<Result<number, WireError>>;
  /** Takes away what `add` brought, photos too, for good, except what was used since; gives how many stories went. */
  remove(): Promise<number>;
}

export interface SamplePorts {
  /** `assets/sample-newsroom`. */
  readonly dir: string;
  readonly stories: StoryStore;
  readonly people: PersonStore;
  readonly settings: SettingsStore;
  readonly media: Pick<MediaStore, 'put' | 'removeUnused'>;
  readonly analyze: (text: string) => Promise<Analysis>;
  readonly clock: Clock;
  readonly newId: () => string;
}

const Sample = z.object({ newsroom: Newsroom, stories: z.array(z.object({ file: z.string(), section: z.string(), photos: z.array(z.string()) })) });

/** What `add` brought, kept in the library so that exactly that can be taken away. `uses`: as it was then. */
const Brought = z.object({ stories: z.array(StoryId), people: z.array(z.object({ id: PersonId, uses: z.number() })), newsroom: Newsroom.nullable(), photos: z.array(MediaId).default([]) });
const noteName = 'sample-newsroom';

/** Photos in the order of the figures. */
function withPhotos(document: StoryDocument, photos: readonly Photo[]): StoryDocument {
  const left = [...photos];
  return { ...document, blocks: document.blocks.map((block) => (block.type === 'figure' ? { ...block, photo: left.shift() ?? null } : block)) };
}

export function makeSampleNewsroom({ dir, stories, people, settings, media, analyze, clock, newId }: SamplePorts): SampleNewsroom {
  const brought = (): z.infer<typeof Brought> | null => Brought.safeParse(settings.note(noteName)).data ?? null;

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

  return {
    async add() {
      const before = brought();
      if (before?.stories.some((id) => stories.meta(id).ok) === true) return ok(0);
      const sample = Sample.parse(JSON.parse(await readFile(join(dir, 'newsroom.json'), 'utf8')));
      const known = new Set(people.list('', 5000).people.map((person) => person.id));
      const nameless = settings.get().newsroom.name === '';
      if (nameless) settings.set({ newsroom: sample.newsroom });
      const added: StoryId[] = [];
      const photos = new Set<MediaId>();
      for (const each of sample.stories) {
        const document = await readStory(each);
        if (!document.ok) return document;
        for (const block of document.value.blocks) if (block.type === 'figure' && block.photo !== null) photos.add(block.photo.media);
        const created = stories.create(document.value, '');
        if (!created.ok) return created;
        added.push(created.value.id);
        const news = people.list('', 5000).people.filter((person) => !known.has(person.id));
        // After each story, so that a kill in between leaves nothing that can't be taken away.
        settings.saveNote(noteName, { stories: added, people: news.map(({ id, uses }) => ({ id, uses })), newsroom: nameless ? sample.newsroom : null, photos: [...photos] } satisfies z.infer<typeof Brought>);
      }
      return ok(added.length);
    },

    async remove() {
      const sample = brought();
      if (sample === null) return 0;
      const removed = stories.erase(sample.stories);
      const uses = new Map(people.list('', 5000).people.map((person) => [person.id, person.uses]));
      for (const person of sample.people) if (uses.get(person.id) === person.uses) people.remove(person.id);
      // Edited since, it is the newsroom's own.
      if (sample.newsroom !== null && JSON.stringify(settings.get().newsroom) === JSON.stringify(sample.newsroom)) settings.set({ newsroom: defaultSettings.newsroom });
      for (const photo of sample.photos) await media.removeUnused(photo);
      settings.saveNote(noteName, null);
      return removed;
    },
  };
}
