import { describe, expect, it, onTestFinished } from 'vitest';
import type { MediaId, StoryId } from '#core/base/ids.ts';
import type { Client } from '#core/contract/contract.ts';
import type { Settings } from '#core/contract/settings.ts';
import type { OpenStory } from '#core/contract/story.ts';
import { fieldJson } from '#core/story/blocks.ts';
import { documentText } from '#core/story/text.ts';
import { temporaryFolder, testClock, testTimers } from '#tests/stand-ins/ports.ts';
import { openLibrary } from './compose.ts';

type Input<A extends keyof Client, N extends keyof Client[A]> = Client[A][N] extends (input: infer In) => unknown ? In : never;

/** A library of its own, as the browser door opens it; `again` closes it and opens it once more. */
function open(dir = temporaryFolder(), empty = false) {
  const clock = testClock();
  const opened = openLibrary({ dir, door: 'browser', clock, timers: testTimers(clock), sends: false, empty, network: () => Promise.reject(new TypeError('no network in this test')) });
  if (!opened.ok) throw new Error(opened.error.code);
  const host = opened.value;
  onTestFinished(() => host.close());
  const call = async <T>(area: keyof Client, name: string, input: unknown = {}): Promise<T> => {
    const answer = await host.dispatch(`${area}.${name}`, input, { windowId: 'a' });
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.value as T;
  };
  const again = async () => {
    await host.close();
    return open(dir, empty);
  };
  return { host, call, again };
}
type Library = ReturnType<typeof open>;

const headlines = async ({ call }: Library, trashed = false): Promise<readonly string[]> =>
  (await call<{ rows: { headline: string }[] }>('library', 'list', { trashed } satisfies Input<'library', 'list'>)).rows.map((row) => row.headline).toSorted();
const people = async ({ call }: Library): Promise<readonly unknown[]> => (await call<{ people: { name: string }[] }>('people', 'list')).people.toSorted((left, right) => (left.name < right.name ? -1 : 1));
const sampleStories = async ({ call }: Library): Promise<readonly StoryId[]> => (await call<{ stories: StoryId[] }>('library', 'sample')).stories;
const begin = async ({ call }: Library): Promise<StoryId | null> => (await call<{ story: StoryId | null }>('library', 'begin')).story;

/** Another headline in a story, as a reporter who tries things on would type it. */
async function retitle({ call }: Library, id: StoryId, text: string): Promise<void> {
  const { document, meta } = await call<OpenStory>('story', 'open', { id });
  const headline = document.blocks.find((block) => block.type === 'field' && block.field === 'headline')?.$.bid;
  if (headline === undefined) throw new Error('no headline');
  await call('story', 'append', { id, base: meta.seq, changes: { upsert: [fieldJson(headline, 'headline', text)], remove: [], order: null, fields: null } });
}

describe('the sample newsroom', () => {
  it('comes once, whole, however many ask, and leaves the newsroom’s own name alone', async () => {
    const library = open();
    await library.call('people', 'remember', { people: [{ name: 'Người của tòa soạn', honorific: null, titles: [] }] });
    const added = await Promise.all([library.call<{ added: number }>('library', 'addSample'), library.call<{ added: number }>('library', 'addSample')]);
    expect(added[0]?.added).toBeGreaterThan(1);
    expect(await library.call('library', 'addSample')).toEqual({ added: 0 });
    const { rows, total } = await library.call<{ rows: { thumb: string | null; attendeeCount: number; date: string | null }[]; total: number }>('library', 'list');
    expect(total).toBe(added[0]?.added);
    expect(rows.filter((row) => row.thumb !== null && row.attendeeCount > 0 && row.date !== null)).toHaveLength(total);
    expect(await library.call('settings', 'get')).toMatchObject({ newsroom: { name: '', sourceMark: '' } });
    expect(new Set(await sampleStories(library)).size).toBe(total);
  });

  it('goes in one act and comes back with what was written in it', async () => {
    const library = open();
    await library.call('people', 'remember', { people: [{ name: 'Người của tòa soạn', honorific: null, titles: [] }] });
    await library.call('library', 'addSample');
    const [first] = await sampleStories(library);
    await retitle(library, first as StoryId, 'Tít tự gõ');
    const [stories, directory] = [await headlines(library), await people(library)];
    expect(stories).toContain('Tít tự gõ');
    expect(await library.call('library', 'removeSample')).toEqual({ removed: stories.length });
    expect(await headlines(library)).toEqual([]);
    expect(await people(library)).toMatchObject([{ name: 'Người của tòa soạn' }]);
    expect(await sampleStories(library)).toEqual([]);
    expect(await library.call('library', 'removeSample')).toEqual({ removed: 0 });
    expect(await library.call('library', 'restoreSample')).toEqual({ restored: stories.length });
    expect(await headlines(library)).toEqual(stories);
    expect(await people(library)).toEqual(directory);
    expect(await library.call('library', 'restoreSample')).toEqual({ restored: 0 });
  });

  it('is gone for good when the library is opened next, photos too; what came out of the trash stays', async () => {
    const library = open();
    await library.call('library', 'addSample');
    const ids = await sampleStories(library);
    const thumbs = (await library.call<{ rows: { id: StoryId; thumb: MediaId }[] }>('library', 'list')).rows;
    const thumbOf = (id: StoryId | undefined): MediaId => thumbs.find((row) => row.id === id)?.thumb as MediaId;
    await library.call('library', 'removeSample');
    expect(await headlines(library, true)).toHaveLength(ids.length);
    await library.call('story', 'restore', { ids: [ids[0]] });
    const next = await library.again();
    expect(await headlines(next, true)).toEqual([]);
    expect(await headlines(next)).toHaveLength(1);
    await next.host.close();
    const after = open(next.host.library);
    expect(await after.host.readMedia(thumbOf(ids[0]), 'original')).not.toBeNull();
    expect(await after.host.readMedia(thumbOf(ids[1]), 'original')).toBeNull();
    expect(await after.call('library', 'restoreSample')).toEqual({ restored: 0 });
    expect(await after.call<{ added: number }>('library', 'addSample')).toMatchObject({ added: ids.length });
  });

  it('a photo that a story of the newsroom shows outlives the sample', async () => {
    const library = open();
    await library.call('library', 'addSample');
    const [first] = await sampleStories(library);
    const copy = await library.call<{ id: StoryId }>('story', 'duplicate', { id: first });
    const { document } = await library.call<OpenStory>('story', 'get', { id: copy.id });
    const shown = document.blocks.flatMap((block) => (block.type === 'figure' && block.photo !== null ? [block.photo.media] : []));
    expect(shown.length).toBeGreaterThan(0);
    await library.call('library', 'removeSample');
    const next = await library.again();
    await next.host.close();
    const after = open(next.host.library);
    for (const id of shown) expect(await after.host.readMedia(id, 'original')).not.toBeNull();
  });
});

describe('the very first start', () => {
  const hints = async ({ call }: Library): Promise<Settings['help']['hints']> => (await call<Settings>('settings', 'get')).help.hints;

  it('begins with the sample story and its hints, the same for all who ask', async () => {
    const library = open();
    const [first, second] = await Promise.all([begin(library), begin(library)]);
    expect(first).not.toBeNull();
    expect(second).toBe(first);
    expect(await begin(library)).toBe(first);
    const { document } = await library.call<OpenStory>('story', 'get', { id: first });
    expect(documentText(document)).toContain('Giữ rừng đầu nguồn');
    expect(await hints(library)).toEqual(['names', 'keys', 'hand-in']);
  });

  it('is over with the first session, and never comes to a library with a story of its own or to one told to be empty', async () => {
    const session = { view: 'welcome', storyId: null, caret: null, scroll: 0, panel: null };
    const worked = open();
    await worked.call('settings', 'saveSession', { session });
    expect(await begin(worked)).toBeNull();

    const own = open();
    const { id } = await own.call<{ id: StoryId }>('story', 'create');
    expect(await begin(own)).toBeNull();
    await own.call('story', 'trash', { ids: [id] });
    expect(await begin(own)).toBeNull();

    const empty = open(temporaryFolder(), true);
    expect(await begin(empty)).toBeNull();
    for (const library of [worked, own, empty]) {
      expect(await sampleStories(library)).toEqual([]);
      expect(await hints(library)).toBeNull();
    }
  });
});
