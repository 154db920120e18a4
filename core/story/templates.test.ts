import { describe, expect, it } from 'vitest';
import type { BlockId } from '../base/ids.ts';
import { defaultSettings } from '../contract/settings.ts';
import { TemplateName } from '../contract/story.ts';
import { composeDateline, shortDate } from './compose-dateline.ts';
import { StoryDocument } from './document.ts';
import { templateDocument } from './templates.ts';
import { documentText } from './text.ts';

const settings = {
  ...defaultSettings,
  profile: { name: 'Đào Thùy Nhiên', penName: 'Thùy Nhiên', role: 'reporter' as const },
  newsroom: { ...defaultSettings.newsroom, sourceMark: 'BVS', place: 'tỉnh Vĩnh Sa', dateStyle: '19/1' as const },
};
let count = 0;
const filling = { settings, today: '2026-01-09', newBlockId: () => `00000000-0000-7000-8000-${String(++count).padStart(12, '0')}` as BlockId };

describe('templates', () => {
  it.each([
    ['blank', ''],
    ['conference', 'BVS - Ngày 9/1, tại tỉnh Vĩnh Sa, \nTin, ảnh: Thùy Nhiên'],
    ['brief', 'BVS - Ngày 9/1, tại tỉnh Vĩnh Sa, \nTin: Thùy Nhiên'],
    ['photo-essay', 'BVS - Ngày 9/1, tại tỉnh Vĩnh Sa, \nThực hiện: Thùy Nhiên'],
  ] as const)('%s is filled from profile and newsroom', (template, text) => {
    expect(documentText(templateDocument(template, filling))).toBe(text);
  });

  it.each(TemplateName.options)('%s is a valid story with every field once', (template) => {
    const document = templateDocument(template, filling);
    expect(StoryDocument.safeParse(document).error).toBeUndefined();
    expect(document.blocks.flatMap((block) => (block.type === 'field' ? [block.field] : []))).toEqual(['kicker', 'headline', 'lede', 'byline']);
  });

  it('marks the dateline and leaves what is typed next outside it', () => {
    const paragraph = templateDocument('conference', filling).blocks[3];
    expect(paragraph).toMatchObject({ type: 'paragraph', children: [{ text: 'BVS - Ngày 9/1, tại tỉnh Vĩnh Sa,', $: { marks: [{ kind: 'dateline' }] } }, { text: ' ' }] });
    expect(templateDocument('conference', filling).fields.date).toBe('2026-01-09');
  });

  it('has an empty byline for a reporter without a pen name, and a figure for each photo of an essay', () => {
    const nameless = templateDocument('conference', { ...filling, settings: defaultSettings });
    expect(documentText(nameless)).toBe('Ngày 9.1, ');
    expect(templateDocument('photo-essay', filling).blocks.filter((block) => block.type === 'figure')).toHaveLength(3);
  });
});

describe('a dateline', () => {
  it.each([
    [{ source: 'BVS', date: '19.1', place: 'Thủ đô Hà Nội' }, 'BVS - Ngày 19.1, tại Thủ đô Hà Nội,'],
    [{ source: 'BVS', date: '19.1', place: '' }, 'BVS - Ngày 19.1,'],
    [{ source: 'BVS', date: '', place: 'Bản Ỏ' }, 'BVS - Tại Bản Ỏ,'],
    [{ source: '', date: '19.1', place: 'Bản Ỏ' }, 'Ngày 19.1, tại Bản Ỏ,'],
    [{ source: 'BVS', date: '', place: '' }, 'BVS -'],
    [{ source: '', date: '', place: '' }, ''],
  ])('of %j is %j', (parts, wanted) => {
    expect(composeDateline(parts)).toBe(wanted);
  });

  it.each([['2018-01-19', '19.1', '19.1'], ['2026-11-05', '19-1', '5-11'], ['2026-12-31', '19/1', '31/12']] as const)('prints %s in the style %s as %s', (date, style, wanted) => {
    expect(shortDate(date, style)).toBe(wanted);
  });
});
