import { mkdirSync } from 'node:fs';
import type { AttendeeId, BlockId, StoryId } from '#core/base/ids.ts';
import { uuidv7 } from '#core/base/uuid.ts';
import type { StoryStatus } from '#core/story/meta.ts';
import { openLibraryFile } from '#backend/storage/library-file.ts';
import { makeProjections } from '#backend/storage/projections.ts';
import { makeStoryStore } from '#backend/storage/make-story-store.ts';
import { fieldJson, paragraphJson } from '#core/story/blocks.ts';
import { documentSchema, emptyFields } from '#core/story/document.ts';
import { testRandom } from '#tests/stand-ins/ports.ts';

const events = ['Cầu treo Bản Ỏ thông xe', 'Nậm Sen thu hoạch lúa nếp sớm', 'Lớp xóa mù chữ buổi tối', 'Giữ rừng đầu nguồn sông Lụa', 'Chợ phiên Huổi Sưa mở lại', 'Đảng bộ xã Nậm Sen bàn giảm nghèo', 'Lịch cắt điện tuần này'];
const bodies = ['Bà con các bản vùng cao xuống đồng từ sáng sớm.', 'Cây cầu nối xã Nậm Sen với chợ trung tâm, mỗi ngày hơn 400 lượt học sinh qua lại.', 'Ba tối một tuần, nhà văn hóa bản Khe Lạnh lại sáng đèn.', 'Các xã đã làm mới 74 km đường băng cản lửa, dựng 22 chòi canh.'];
const people = ['Vàng A Sình', 'Phùng Thị Mẩy', 'Trịnh Khắc Duệ', 'Ma Thị Hạ', 'Đỗ Quang Trực'];
const sections = ['Thời sự', 'Kinh tế', 'Văn hóa', ''];
const authors = ['Lê Thùy Nhiên', 'Lý Minh Thảo', 'Tạ Hữu Lộc'];
const statuses: readonly (StoryStatus | null)[] = [null, null, 'submitted', 'sent_back', 'published', null];

/** Of a list made up from lists that repeat. */
const nth = <T>(list: readonly T[], index: number): T => {
  const found = list[index % list.length];
  if (found === undefined) throw new Error('nothing to choose from');
  return found;
};

/**
 * Fills a library that nobody has open with invented stories, newest first numbered from 1, some hours between two. Straight into its
 * file: ten thousand by calls would take minutes.
 */
export function seedLibrary(folder: string, count: number, newest = Date.now()): readonly StoryId[] {
  mkdirSync(folder, { recursive: true });
  const opened = openLibraryFile(folder);
  if (!opened.ok) throw new Error(opened.error.code);
  const db = opened.value;
  const random = testRandom();
  let now = 0;
  const clock = { now: () => now, today: () => '2026-11-22' };
  const newId = (): string => uuidv7(clock, random);
  const bid = (): BlockId => newId() as BlockId;
  const stories = makeStoryStore({ db, clock, newId, who: () => '' });
  db.exec('PRAGMA synchronous = OFF');
  const ids: StoryId[] = [];
  const addStory = (number: number): void => {
    now = newest - number * 5 * 3_600_000;
    const attendees = people.slice(0, number % 5).map((name) => ({ id: newId() as AttendeeId, kind: 'person' as const, name, honorific: 'đồng chí', titles: [], role: 'attendee' as const, delegation: null, personId: null }));
    const made = stories.create(
      {
        schema: documentSchema,
        fields: { ...emptyFields, attendees, date: new Date(now).toISOString().slice(0, 10), section: nth(sections, number) },
        blocks: [fieldJson(bid(), 'kicker'), fieldJson(bid(), 'headline', `${nth(events, number)}, số ${number}`), fieldJson(bid(), 'lede'), paragraphJson(bid(), nth(bodies, number)), fieldJson(bid(), 'byline')],
      },
      nth(authors, number),
    );
    if (!made.ok) throw new Error(made.error.code);
    const { id } = made.value;
    const status = nth(statuses, number);
    if (status !== null) stories.setStatus(id, status, { at: now, who: '', action: status === 'published' ? 'published' : status === 'sent_back' ? 'sent_back' : 'submitted', note: '' });
    ids.push(id);
  };
  db.transaction(() => {
    for (let number = count; number >= 1; number--) addStory(number);
  });
  makeProjections(db).refresh();
  db.close();
  return ids.toReversed();
}
