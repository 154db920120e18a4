import { describe, expect, it, onTestFinished } from 'vitest';
import type { AttendeeId, BlockId, MediaId, StoryId } from '#core/base/ids.ts';
import { uuidv7 } from '#core/base/uuid.ts';
import { fieldJson, figureJson, paragraphJson } from '#core/story/blocks.ts';
import type { StoryDocument } from '#core/story/document.ts';
import { emptyFields } from '#core/story/document.ts';
import { temporaryFolder, testClock, testRandom } from '#tests/stand-ins/ports.ts';
import { openLibraryFile } from './library-file.ts';
import type { ListInput, Question } from './library-store.ts';
import { makeLibraryStore } from './library-store.ts';
import { makeStoryStore } from './make-story-store.ts';
import { makeProjections } from './projections.ts';

const everything: Question = { query: '', accents: 'auto', status: [], author: null, by: null, section: null, person: null, withPhoto: false, from: null, to: null, trashed: false };

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
  const write = (headline: string, text = '', { author = 'A', date = null as string | null, names = [] as string[], section = '', hasPhoto = false } = {}): StoryId => {
    const bid = (): BlockId => newId() as BlockId;
    const photo = { media: 'a'.repeat(64) as MediaId, width: 4, height: 3 };
    const attendees = names.map((name) => ({ id: newId() as AttendeeId, kind: 'person' as const, name, honorific: null, titles: [], role: 'attendee' as const, delegation: null, personId: null }));
    const document: StoryDocument = {
      schema: 1,
      fields: { ...emptyFields, date, attendees, section },
      blocks: [fieldJson(bid(), 'kicker'), fieldJson(bid(), 'headline', headline), fieldJson(bid(), 'lede'), paragraphJson(bid(), text), ...(hasPhoto ? [figureJson(bid(), { photo })] : []), fieldJson(bid(), 'byline')],
    };
    const created = stories.create(document, author);
    if (!created.ok) throw new Error(created.error.code);
    clock.advance(1000);
    return created.value.id;
  };
  const list = (input: Partial<ListInput> = {}) => {
    projections.refresh();
    return library.list({ ...everything, limit: 50, offset: 0, cursor: null, ...input });
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

  it('asks by author, section, person and photo, and knows what there is to ask by', () => {
    const { write, list, stories, library } = open();
    const bridge = write('Cầu treo', 'Bà con Bản Ỏ', { author: 'Thùy Nhiên', section: 'Kinh tế', names: ['Vàng A Sình', 'Phùng Thị Mẩy'], hasPhoto: true });
    const rice = write('Mùa lúa', 'Vàng ươm cả bản', { author: 'Đỗ Văn', section: 'Ảnh', names: ['Sình A Vàng'] });
    const brief = write('Tin vắn', '', { author: '' });
    const gone = write('Bỏ đi', '', { author: 'Người cũ', section: 'Mục cũ' });
    stories.trash([gone]);
    const ids = (input: Partial<ListInput>): string[] => list(input).rows.map((row) => row.id);
    expect(ids({ by: 'Thùy Nhiên' })).toEqual([bridge]);
    expect(ids({ section: 'Ảnh' })).toEqual([rice]);
    expect(ids({ section: '' })).toEqual([brief]);
    expect(ids({ person: 'Vàng A Sình' })).toEqual([bridge]);
    expect(ids({ person: 'Vang A Sinh' })).toEqual([]);
    expect(ids({ person: '"' })).toEqual([]);
    expect(ids({ withPhoto: true })).toEqual([bridge]);
    expect(ids({ withPhoto: true, section: 'Ảnh' })).toEqual([]);
    expect(library.facets()).toEqual({ authors: ['Đỗ Văn', 'Thùy Nhiên'], sections: ['Ảnh', 'Kinh tế'] });
  });

  it('minds accents or not, as asked', () => {
    const { write, list } = open();
    write('Nậm Sen vào mùa');
    write('Nam sen nở');
    const headlines = (input: Partial<ListInput>): string[] => list(input).rows.map((row) => row.headline);
    expect(headlines({ query: 'nam sen' })).toHaveLength(2);
    expect(headlines({ query: 'nam sen', accents: 'exact' })).toEqual(['Nam sen nở']);
    expect(headlines({ query: 'Nậm Sen' })).toEqual(['Nậm Sen vào mùa']);
    expect(headlines({ query: 'Nậm Sen', accents: 'blind' })).toHaveLength(2);
    expect(list({ query: 'NẬM', accents: 'blind' }).rows.map((row) => row.headlineMatches)).toEqual([[[0, 3]], [[0, 3]]]);
  });

  it('starts anywhere by counting rows, and names every row at once, in the same order', () => {
    const { write, list, library, db } = open();
    const ids = Array.from({ length: 30 }, (_, index) => write(`Tin ${index}`));
    db.exec('UPDATE story SET updated_at = updated_at / 4000 * 4000');
    expect(list({ offset: 7, limit: 5 })).toMatchObject({ total: 30, rows: ids.toReversed().slice(7, 12).map((id) => ({ id })) });
    expect(list({ offset: 28 }).rows).toHaveLength(2);
    expect(list({ offset: 99 }).rows).toEqual([]);
    expect(library.ids(everything)).toEqual(ids.toReversed());
    expect(library.ids({ ...everything, query: 'tin 2' })).toHaveLength(11);
  });

  it('shows the trash by when stories came there', () => {
    const { write, list, stories, library } = open();
    const [first, second, third] = [write('Một'), write('Hai'), write('Ba')];
    for (const id of [second, third, first]) {
      stories.trash([id]);
      write('Giữa chừng');
    }
    const wanted = [first, third, second];
    expect(library.ids({ ...everything, trashed: true })).toEqual(wanted);
    const page = list({ trashed: true, limit: 2 });
    expect([...page.rows, ...list({ trashed: true, limit: 2, cursor: page.next }).rows].map((row) => row.id)).toEqual(wanted);
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
