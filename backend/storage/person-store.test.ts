import { describe, expect, it, onTestFinished } from 'vitest';
import type { PersonId } from '#core/base/ids.ts';
import { uuidv7 } from '#core/base/uuid.ts';
import { temporaryFolder, testClock, testRandom } from '#tests/stand-ins/ports.ts';
import { openLibraryFile } from './library-file.ts';
import type { PersonStore } from './person-store.ts';
import { makePersonStore } from './person-store.ts';

function open(): PersonStore {
  const opened = openLibraryFile(temporaryFolder());
  if (!opened.ok) throw new Error(opened.error.code);
  onTestFinished(() => opened.value.close());
  const clock = testClock();
  const random = testRandom();
  return makePersonStore({ db: opened.value, clock, newId: () => uuidv7(clock, random) });
}

const person = (name: string, ...titles: string[]): { name: string; honorific: string | null; titles: string[] } => ({ name, honorific: null, titles });

describe('looking people up', () => {
  const people = [
    person('Thào Hồng Sơn', 'Phó Bí thư Thường trực Tỉnh ủy'),
    person('Sơn Minh Thái', 'Giám đốc Sở Y tế'),
    person('Trịnh Khắc Duệ', 'Chủ tịch UBND tỉnh'),
    person('Đỗ Quang Trực', 'Phó Giám đốc Sở Xây dựng'),
    person('Lương Thế Hiển'),
    person('Lường Thị Hiên'),
  ];
  it.each([
    ['ths', ['Thào Hồng Sơn']],
    ['son', ['Thào Hồng Sơn', 'Sơn Minh Thái']],
    ['sơn', ['Thào Hồng Sơn', 'Sơn Minh Thái']],
    ['hong son', ['Thào Hồng Sơn']],
    ['so', ['Thào Hồng Sơn', 'Sơn Minh Thái', 'Đỗ Quang Trực']],
    ['do', ['Đỗ Quang Trực', 'Sơn Minh Thái']],
    ['dqt', ['Đỗ Quang Trực']],
    ['truc', ['Đỗ Quang Trực', 'Thào Hồng Sơn']],
    ['chu tich ubnd', ['Trịnh Khắc Duệ']],
    ['giam doc', ['Sơn Minh Thái', 'Đỗ Quang Trực']],
    ['hiển', ['Lương Thế Hiển', 'Lường Thị Hiên']],
    ['hiên', ['Lường Thị Hiên', 'Lương Thế Hiển']],
    ['không có ai', []],
  ])('%j finds %j, in this order', (query, wanted) => {
    const store = open();
    store.remember(people);
    expect(store.search(query, 8).map(({ name }) => name)).toEqual(wanted);
  });

  it('puts the most used first among equals, and stops at the limit', () => {
    const store = open();
    store.remember([person('Vàng A Sình', 'Bí thư'), person('Giàng A Sình', 'Trưởng bản')]);
    store.remember([person('Giàng A Sình', 'Trưởng bản')]);
    expect(store.search('sinh', 1).map(({ name, uses }) => [name, uses])).toEqual([['Giàng A Sình', 2]]);
    expect(store.list('', 1)).toMatchObject({ total: 2, people: [{ name: 'Giàng A Sình' }] });
  });
});

describe('remembering people', () => {
  it('takes the same name with an overlapping title as the same person, whatever the tone style', () => {
    const store = open();
    const [first] = store.remember([person('Ma Thị Hoà', 'Ủy viên BTV', 'Trưởng ban')]);
    const [again] = store.remember([{ name: 'Ma Thị Hòa', honorific: 'bà', titles: ['ủy viên BTV', 'Phó Bí thư'] }]);
    expect(again).toBe(first);
    expect(store.list('', 10).people).toMatchObject([{ honorific: 'bà', titles: ['ủy viên BTV', 'Phó Bí thư'], uses: 2 }]);
  });

  it('keeps namesakes apart', () => {
    const store = open();
    const ids = store.remember([person('Nông Văn Lực', 'Bác sĩ'), person('Nông Văn Lực', 'Kiến trúc sư'), person('Nông Văn Lực')]);
    expect(new Set(ids).size).toBe(3);
  });

  it('knows the only namesake of a bare name, and gives an untitled one his titles', () => {
    const store = open();
    const [first] = store.remember([person('Vi Thị Pản', 'Hiệu trưởng')]);
    expect(store.remember([person('Vi Thị Pản')])).toEqual([first]);
    expect(store.list('', 1).people[0]?.titles).toEqual(['Hiệu trưởng']);
    const [bare] = store.remember([person('Lý Seo Páo')]);
    expect(store.remember([person('Lý Seo Páo', 'Trưởng thôn')])).toEqual([bare]);
  });

  it('is changed and taken away by id; unknown ids change nothing', () => {
    const store = open();
    const [id] = store.remember([person('Vi Thị Pản')]) as [PersonId];
    expect(store.update(id, person('Vi Thị Pán', 'Hiệu trưởng'))).toBe(true);
    expect(store.search('pan', 8)).toMatchObject([{ name: 'Vi Thị Pán', titles: ['Hiệu trưởng'], uses: 1 }]);
    expect(store.remove(id)).toBe(true);
    expect(store.remove(id)).toBe(false);
    expect(store.update(id, person('x'))).toBe(false);
    expect(store.list('', 10)).toEqual({ people: [], total: 0 });
  });
});
