import { describe, expect, it, onTestFinished } from 'vitest';
import type { AttendeeId, BlockId, StoryId } from '#core/base/ids.ts';
import { uuidv7 } from '#core/base/uuid.ts';
import { fieldJson, paragraphJson } from '#core/story/blocks.ts';
import type { StoryDocument } from '#core/story/document.ts';
import { emptyFields } from '#core/story/document.ts';
import { temporaryFolder, testClock, testRandom } from '#tests/stand-ins/ports.ts';
import { openLibraryFile } from './library-file.ts';
import type { ListInput } from './library-store.ts';
import { makeLibraryStore } from './library-store.ts';
import { makeStoryStore } from './make-story-store.ts';
import { makeProjections } from './projections.ts';

function open() {
  const opened = openLibraryFile(temporaryFolder());
  if (!opened.ok) throw new Error(opened.error.code);
  const db = opened.value;
  onTestFinished(() => db.close());
  const clock = testClock();
  const random = testRandom();
  const newId = (): string => uuidv7(clock, random);
  const stories = makeStoryStore({ db, clock, newId, who: () => '' });
  const projections = makeProjections(db);
  const library = makeLibraryStore(db);
  const write = (headline: string, text = '', { author = 'A', date = null as string | null, names = [] as string[] } = {}): StoryId => {
    const bid = (): BlockId => newId() as BlockId;
    const attendees = names.map((name) => ({ id: newId() as AttendeeId, kind: 'person' as const, name, honorific: null, titles: [], role: 'attendee' as const, delegation: null, personId: null }));
    const document: StoryDocument = {
      schema: 1,
      fields: { ...emptyFields, date, attendees },
      blocks: [fieldJson(bid(), 'kicker'), fieldJson(bid(), 'headline', headline), fieldJson(bid(), 'lede'), paragraphJson(bid(), text), fieldJson(bid(), 'byline')],
    };
    const created = stories.create(document, author);
    if (!created.ok) throw new Error(created.error.code);
    clock.advance(1000);
    return created.value.id;
  };
  const list = (input: Partial<ListInput> = {}) => {
    projections.refresh();
    return library.list({ query: '', status: [], author: null, from: null, to: null, trashed: false, limit: 50, cursor: null, ...input });
  };
  const headlines = (query: string): string[] => list({ query }).rows.map((row) => row.headline);
  return { db, stories, projections, library, write, list, headlines };
}

describe('search', () => {
  it.each([
    ['duong', ['Mở đường mới', 'Dương Văn Bảo nhận giải']],
    ['đường', ['Mở đường mới']],
    ['dương', ['Dương Văn Bảo nhận giải']],
    ['do', ['Đỗ xe đúng chỗ']],
    ['ĐỖ XE', ['Đỗ xe đúng chỗ']],
    ['mo duo', ['Mở đường mới']],
    ['moi duong', ['Mở đường mới']],
    ['mo duong xe', []],
    ['hoà', []],
    ['giai', ['Dương Văn Bảo nhận giải']],
    ['"* NEAR(', []],
    ['AND OR NOT', []],
  ])('finds for %j: %j', (query, wanted) => {
    const { write, headlines } = open();
    write('Đỗ xe đúng chỗ');
    write('Dương Văn Bảo nhận giải');
    write('Mở đường mới');
    expect(headlines(query)).toEqual(wanted);
  });

  it('finds decomposed queries, words of the text and names that only the attendee list has', () => {
    const { write, headlines } = open();
    write('Một', 'Bà con Bản Ỏ đón cầu mới.');
    write('Hai', '', { names: ['Lò Thị Mây'] });
    expect(headlines('bản ỏ'.normalize('NFD'))).toEqual(['Một']);
    expect(headlines('lo thi may')).toEqual(['Hai']);
  });

  it('marks what matched in headline and snippet, in code units of what is shown', () => {
    const { write, list } = open();
    write('Khánh thành cầu treo', `${'Mưa lớn kéo dài nhiều ngày. '.repeat(20)}Cầu treo Bản Ỏ thông xe. ${'Bà con vui mừng. '.repeat(30)}`);
    const [row] = list({ query: 'cau tre' }).rows;
    const cut = (text: string, ranges: readonly (readonly [number, number])[]): string[] => ranges.map(([start, end]) => text.slice(start, end));
    expect(cut(row?.headline ?? '', row?.headlineMatches ?? [])).toEqual(['cầu', 'tre']);
    expect(cut(row?.snippet ?? '', row?.snippetMatches ?? []).slice(0, 2)).toEqual(['Cầu', 'Tre'.toLowerCase()]);
    expect(row?.snippet.startsWith('… ')).toBe(true);
    expect((row?.snippet ?? '').length).toBeLessThan(220);
  });

  it('follows the text: nothing of what was typed over is found any more', () => {
    const { write, stories, headlines } = open();
    const id = write('Cũ kỹ');
    const stored = stories.get(id);
    if (!stored.ok) throw new Error(stored.error.code);
    const headline = stored.value.document.blocks[1];
    expect(headlines('cũ')).toEqual(['Cũ kỹ']);
    expect(stories.append(id, 0, { upsert: [fieldJson(headline?.$.bid as BlockId, 'headline', 'Mới tinh')], remove: [], order: null, fields: null }).ok).toBe(true);
    expect(headlines('cũ')).toEqual([]);
    expect(headlines('moi tinh')).toEqual(['Mới tinh']);
  });

  it('gives the same answers after everything was projected anew', () => {
    const { write, list, projections } = open();
    for (let count = 0; count < 20; count++) write(`Tin số ${count}`, `Nội dung ${count % 3}`);
    const before = [list(), list({ query: 'noi dung 1' })];
    expect(projections.rebuild()).toBe(20);
    expect([list(), list({ query: 'noi dung 1' })]).toEqual(before);
  });
});

describe('the list', () => {
  it('pages newest first without gaps or repeats, also among equal times', () => {
    const { write, list, db } = open();
    const ids = Array.from({ length: 23 }, (_, index) => write(`Tin ${index}`));
    db.exec('UPDATE story SET updated_at = updated_at / 4000 * 4000');
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: ReturnType<typeof list> = list({ limit: 5, cursor });
      expect(page.total).toBe(23);
      seen.push(...page.rows.map((row) => row.id));
      cursor = page.next;
    } while (cursor !== null);
    expect(seen).toEqual(ids.toReversed());
  });

  it('filters by status, author and date, keeps the trash apart, and counts', () => {
    const { write, list, stories, library } = open();
    const mine = write('Của tôi', '', { author: 'Tôi', date: '2026-11-05' });
    const other = write('Của bạn', '', { author: 'Bạn', date: '2026-11-12' });
    const undated = write('Chưa có ngày', '', { author: '' });
    const gone = write('Bỏ đi', '', { author: 'Tôi' });
    stories.trash([gone]);
    stories.setStatus(other, 'submitted', { at: 1, who: 'Bạn', action: 'submitted', note: '' });
    const ids = (input: Partial<ListInput>): string[] => list(input).rows.map((row) => row.id).toSorted();
    expect(ids({ author: 'Tôi' })).toEqual([mine, undated].toSorted());
    expect(ids({ author: '' })).toEqual([undated]);
    expect(ids({ status: ['submitted'] })).toEqual([other]);
    expect(ids({ status: ['draft', 'submitted'] })).toEqual([mine, other, undated].toSorted());
    expect(ids({ from: '2026-11-05', to: '2026-11-05' })).toEqual([mine]);
    expect(ids({ from: '2026-11-06' })).toEqual([other]);
    expect(ids({ trashed: true })).toEqual([gone]);
    expect(list({ from: '2026-11-06' }).total).toBe(1);
    expect(library.counts('Tôi')).toEqual({ all: 3, mine: 2, toReview: 1, trash: 1 });
    for (const who of ['Tôi', 'Bạn', 'Người lạ', '']) expect(list({ author: who }).total).toBe(library.counts(who).mine);
  });

  it('gives the same pages whether few stories match or most do', () => {
    const { write, list, stories, db } = open();
    const ids = Array.from({ length: 640 }, (_, index) => write(index % 8 === 0 ? `Hiếm ${index}` : `Tin ${index}`, 'đường mới', { date: index % 2 === 0 ? '2026-11-05' : '2026-11-06' }));
    const gone = ids.filter((_, index) => index % 40 === 0);
    stories.trash(gone);
    db.exec('UPDATE story SET updated_at = updated_at / 3000 * 3000');
    const walk = (input: Partial<ListInput>): string[] => {
      const seen: string[] = [];
      for (let cursor: string | null = null, more = true; more; more = cursor !== null) {
        const page: ReturnType<typeof list> = list({ ...input, limit: 200, cursor });
        seen.push(...page.rows.map((row) => row.id));
        cursor = page.next;
      }
      return seen;
    };
    const kept = ids.filter((id) => !gone.includes(id)).toReversed();
    expect(walk({ query: 'duong' })).toEqual(kept);
    expect(walk({})).toEqual(kept);
    expect(walk({ query: 'hiem' })).toEqual(kept.filter((id) => ids.indexOf(id) % 8 === 0));
    expect(walk({ query: 'duong', from: '2026-11-05', author: 'A' })).toEqual(kept);
    expect(walk({ query: 'duong', from: '2026-11-06' })).toEqual(kept.filter((id) => ids.indexOf(id) % 2 === 1));
    expect(walk({ query: 'duong', trashed: true })).toEqual(gone.toReversed());
  });

  it('shows the text around the first match, however late it comes', () => {
    const { write, list } = open();
    write('Tít', `${'mở đầu bài dài dòng '.repeat(400)}\n\nrồi tới cầu treo Nậm Sen`);
    const [row] = list({ query: 'cau treo' }).rows;
    expect(row?.snippet).toContain('cầu treo Nậm Sen');
    expect(row?.snippetMatches.map(([from, to]) => row.snippet.slice(from, to))).toEqual(['cầu', 'treo']);
  });

  it('starts from the top for a cursor that is not ours', () => {
    const { write, list } = open();
    write('Tin');
    expect(list({ cursor: "1' OR 1=1" }).rows).toHaveLength(1);
  });

  it('finds whole ids by their beginning, at most two', () => {
    const { write, library } = open();
    const ids = [write('Một'), write('Hai'), write('Ba')];
    expect(library.idsStartingWith(ids[1] ?? '')).toEqual([ids[1]]);
    expect(library.idsStartingWith('0')).toHaveLength(2);
    expect(library.idsStartingWith("' OR 1=1")).toEqual([]);
  });
});
