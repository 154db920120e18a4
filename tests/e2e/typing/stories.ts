import type { AttendeeId, BlockId } from '#core/base/ids.ts';
import { bold, fieldJson, figureJson, headingJson, paragraphJson, textJson } from '#core/story/blocks.ts';
import type { Attendee } from '#core/story/attendee.ts';
import type { BlockJson, StoryDocument } from '#core/story/document.ts';
import { documentSchema, emptyFields } from '#core/story/document.ts';
import type { Mark } from '#core/story/marks.ts';

let count = 0;
export const newBlockId = (): BlockId => `00000000-0000-7000-8000-${String(++count).padStart(12, '0')}` as BlockId;

export const due: Attendee = {
  id: '00000000-0000-7000-a000-000000000001' as AttendeeId, kind: 'person', name: 'Trịnh Khắc Duệ', honorific: 'đồng chí',
  titles: ['Phó Bí thư Tỉnh ủy', 'Chủ tịch UBND tỉnh'], role: 'chair', delegation: null, personId: null,
};
export const ha: Attendee = { ...due, id: '00000000-0000-7000-a000-000000000002' as AttendeeId, name: 'Ma Thị Hạ', titles: ['Ủy viên BTV Tỉnh ủy'], role: 'attendee' };
export const dueMark: Mark = { kind: 'person', id: due.id };

export const story = (body: readonly BlockJson[], fields: Partial<Record<'kicker' | 'headline' | 'lede' | 'byline', string>> = {}): StoryDocument => ({
  schema: documentSchema,
  fields: { ...emptyFields, attendees: [due, ha] },
  blocks: [
    fieldJson(newBlockId(), 'kicker', fields.kicker ?? ''),
    fieldJson(newBlockId(), 'headline', fields.headline ?? ''),
    fieldJson(newBlockId(), 'lede', fields.lede ?? ''),
    ...body,
    fieldJson(newBlockId(), 'byline', fields.byline ?? ''),
  ],
});

/** Body index of the first block of the body among the children of the root. */
export const body = 3;

export const withPerson = (before: string, after: string): StoryDocument =>
  story([paragraphJson(newBlockId(), [...(before === '' ? [] : [textJson(before)]), textJson(due.name, [dueMark]), ...(after === '' ? [] : [textJson(after)])])]);

export const withLink = (): StoryDocument =>
  story([
    paragraphJson(newBlockId(), [
      textJson('Xem '),
      { type: 'link', version: 1, url: 'https://vinhsa.example/', rel: null, target: null, title: null, children: [textJson('trang của tỉnh')], direction: null, format: '', indent: 0 },
      textJson(' nhé'),
    ]),
  ]);

export const withBold = (): StoryDocument => story([paragraphJson(newBlockId(), [textJson('thường '), textJson('đậm', [], bold), textJson(' thường')])]);
export const withHeading = (): StoryDocument => story([headingJson(newBlockId(), 'h2', '')]);
export const withFigure = (): StoryDocument => story([paragraphJson(newBlockId(), 'trước'), figureJson(newBlockId(), { caption: '' }), paragraphJson(newBlockId(), 'sau')]);

/** Runs of the block at `index` that carry the mark of `id`, as text. */
export const markedText = (document: StoryDocument, index: number, id: AttendeeId = due.id): string => {
  const block = document.blocks[index];
  if (block === undefined || !('children' in block)) return '';
  const inside = (node: unknown): string => {
    const { text, children, $ } = node as { text?: string; children?: unknown[]; $?: { marks?: Mark[] } };
    if (text !== undefined) return $?.marks?.some((mark) => mark.kind === 'person' && mark.id === id) === true ? text : '';
    return (children ?? []).map(inside).join('');
  };
  return inside(block);
};
