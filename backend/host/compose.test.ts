import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { BlockId, StoryId, VersionId } from '#core/base/ids.ts';
import type { Client } from '#core/contract/contract.ts';
import type { OpenStory } from '#core/contract/story.ts';
import { fieldJson } from '#core/story/blocks.ts';
import type { StoryDocument } from '#core/story/document.ts';
import { temporaryFolder, testClock, testRandom, testTimers } from '#tests/stand-ins/ports.ts';
import { openLibrary } from './compose.ts';
import type { Host } from './host.ts';

/** A library of its own with clock, chance and time in the test's hands. */
function open(dir = temporaryFolder(), more: { intent?: 'write' | 'read' } = {}) {
  const clock = testClock();
  const timers = testTimers(clock);
  const opened = openLibrary({ dir, door: 'browser', clock, random: testRandom(), timers, sends: false, network: () => Promise.reject(new TypeError('no network in this test')), ...more });
  if (!opened.ok) throw new Error(opened.error.code);
  const host = opened.value;
  onTestFinished(() => host.close());
  const pushes: string[] = [];
  host.subscribe(({ name, data }) => pushes.push(`${name} ${JSON.stringify(data)}`));
  return { dir, host, clock, timers, pushes, ...windowOf(host, 'a') };
}

/** The calls of one window: the value, or the code of its error. */
function windowOf(host: Host, windowId: string) {
  const call = async <A extends keyof Client, N extends keyof Client[A] & string>(area: A, name: N, input: Client[A][N] extends (input: infer In) => unknown ? In : never): Promise<string | Record<string, unknown>> => {
    const answer = await host.dispatch(`${area}.${name}`, input, { windowId });
    return answer.ok ? (answer.value as Record<string, unknown>) : answer.error.code;
  };
  return { call };
}

async function newStory({ call }: ReturnType<typeof windowOf>) {
  const { id } = (await call('story', 'create', {})) as { id: StoryId };
  const story = (await call('story', 'open', { id })) as unknown as OpenStory;
  const headline = story.document.blocks[1]?.$.bid as BlockId;
  const type = (seq: number, text: string) => ({ id, base: seq, changes: { upsert: [fieldJson(headline, 'headline', text)], remove: [], order: null, fields: null } });
  return { id, story, type };
}

describe('an open library', () => {
  it('acknowledges typing, tells the other windows, and shows it in the list', async () => {
    const library = open();
    const { id, story, type } = await newStory(library);
    expect(story).toMatchObject({ mode: 'write', readReason: null, meta: { seq: 0 } });
    expect(await library.call('story', 'append', type(0, 'Mở đường'))).toMatchObject({ seq: 1 });
    expect(library.pushes).toContain(`story.changed ${JSON.stringify({ id, seq: 1, windowId: 'a' })}`);
    expect(await library.call('library', 'list', { query: 'duong' })).toMatchObject({ total: 1, rows: [{ id, headline: 'Mở đường', headlineMatches: [[3, 8]] }] });
  });

  it('brings the list up to date by itself when typing pauses, and says so', async () => {
    const library = open();
    const { type } = await newStory(library);
    library.timers.pass(5000);
    library.pushes.length = 0;
    await library.call('story', 'append', type(0, 'Một'));
    library.timers.pass(1000);
    await library.call('story', 'append', type(1, 'Một hai'));
    library.timers.pass(1000);
    expect(library.pushes.filter((push) => push.startsWith('library'))).toEqual([]);
    library.timers.pass(1000);
    expect(library.pushes.filter((push) => push.startsWith('library'))).toEqual(['library.changed {}']);
  });

  it('keeps a version every five minutes while there are changes, and none without', async () => {
    const library = open();
    const { id, type } = await newStory(library);
    const reasons = async () => ((await library.call('story', 'versions', { id })) as { versions: { reason: string; seq: number }[] }).versions.map(({ reason, seq }) => `${reason} ${seq}`);
    library.timers.pass(20 * 60_000);
    expect(await reasons()).toEqual(['open 0']);
    await library.call('story', 'append', type(0, 'Một'));
    library.timers.pass(60_000);
    expect(await reasons()).toEqual(['interval 1', 'open 0']);
    await library.call('story', 'append', type(1, 'Hai'));
    library.timers.pass(4 * 60_000);
    expect(await reasons()).toEqual(['interval 1', 'open 0']);
    library.timers.pass(2 * 60_000);
    expect(await reasons()).toEqual(['interval 2', 'interval 1', 'open 0']);
  });

  it('lets one window write; the other reads, takes over, and the first one’s text is kept', async () => {
    const library = open();
    const { id, story, type } = await newStory(library);
    const second = windowOf(library.host, 'b');
    expect(await second.call('story', 'open', { id })).toMatchObject({ mode: 'read', readReason: 'other-window' });
    expect(await second.call('story', 'append', type(0, 'B'))).toBe('story.not-writer');
    expect(await second.call('story', 'takeOver', { id })).toMatchObject({ mode: 'write' });
    expect(library.pushes).toContain(`story.writer ${JSON.stringify({ id, windowId: 'b', reason: 'taken-over' })}`);
    expect(await library.call('story', 'append', type(0, 'A'))).toBe('story.not-writer');
    expect(await library.call('story', 'keep', { id, document: story.document })).toHaveProperty('versionId');
    expect(await second.call('story', 'append', type(0, 'B'))).toMatchObject({ seq: 1 });
    expect(await second.call('story', 'append', type(0, 'C'))).toBe('story.stale');
    library.host.windowGone('b');
    library.timers.pass(20_000);
    expect(library.pushes).toContain(`story.writer ${JSON.stringify({ id, windowId: null, reason: 'released' })}`);
    expect(await library.call('story', 'open', { id })).toMatchObject({ mode: 'write' });
  });

  it('empties the trash of what lay there for thirty days, and deletes for good only from there', async () => {
    const library = open();
    const ids: StoryId[] = [];
    for (let count = 0; count < 3; count++) ids.push((await newStory(library)).id);
    const [old, young, kept] = ids;
    await library.call('story', 'trash', { ids: [old as StoryId] });
    library.clock.advance(2 * 24 * 3_600_000);
    await library.call('story', 'trash', { ids: [young as StoryId] });
    library.clock.advance(28 * 24 * 3_600_000 - 60_001);
    library.timers.pass(60_000);
    expect(await library.call('library', 'counts', {})).toMatchObject({ all: 1, trash: 2 });
    library.pushes.length = 0;
    library.timers.pass(60_000);
    expect(await library.call('library', 'counts', {})).toMatchObject({ all: 1, trash: 1 });
    expect(library.pushes).toContain('library.changed {}');
    expect(await library.call('story', 'erase', { ids: [young as StoryId, kept as StoryId] })).toEqual({ erased: [young] });
    expect(await library.call('library', 'counts', {})).toMatchObject({ all: 1, trash: 0 });
    expect(await library.call('story', 'get', { id: young as StoryId })).toBe('story.missing');
  });

  it('files many stories under a section, but none that is being written, read-only or in the trash', async () => {
    const library = open();
    const ids: StoryId[] = [];
    for (let count = 0; count < 4; count++) ids.push(((await library.call('story', 'create', {})) as { id: StoryId }).id);
    const [free, held, submitted, gone] = ids as [StoryId, StoryId, StoryId, StoryId];
    await library.call('story', 'open', { id: held });
    await library.call('review', 'submit', { id: submitted });
    await library.call('review', 'approve', { id: submitted });
    await library.call('story', 'trash', { ids: [gone] });
    library.pushes.length = 0;
    expect(await library.call('story', 'setSection', { stories: ids.map((id) => ({ id, section: 'Kinh tế' })) })).toEqual({ changed: [{ id: free, before: '' }], refused: [held, submitted, gone] });
    expect(library.pushes).toContain(`story.changed ${JSON.stringify({ id: free, seq: 1, windowId: '' })}`);
    expect(await library.call('library', 'list', { section: 'Kinh tế' })).toMatchObject({ rows: [{ id: free, section: 'Kinh tế' }] });
    expect(await library.call('story', 'setSection', { stories: [{ id: free, section: 'Kinh tế' }] })).toEqual({ changed: [], refused: [] });
  });

  it('takes a story through review; approved is read-only until it is sent back', async () => {
    const library = open();
    await library.call('settings', 'set', { profile: { name: 'Trịnh Khắc Duệ', penName: 'Khắc Duệ', role: 'editor' } });
    const { id, type } = await newStory(library);
    expect(await library.call('review', 'approve', { id })).toBe('review.not-allowed');
    expect(await library.call('review', 'submit', { id })).toMatchObject({ status: 'submitted' });
    expect(await library.call('review', 'submit', { id })).toBe('review.not-allowed');
    expect(await library.call('story', 'append', type(0, 'Biên tập sửa'))).toMatchObject({ seq: 1 });
    expect(await library.call('library', 'counts', {})).toMatchObject({ toReview: 1, mine: 1 });
    expect(await library.call('review', 'approve', { id })).toMatchObject({ status: 'approved' });
    expect(await library.call('story', 'append', type(1, 'Muộn'))).toBe('story.read-only');
    expect(await library.call('story', 'open', { id })).toMatchObject({ mode: 'read', readReason: 'approved' });
    expect(await library.call('story', 'takeOver', { id })).toMatchObject({ mode: 'read', readReason: 'approved' });
    const back = await library.call('review', 'sendBack', { id, note: 'Xem lại tít' });
    expect(back).toMatchObject({ status: 'sent_back', events: [{ action: 'submitted', who: 'Trịnh Khắc Duệ' }, { action: 'approved' }, { action: 'sent_back', note: 'Xem lại tít', at: library.clock.now() }] });
    expect(await library.call('story', 'append', type(1, 'Lại'))).toMatchObject({ seq: 2 });
  });

  it('reads a trashed story without writing it, and restores it', async () => {
    const library = open();
    const { id } = await newStory(library);
    expect(await library.call('story', 'trash', { ids: [id] })).toEqual({ trashed: [id] });
    expect(await library.call('story', 'open', { id })).toMatchObject({ mode: 'read', readReason: 'trashed' });
    expect(await library.call('library', 'list', { trashed: true })).toMatchObject({ total: 1 });
    expect(await library.call('story', 'restore', { ids: [id] })).toEqual({ restored: [id] });
    expect(await library.call('story', 'open', { id })).toMatchObject({ mode: 'write' });
  });

  it('gives the last session back, and nothing before there was one', async () => {
    const library = open();
    expect(await library.call('settings', 'session', {})).toEqual({ session: null });
    const session = { view: 'story', storyId: null, caret: null, scroll: 120, panel: 'people' };
    await library.call('settings', 'saveSession', { session });
    await library.host.close();
    expect(await open(library.dir).call('settings', 'session', {})).toEqual({ session });
  });

  it('has one owner; whoever only reads sees what is stored', async () => {
    const library = open();
    const { id, type } = await newStory(library);
    await library.call('story', 'append', type(0, 'Đã lưu'));
    expect(openLibrary({ dir: library.dir, door: 'command-line' })).toMatchObject({ error: { code: 'library.locked' } });
    const beside = open(library.dir, { intent: 'read' });
    expect(beside.host.mode).toBe('read');
    expect(await beside.call('story', 'get', { id })).toMatchObject({ meta: { seq: 1 } });
    expect(await beside.call('story', 'append', type(1, 'x'))).toBe('library.locked');
    await library.host.close();
    const calm = open(library.dir, { intent: 'read' });
    expect(calm.host.mode).toBe('read');
    expect(await calm.call('library', 'list', { query: 'da luu' })).toMatchObject({ total: 1 });
    expect(await open(library.dir).call('story', 'append', type(1, 'y'))).toMatchObject({ seq: 2 });
  });

  it('folds its log into one file when closed, and may be closed twice', async () => {
    const library = open();
    await newStory(library);
    await library.host.close();
    await library.host.close();
    expect(existsSync(join(library.dir, 'library.sqlite-wal'))).toBe(false);
  });

  it('lets the directory grow from an imported story, and only from one that is there', async () => {
    const library = open();
    const attendee = { id: '0198a000-0000-7000-8000-0000000000a1', kind: 'person', name: 'Lò Văn Páo', honorific: 'đồng chí', titles: ['Chủ tịch UBND xã'], role: 'attendee', delegation: null, personId: null };
    const { document } = (await newStory(library)).story;
    const blocks = document.blocks.map((block, index) => ({ ...block, $: { bid: `0198a000-0000-7000-8000-00000000000${index}` as BlockId } }));
    const withPeople = { ...document, blocks, fields: { ...document.fields, attendees: [attendee] } } as unknown as StoryDocument;
    expect(await library.call('story', 'create', { document: { ...withPeople, blocks: withPeople.blocks.slice(1) }, remember: true })).toBe('story.invalid');
    expect(await library.call('people', 'list', {})).toMatchObject({ total: 0 });
    const { id } = (await library.call('story', 'create', { document: withPeople, remember: true })) as { id: StoryId };
    const { people } = (await library.call('people', 'list', {})) as { people: { id: string; name: string }[] };
    expect(people).toMatchObject([{ name: 'Lò Văn Páo', titles: ['Chủ tịch UBND xã'] }]);
    expect(library.pushes).toContain('people.changed {}');
    expect(await library.call('story', 'get', { id })).toMatchObject({ document: { fields: { attendees: [{ name: 'Lò Văn Páo', personId: people[0]?.id }] } } });
    const { versions } = (await library.call('story', 'versions', { id })) as { versions: { id: VersionId; reason: string }[] };
    expect(versions.map(({ reason }) => reason)).toEqual(['import']);
    expect(await library.call('story', 'version', { id, versionId: versions[0]?.id as VersionId })).toMatchObject({ document: { fields: { attendees: [{ personId: people[0]?.id }] } } });
  });

  it('tells every window what became of a story', async () => {
    const library = open();
    const { id } = await newStory(library);
    const statuses = (): unknown[] => library.pushes.filter((push) => push.startsWith('story.status ')).map((push) => (({ status, trashedAt }: { status: string; trashedAt: number | null }) => `${status}${trashedAt === null ? '' : ' trashed'}`)(JSON.parse(push.slice('story.status '.length)) as { status: string; trashedAt: number | null }));
    await library.call('review', 'submit', { id });
    await library.call('review', 'approve', { id });
    await library.call('review', 'sendBack', { id, note: '' });
    await library.call('story', 'trash', { ids: [id] });
    await library.call('story', 'trash', { ids: [id] });
    await library.call('story', 'restore', { ids: [id] });
    expect(statuses()).toEqual(['submitted', 'approved', 'sent_back', 'sent_back trashed', 'sent_back']);
  });

  it('keeps the text that another version will replace, and says why', async () => {
    const library = open();
    const { id, story } = await newStory(library);
    await library.call('story', 'keep', { id, document: story.document, reason: 'restore' });
    await library.call('story', 'keep', { id, document: story.document });
    const { versions } = (await library.call('story', 'versions', { id })) as { versions: { reason: string }[] };
    expect(versions.map(({ reason }) => reason)).toEqual(['refused', 'restore', 'open']);
  });

  it('recognises a text in any normal form, and refuses what is no story', async () => {
    const library = open();
    const text = 'Tít thử\nBVS - Ngày 5.11, tại xã Nậm Sen, UBND xã họp. Đồng chí Vàng A Sình, Bí thư Đảng ủy xã dự.';
    const composed = await library.call('structure', 'analyze', { text });
    expect(composed).toMatchObject({ text, date: '2026-11-05', dateSure: true, analysis: { headline: { text: 'Tít thử' }, dateline: { place: { text: 'xã Nậm Sen' } } } });
    expect(await library.call('structure', 'analyze', { text: text.normalize('NFD').replaceAll('\n', '\r\n') })).toEqual(composed);
    expect(await library.call('structure', 'analyze', { text: 'a'.repeat(4_000_001) })).toBe('import.too-large');
    expect(await library.call('structure', 'analyze', { text: 'a\n'.repeat(50_001) })).toBe('import.too-many-lines');
  });
});
