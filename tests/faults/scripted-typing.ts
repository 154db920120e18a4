import type { AttendeeId, BlockId } from '#core/base/ids.ts';
import { fieldJson, figureJson, paragraphJson, textJson } from '#core/story/blocks.ts';
import type { StoryChanges } from '#core/story/changes.ts';
import type { BlockJson, StoryDocument } from '#core/story/document.ts';
import { emptyFields } from '#core/story/document.ts';

/**
 * A story being written, step by step, the same at every run: what stands after step n depends on n alone, so that whoever finds a
 * story at seq n knows every letter of it.
 */
const words = 'hội nghị trực tuyến tổng kết nghề dệt ở thị xã Lụa quyết định giữ rừng đầu nguồn và mở đường mới'.split(' ');

const id = (kind: number, number: number): string => `00000000-0000-7000-8${String(kind).padStart(3, '0')}-${String(number).padStart(12, '0')}`;
const bid = (number: number): BlockId => id(1, number) as BlockId;

/** Every twentieth step begins a paragraph, every sixtieth takes the oldest one away, every thirtieth adds an attendee. */
export function textAfter(step: number): StoryDocument {
  const body = new Map<number, string[]>([[0, []]]);
  const attendees: StoryDocument['fields']['attendees'] = [];
  let current = 0;
  for (let count = 1; count <= step; count++) {
    if (count % 20 === 0) body.set((current = count), []);
    if (count % 60 === 0 && body.size > 1) body.delete([...body.keys()][0] ?? -1);
    if (count % 30 === 0) attendees.push({ id: id(2, count) as AttendeeId, kind: 'person', name: `Người ${count}`, honorific: null, titles: [], role: 'attendee', delegation: null, personId: null });
    body.get(current)?.push(words[count % words.length] ?? '');
  }
  const figure = figureJson(bid(900_001), { caption: `Chú thích ${Math.floor(step / 7)}` });
  return {
    schema: 1,
    fields: { ...emptyFields, attendees },
    blocks: [
      fieldJson(bid(900_002), 'kicker'),
      fieldJson(bid(900_003), 'headline', step === 0 ? '' : `Tít ${Math.floor(step / 11)}`),
      fieldJson(bid(900_004), 'lede'),
      ...[...body].map(([number, typed]) => paragraphJson(bid(number), typed.length === 0 ? [] : [textJson(typed.join(' '))])),
      figure,
      fieldJson(bid(900_005), 'byline'),
    ],
  };
}

/** The batch an editor would send for a step. */
export function changesOf(step: number): StoryChanges {
  const before = textAfter(step - 1);
  const after = textAfter(step);
  const was = new Map(before.blocks.map((block): [BlockId, string] => [block.$.bid, JSON.stringify(block)]));
  const upsert: BlockJson[] = after.blocks.filter((block) => was.get(block.$.bid) !== JSON.stringify(block));
  const order = after.blocks.map((block) => block.$.bid);
  const remove = [...was.keys()].filter((block) => !order.includes(block));
  const sameOrder = JSON.stringify([...was.keys()]) === JSON.stringify(order);
  const sameFields = before.fields.attendees.length === after.fields.attendees.length;
  return { upsert, remove, order: sameOrder ? null : order, fields: sameFields ? null : after.fields };
}
