import { describe, expect, test } from 'vitest';
import { attendee, blockId, breakJson, itemJson, linkJson, listBlock, listJson, photo, sampleInput, sampleStories } from '#tests/validators/sample-stories.ts';
import { bold, figureJson, italic, paragraphJson, textJson } from '../story/blocks.ts';
import type { BlockJson, ListJson } from '../story/document.ts';
import { exportBlockText } from './block-text.ts';
import { toExportStory } from './export-story.ts';

const bodyOf = (...body: BlockJson[]): ReturnType<typeof toExportStory> => toExportStory(sampleInput({ headline: 'Tít', body }));

describe('toExportStory', () => {
  test('an empty story has everything, empty', () => {
    expect(toExportStory(sampleStories.empty)).toMatchObject({
      headline: '', kicker: '', lede: '', byline: { text: '', authors: [], photographers: [] }, dateline: null, date: null, slug: 'tin', blocks: [], figures: [], wordCount: 0, language: 'vi',
    });
  });

  test('a conference report', () => {
    const story = toExportStory(sampleStories.report);
    expect(story).toMatchObject({
      headline: 'Giữ rừng đầu nguồn sông Lụa ngay từ đầu mùa khô', slug: 'giu-rung-dau-nguon-song-lua-ngay-tu-dau-mua-kho', section: 'Thời sự', date: '2026-11-19',
      byline: { authors: ['Thùy Nhiên'], photographers: ['Thùy Nhiên'] },
      dateline: { surface: 'BVS - Ngày 19.11, tại Trung tâm Hội nghị tỉnh,', source: 'BVS', date: '19.11', place: 'Trung tâm Hội nghị tỉnh' },
      publishedAt: Date.UTC(2026, 10, 19, 17, 30),
    });
    expect(story.figures.map(({ photo: shown, captionText, credit, alt }) => [shown?.sha256.slice(0, 2) ?? null, captionText.slice(0, 9), credit, alt])).toEqual([
      ['aa', 'Đồng chí ', 'Ảnh: Thùy Nhiên', 'Bốn người đứng trước chòi canh lửa trên đồi'], [null, 'Tổ bảo vệ', 'Ảnh: Mai Khuê', ''],
    ]);
    expect(story.bodyText).not.toContain('Đèo Gió');
  });

  test('words are counted as syllables, without list numbers and captions', () => {
    const list = listBlock(listJson('number', itemJson(textJson('một hai')), itemJson(listJson('number', itemJson(textJson('ba'))))));
    expect(bodyOf(list, figureJson(blockId(), { caption: 'bốn năm' }), paragraphJson(blockId(), 'ngày 19.1 – T.Ư')).wordCount).toBe(6);
  });

  test('the slug of the fields wins and is made safe', () => {
    expect(toExportStory(sampleInput({ headline: 'Tít', fields: { slug: 'Hội nghị/../Đảng' } })).slug).toBe('hoi-nghi-dang');
  });

  test('a person mark points to the place in the list; one of nobody keeps its text', () => {
    const [first, second] = [attendee('A'), attendee('B')];
    const story = toExportStory(sampleInput({ fields: { attendees: [first, second] }, body: [paragraphJson(blockId(), [textJson('B', [{ kind: 'person', id: second.id }]), textJson('?', [{ kind: 'person', id: attendee('C').id }])])] }));
    expect(story.blocks).toMatchObject([{ kind: 'paragraph', runs: [{ text: 'B', persons: [1] }, { text: '?', persons: [] }] }]);
  });

  test('the dateline is cut into its parts across runs; later marks are no dateline', () => {
    const mark = [{ kind: 'dateline' }] as const;
    const story = bodyOf(paragraphJson(blockId(), [textJson('BV', mark, bold), textJson('S - Ngày 19.', mark), textJson('1, tại Bản Ỏ,', mark), textJson(' mở hội.')]), paragraphJson(blockId(), [textJson('BVS - ', mark), textJson('x')]));
    expect(story.dateline).toEqual({ surface: 'BVS - Ngày 19.1, tại Bản Ỏ,', source: 'BVS', date: '19.1', place: 'Bản Ỏ' });
    const runs = story.blocks.flatMap((block) => (block.kind === 'paragraph' ? block.runs.map((run) => `${run.dateline ?? '·'}=${run.text}`) : []));
    expect(runs).toEqual(['source=BV', 'source=S', 'rest= - Ngày ', 'date=19.', 'date=1', 'rest=, tại ', 'place=Bản Ỏ', 'rest=,', '·= mở hội.', '·=BVS - ', '·=x']);
  });

  test('emphasis, links and line breaks become runs; an unsafe link keeps its text', () => {
    const story = bodyOf(paragraphJson(blockId(), [textJson('a', [], bold | italic), breakJson, linkJson('https://vinhsa.example/', [textJson('b')]), linkJson('javascript:x', [textJson('c')])]));
    expect(story.blocks).toMatchObject([{ runs: [{ text: 'a', strong: true, em: true }, { text: '\n' }, { text: 'b', href: 'https://vinhsa.example/' }, { text: 'c', href: null }] }]);
  });

  test('blocks nobody would see are left out; a caption without photo is not', () => {
    const story = bodyOf(paragraphJson(blockId(), '  '), figureJson(blockId()), figureJson(blockId(), { caption: 'Chờ ảnh.' }), listBlock(listJson('bullet', itemJson())));
    expect(story.blocks.map((block) => block.kind)).toEqual(['figure']);
    expect(story.figures).toMatchObject([{ photo: null, captionText: 'Chờ ảnh.' }]);
  });

  test('nested lists join the item above and stay within five levels', () => {
    const nest = (depth: number): ListJson => listJson('bullet', itemJson(textJson(`mức ${depth}`)), ...(depth < 9 ? [itemJson(nest(depth + 1))] : []));
    const [block] = bodyOf(listBlock(nest(1))).blocks;
    const text = block === undefined ? '' : exportBlockText(block);
    expect(text.split('\n')).toEqual(['- mức 1', '  - mức 2', '    - mức 3', '      - mức 4', ...[5, 6, 7, 8, 9].map((depth) => `        - mức ${depth}`)]);
  });

  test.each([['Thùy Nhiên', 'Ảnh: Thùy Nhiên'], ['Ảnh: Thùy Nhiên', 'Ảnh: Thùy Nhiên'], ['(Ảnh: TTXVN)', '(Ảnh: TTXVN)'], ['Nguồn: Báo Vĩnh Sa', 'Nguồn: Báo Vĩnh Sa'], ['Ảnh tư liệu', 'Ảnh tư liệu'], [' ', '']])('credit “%s” reads “%s”', (credit, line) => {
    expect(bodyOf(figureJson(blockId(), { photo: photo('a'), credit })).figures[0]?.credit).toBe(line);
  });

  test('NFD becomes NFC, control characters and lone surrogates go, every other letter stays', () => {
    expect(toExportStory(sampleInput({ headline: 'Hội nghị\u0000 \ud800 T.Ư\u00a0'.normalize('NFD') })).headline).toBe('Hội nghị \ufffd T.Ư');
  });
});
