import fc from 'fast-check';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { BlockId, MediaId, StoryId } from '#core/base/ids.ts';
import { uuidv7 } from '#core/base/uuid.ts';
import { emptyDocument, figureJson, paragraphJson, textJson } from '#core/story/blocks.ts';
import type { StoryChanges } from '#core/story/changes.ts';
import type { BlockJson, StoryDocument } from '#core/story/document.ts';
import { emptyFields, StoryDocument as StoryDocumentSchema } from '#core/story/document.ts';
import { documentText } from '#core/story/text.ts';
import { temporaryFolder, testClock, testRandom } from '#tests/stand-ins/ports.ts';
import { openLibraryFile } from './library-file.ts';
import { makeStoryStore } from './make-story-store.ts';
import type { StoryStore } from './story-store.ts';

function open(folder = temporaryFolder()) {
  const opened = openLibraryFile(folder);
  if (!opened.ok) throw new Error(opened.error.code);
  const db = opened.value;
  onTestFinished(() => db.close());
  const clock = testClock();
  const random = testRandom();
  const newId = (): string => uuidv7(clock, random);
  return { db, clock, newId, bid: (): BlockId => newId() as BlockId, stories: makeStoryStore({ db, clock, newId, who: () => 'Thùy Nhiên' }) };
}

const must = <T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T => {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

const changes = (more: Partial<StoryChanges>): StoryChanges => ({ upsert: [], remove: [], order: null, fields: null, ...more });
const stored = (stories: StoryStore, id: StoryId): StoryDocument => must(stories.get(id)).document;
const order = (document: StoryDocument): BlockId[] => document.blocks.map((block) => block.$.bid);

describe('a story on disk', () => {
  it('comes back as it was created, with its fields and in its order', () => {
    const { stories, bid } = open();
    const document = emptyDocument(bid, { ...emptyFields, section: 'Thời sự', keywords: ['dệt'] });
    const meta = must(stories.create(document, 'Thùy Nhiên'));
    expect(meta).toMatchObject({ seq: 0, status: 'draft', author: 'Thùy Nhiên', trashedAt: null, events: [] });
    expect(stored(stories, meta.id)).toEqual(document);
  });

  it('takes a batch whole: changed, new and removed blocks, order and fields', () => {
    const { stories, bid, clock } = open();
    const { id } = must(stories.create(emptyDocument(bid), ''));
    const before = stored(stories, id);
    const [kicker, headline, lede, body, byline] = before.blocks as [BlockJson, BlockJson, BlockJson, BlockJson, BlockJson];
    const changed = { ...headline, children: [textJson('Tít mới')] } as BlockJson;
    const figure = figureJson(bid(), { caption: 'Chú thích' });
    clock.advance(5000);
    const ack = must(stories.append(id, 0, changes({ upsert: [changed, figure], remove: [body.$.bid], order: [kicker, changed, lede, figure, byline].map((block) => block.$.bid), fields: { ...emptyFields, slug: 'tit-moi' } })));
    expect(ack).toEqual({ seq: 1, savedAt: clock.now() });
    expect(stored(stories, id)).toEqual({ ...before, fields: { ...emptyFields, slug: 'tit-moi' }, blocks: [kicker, changed, lede, figure, byline] });
  });

  it('reads and checks no block but those of the batch, however long the story is', () => {
    const { stories, bid, db } = open();
    const [kicker, headline, lede, , byline] = emptyDocument(bid).blocks as [BlockJson, BlockJson, BlockJson, BlockJson, BlockJson];
    const paragraphs = Array.from({ length: 500 }, (_, index) => paragraphJson(bid(), `Đoạn ${index}`));
    const { id } = must(stories.create({ schema: 1, fields: emptyFields, blocks: [kicker, headline, lede, ...paragraphs, byline] }, ''));
    const ids = [kicker, headline, lede, ...paragraphs, byline].map((block) => block.$.bid);
    const typed = paragraphs[7]?.$.bid as BlockId;
    // What is not JSON can't be read: a batch that succeeds has read none of it.
    db.prepare("UPDATE block SET json = 'unreadable' WHERE story_id = ? AND block_id <> ?").run(id, typed);
    expect(must(stories.append(id, 0, changes({ upsert: [paragraphJson(typed, 'Đoạn bảy')] }))).seq).toBe(1);
    const added = paragraphJson(bid(), 'Đoạn mới');
    const withAdded = [...ids.slice(0, 5), added.$.bid, ...ids.slice(5)];
    expect(must(stories.append(id, 1, changes({ upsert: [added], order: withAdded }))).seq).toBe(2);
    // Ids are asserted all the same.
    const refused = (order: readonly BlockId[]) => stories.append(id, 2, changes({ upsert: [], order: [...order] }));
    expect(refused(withAdded.slice(1))).toMatchObject({ error: { code: 'story.invalid' } });
    expect(refused([...withAdded, added.$.bid])).toMatchObject({ error: { code: 'story.invalid' } });
    expect(refused([...withAdded, bid()])).toMatchObject({ error: { code: 'story.invalid' } });
    expect(stories.append(id, 2, changes({ upsert: [paragraphJson(bid(), 'Không có trong thứ tự')] }))).toMatchObject({ error: { code: 'story.invalid' } });
    expect(() => stories.get(id)).toThrow(SyntaxError);
  });

  it('refuses a stale base, and knows a batch that comes again because its answer was lost', () => {
    const { stories, bid } = open();
    const { id } = must(stories.create(emptyDocument(bid), ''));
    const [, headline] = stored(stories, id).blocks;
    const mine = changes({ upsert: [{ ...headline, children: [textJson('Một')] } as BlockJson] });
    const other = changes({ upsert: [{ ...headline, children: [textJson('Hai')] } as BlockJson] });
    expect(must(stories.append(id, 0, mine)).seq).toBe(1);
    expect(must(stories.append(id, 0, mine)).seq).toBe(1);
    expect(stories.append(id, 0, other)).toMatchObject({ error: { code: 'story.stale' } });
    expect(must(stories.append(id, 1, other)).seq).toBe(2);
    expect(stories.append(id, 0, mine)).toMatchObject({ error: { code: 'story.stale' } });
    expect(documentText(stored(stories, id))).toBe('Hai');
  });

  it.each<[string, (document: StoryDocument, bid: () => BlockId) => Partial<StoryChanges>]>([
    ['a block twice in the order', (document) => ({ order: [...order(document), document.blocks[0]?.$.bid as BlockId] })],
    ['a block missing from the order', (document) => ({ order: order(document).slice(1) })],
    ['an unknown block in the order', (document, bid) => ({ order: [...order(document), bid()] })],
    ['a new block without a place', (_document, bid) => ({ upsert: [paragraphJson(bid(), 'x')] })],
    ['a removed block still in the order', (document) => ({ remove: [document.blocks[3]?.$.bid as BlockId] })],
    ['no headline', (document) => ({ remove: [document.blocks[1]?.$.bid as BlockId], order: order(document).filter((_, index) => index !== 1) })],
    ['a headline that became a paragraph', (document) => ({ upsert: [paragraphJson(document.blocks[1]?.$.bid as BlockId, 'x')] })],
    ['two bylines', (document, bid) => { const second = { ...document.blocks[4], $: { bid: bid() } } as BlockJson; return { upsert: [second], order: [...order(document), second.$.bid] }; }],
    ['the same block twice in one batch', (document) => ({ upsert: [document.blocks[3] as BlockJson, document.blocks[3] as BlockJson] })],
    ['a block both changed and removed', (document) => ({ upsert: [document.blocks[3] as BlockJson], remove: [document.blocks[3]?.$.bid as BlockId], order: order(document) })],
  ])('refuses %s and leaves the stored story untouched', (_name, make) => {
    const { stories, bid } = open();
    const { id } = must(stories.create(emptyDocument(bid), ''));
    const before = must(stories.get(id));
    expect(stories.append(id, 0, changes(make(before.document, bid)))).toMatchObject({ ok: false, error: { code: 'story.invalid' } });
    expect(must(stories.get(id))).toEqual(before);
  });

  it('lets ids of two fields change places in one batch', () => {
    const { stories, bid } = open();
    const { id } = must(stories.create(emptyDocument(bid), ''));
    const [kicker, headline, ...rest] = stored(stories, id).blocks as [BlockJson, BlockJson, ...BlockJson[]];
    const [first, second] = [{ ...kicker, $: headline.$ }, { ...headline, $: kicker.$ }];
    must(stories.append(id, 0, changes({ upsert: [first, second], order: [first, second, ...rest].map((block) => block.$.bid) })));
    expect(stored(stories, id).blocks.slice(0, 2)).toEqual([first, second]);
  });

  it('agrees with a model over random batches, sound and unsound', () => {
    const { stories, bid } = open();
    const step = fc.record({ kind: fc.constantFrom('type', 'add', 'remove', 'move', 'broken'), at: fc.nat(50), text: fc.string({ unit: 'binary', maxLength: 12 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const { id } = must(stories.create(emptyDocument(bid), ''));
        let model = stored(stories, id).blocks;
        let seq = 0;
        for (const { kind, at, text } of steps) {
          const body = model.slice(3, -1);
          const target = body[at % Math.max(1, body.length)];
          if (kind === 'broken') {
            const bad = stories.append(id, seq, changes({ upsert: target === undefined ? [] : [{ ...target, $: { bid: bid() } }], order: model.map((block) => block.$.bid).slice(1) }));
            expect(bad.ok).toBe(false);
            continue;
          }
          let next = model;
          const upsert: BlockJson[] = [];
          if (kind === 'type' && target !== undefined) upsert.push(paragraphJson(target.$.bid, text));
          if (kind === 'add') upsert.push(paragraphJson(bid(), text));
          for (const block of upsert) next = next.some((known) => known.$.bid === block.$.bid) ? next.map((known) => (known.$.bid === block.$.bid ? block : known)) : [...next.slice(0, 3), block, ...next.slice(3)];
          const remove = kind === 'remove' && target !== undefined ? [target.$.bid] : [];
          next = next.filter((block) => !remove.includes(block.$.bid));
          if (kind === 'move') next = [...next.slice(0, 3), ...next.slice(3, -1).toReversed(), ...next.slice(-1)];
          must(stories.append(id, seq, changes({ upsert, remove, order: kind === 'type' ? null : next.map((block) => block.$.bid) })));
          model = next;
          seq = must(stories.meta(id)).seq;
        }
        expect(stored(stories, id).blocks).toEqual(model);
      }),
      { numRuns: 60 },
    );
  });
});

describe('versions', () => {
  it('keep the whole text, once for the same seq and reason, and say which stories are due', () => {
    const { stories, bid, clock } = open();
    const { id } = must(stories.create(emptyDocument(bid), ''));
    const [, headline] = stored(stories, id).blocks;
    const first = must(stories.keepVersion(id, 'open'));
    expect(must(stories.keepVersion(id, 'open'))).toBe(first);
    expect(must(stories.keepIfChanged(id, 'interval'))).toBeNull();
    must(stories.append(id, 0, changes({ upsert: [{ ...headline, children: [textJson('Hai chữ')] } as BlockJson] })));
    expect(stories.dueForVersion(clock.now())).toEqual([]);
    clock.advance(300_001);
    expect(stories.dueForVersion(clock.now() - 300_000)).toEqual([id]);
    const second = must(stories.keepIfChanged(id, 'interval'));
    expect(stories.dueForVersion(clock.now() + 1)).toEqual([]);
    expect(must(stories.versions(id)).map(({ reason, seq, words, author }) => [reason, seq, words, author])).toEqual([['interval', 1, 2, 'Thùy Nhiên'], ['open', 0, 0, 'Thùy Nhiên']]);
    expect(must(stories.version(second ?? first))).toMatchObject({ storyId: id, document: stored(stories, id) });
    expect(documentText(must(stories.version(first)).document)).toBe('');
  });

  it('keep a refused text beside the story, each time it comes', () => {
    const { stories, bid } = open();
    const { id } = must(stories.create(emptyDocument(bid), ''));
    const refused = emptyDocument(bid);
    const one = must(stories.keepDocument(id, refused, 'refused'));
    const two = must(stories.keepDocument(id, refused, 'refused'));
    expect(one).not.toBe(two);
    expect(must(stories.version(one)).document).toEqual(refused);
    expect(stored(stories, id)).not.toEqual(refused);
  });
});

describe('around a story', () => {
  it('duplicates with ids of its own, marks following their attendees', () => {
    const { stories, bid, newId } = open();
    const attendee = { id: newId(), kind: 'person', name: 'Đào Thị Ngát', honorific: null, titles: ['Phó Giám đốc'], role: 'attendee', delegation: null, personId: null };
    const blank = emptyDocument(bid, { ...emptyFields, attendees: [attendee as never] });
    const marked = paragraphJson(bid(), [textJson('Đồng chí '), textJson('Đào Thị Ngát', [{ kind: 'person', id: attendee.id as never }])]);
    const document = { ...blank, blocks: [...blank.blocks.slice(0, 3), marked, ...blank.blocks.slice(4)] };
    const { id } = must(stories.create(document, 'A'));
    const copy = must(stories.duplicate(id, 'B'));
    const copied = stored(stories, copy.id);
    expect(copy).toMatchObject({ author: 'B', status: 'draft', seq: 0 });
    expect(StoryDocumentSchema.parse(copied)).toEqual(copied);
    expect(documentText(copied)).toBe(documentText(document));
    expect(order(copied).filter((blockId) => order(document).includes(blockId))).toEqual([]);
    const renamed = copied.fields.attendees[0]?.id;
    expect(renamed).not.toBe(attendee.id);
    expect(JSON.stringify(copied)).toContain(`"marks":[{"kind":"person","id":"${renamed ?? ''}"}]`);
    expect(JSON.stringify(copied)).not.toContain(attendee.id);
  });

  it('moves to the trash and back, naming only what moved', () => {
    const { stories, bid } = open();
    const { id } = must(stories.create(emptyDocument(bid), ''));
    expect(stories.trash([id, 'unknown' as StoryId])).toEqual([id]);
    expect(stories.trash([id])).toEqual([]);
    expect(must(stories.meta(id)).trashedAt).not.toBeNull();
    expect(stories.restore([id])).toEqual([id]);
    expect(must(stories.meta(id)).trashedAt).toBeNull();
  });

  it('is filed under another section without coming to the top of the newest', () => {
    const { stories, bid, clock, db } = open();
    const { id, updatedAt } = must(stories.create(emptyDocument(bid), ''));
    clock.advance(60_000);
    expect(must(stories.setSection(id, 'Kinh tế'))).toEqual({ before: '', seq: 1 });
    expect(must(stories.setSection(id, 'Kinh tế'))).toEqual({ before: 'Kinh tế', seq: 1 });
    expect(stored(stories, id).fields).toEqual({ ...emptyFields, section: 'Kinh tế' });
    expect(must(stories.meta(id))).toMatchObject({ seq: 1, updatedAt });
    expect(stories.setSection('unknown' as StoryId, '')).toMatchObject({ error: { code: 'story.missing' } });
    db.prepare('UPDATE story SET schema = 99 WHERE id = ?').run(id);
    expect(stories.setSection(id, '')).toMatchObject({ error: { code: 'story.newer' } });
  });

  it('knows which stories of the trash nobody will miss, and what photos go with them', () => {
    const { stories, bid, clock } = open();
    const photo = { media: 'b'.repeat(64) as MediaId, width: 4, height: 3 };
    const blank = emptyDocument(bid);
    const { id } = must(stories.create({ ...blank, blocks: [...blank.blocks.slice(0, -1), figureJson(bid(), { photo }), ...blank.blocks.slice(-1)] }, ''));
    const published = must(stories.create(emptyDocument(bid), '')).id;
    must(stories.setStatus(published, 'published', { at: 1, who: '', action: 'published', note: '' }));
    stories.trash([id, published]);
    expect(stories.trashedBefore(clock.now())).toEqual([]);
    expect(stories.trashedBefore(clock.now() + 1)).toEqual([id]);
    must(stories.keepVersion(id, 'interval'));
    expect(stories.photosOf([id, published])).toEqual([photo.media]);
    expect(stories.erase([id, 'unknown' as StoryId])).toEqual([id]);
    expect(stories.photosOf([id])).toEqual([]);
    expect(stories.meta(id)).toMatchObject({ error: { code: 'story.missing' } });
  });

  it('answers for stories and versions that are not there, and refuses a newer schema', () => {
    const { stories, bid, db } = open();
    const { id } = must(stories.create(emptyDocument(bid), ''));
    const missing = 'ffffffff-ffff-7fff-bfff-ffffffffffff';
    expect(stories.get(missing as StoryId)).toMatchObject({ error: { code: 'story.missing' } });
    expect(stories.version(missing as never)).toMatchObject({ error: { code: 'version.missing' } });
    db.prepare('UPDATE story SET schema = 99 WHERE id = ?').run(id);
    expect(stories.get(id)).toMatchObject({ error: { code: 'story.newer' } });
    expect(stories.append(id, 0, changes({ fields: emptyFields }))).toMatchObject({ error: { code: 'story.newer' } });
  });

  it('is there after the library is closed and opened again', () => {
    const folder = temporaryFolder();
    const first = openLibraryFile(folder);
    if (!first.ok) throw new Error(first.error.code);
    const clock = testClock();
    const random = testRandom();
    const ports = { clock, newId: () => uuidv7(clock, random), who: () => '' };
    const { id } = must(makeStoryStore({ ...ports, db: first.value }).create(emptyDocument(() => ports.newId() as BlockId), ''));
    first.value.close();
    expect(must(makeStoryStore({ ...ports, db: open(folder).db }).meta(id)).seq).toBe(0);
    expect(join(folder, 'library.sqlite')).toContain(folder);
  });
});
