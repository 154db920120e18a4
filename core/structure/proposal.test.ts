import { describe, expect, it } from 'vitest';
import type { Proposal } from '../contract/structure.ts';
import { StoryDocument } from '../story/document.ts';
import { documentText, fieldText } from '../story/text.ts';
import { applyProposal, documentFromProposal, proposalPieces } from './proposal.ts';

const counter = (): (() => string) => {
  let number = 0;
  return () => `00000000-0000-7000-8000-${String(++number).padStart(12, '0')}`;
};

const text = [
  'Hội nghị gìn giữ nghề dệt',
  'BVS - Ngày 19.1, tại thị xã Lụa, Sở Văn hóa tổ chức hội nghị. Đồng chí Đào Thị Ngát, Phó Giám đốc Sở chủ trì. Đồng chí Đào Thị Ngát nhấn mạnh việc truyền nghề.',
  '',
  'Quang cảnh hội nghị. Ảnh: Thùy Nhiên |',
  '  Thụt đầu dòng vẫn giữ.',
  'Tin, ảnh: Thùy Nhiên',
  'Ý kiến bạn đọc',
].join('\n');

const at = (surface: string, from = 0): { start: number; end: number; text: string } => {
  const start = text.indexOf(surface, from);
  if (start < 0) throw new Error(`not in the text: ${surface}`);
  return { start, end: start + surface.length, text: surface };
};
const name = 'Đào Thị Ngát';
const reason = { rule: 'test', words: '' };

const proposal: Proposal = {
  text,
  analysis: {
    headline: at('Hội nghị gìn giữ nghề dệt'),
    dateline: { ...at('BVS - Ngày 19.1, tại thị xã Lụa,'), source: at('BVS'), date: at('19.1'), place: at('thị xã Lụa') },
    attendees: [
      { ...at(name), name, titles: ['Phó Giám đốc Sở'], honorific: 'Đồng chí', delegation: null, role: 'chair', confidence: 0.5, reason, mentions: [at(name), at(name, at(name).end)] },
    ],
    collectives: [{ ...at('Sở Văn hóa'), delegation: null, reason }],
    captions: [{ ...at('Quang cảnh hội nghị. Ảnh: Thùy Nhiên'), credit: at('Thùy Nhiên') }],
    byline: { ...at('Tin, ảnh: Thùy Nhiên'), authors: ['Thùy Nhiên'], photographers: ['Thùy Nhiên'], label: 'Tin, ảnh' },
    furniture: [{ ...at('|'), reason }, { ...at('Ý kiến bạn đọc'), reason: { rule: 'comment-box', words: 'Ý kiến bạn đọc' } }],
    lines: [],
  },
  date: '2018-01-19',
  dateSure: false,
};

const squeeze = (value: string): string => value.split('\n').map((line) => line.trimEnd()).filter((line) => line.trim() !== '').join('\n');

describe('a proposal', () => {
  it('names its pieces in the order of the text, with stable ids', () => {
    expect(proposalPieces(proposal).map(({ id, unsure }) => `${id}${unsure ? '?' : ''}`)).toEqual([
      'headline', 'dateline', 'date?', 'collective-0', 'attendee-0?', 'caption-0', 'furniture-0', 'byline', 'furniture-1',
    ]);
  });

  it('accepted whole, becomes a valid story whose text is the input without the named furniture', () => {
    const { document, removed } = documentFromProposal(proposal, 'all', counter());
    expect(StoryDocument.safeParse(document).error).toBeUndefined();
    expect(removed.map((piece) => piece.text)).toEqual([' |', 'Ý kiến bạn đọc']);
    expect(documentText(document)).toBe(squeeze(removed.reduce((left, piece) => left.replace(piece.text, ''), text)));
    expect(fieldText(document, 'headline')).toBe('Hội nghị gìn giữ nghề dệt');
    expect(fieldText(document, 'byline')).toBe('Tin, ảnh: Thùy Nhiên');
    expect(document.fields).toMatchObject({ date: '2018-01-19', dateUnsure: true });
    expect(new Set(document.blocks.map((block) => block.$.bid)).size).toBe(document.blocks.length);
  });

  it('marks the dateline and every mention of an accepted person', () => {
    const { document } = documentFromProposal(proposal, 'all', counter());
    const paragraph = document.blocks.find((block) => block.type === 'paragraph');
    const marked = paragraph?.type === 'paragraph' ? paragraph.children.filter((run) => run.type === 'text' && run.$?.marks !== undefined) : [];
    expect(marked.map((run) => (run.type === 'text' ? [run.text, run.$?.marks?.[0]?.kind] : []))).toEqual([
      ['BVS - Ngày 19.1, tại thị xã Lụa,', 'dateline'], [name, 'person'], [name, 'person'],
    ]);
    expect(document.fields.attendees.map((attendee) => [attendee.kind, attendee.name, attendee.role])).toEqual([['collective', 'Sở Văn hóa', 'attendee'], ['person', name, 'chair']]);
  });

  it('gives the caption its figure without a photo, and the credit its own part', () => {
    const figure = documentFromProposal(proposal, 'all', counter()).document.blocks.find((block) => block.type === 'figure');
    expect(figure).toMatchObject({ photo: null, children: [{ part: 'caption', children: [{ text: 'Quang cảnh hội nghị.' }] }, { part: 'credit', children: [{ text: 'Ảnh: Thùy Nhiên' }] }, { part: 'alt', children: [] }] });
  });

  it('leaves what is not accepted as plain paragraphs, furniture too', () => {
    const { body, headline, byline, attendees, date, removed } = applyProposal(proposal, new Set(['headline']), counter());
    expect([byline, attendees, date, removed]).toEqual([null, [], null, []]);
    expect(headline).toHaveLength(1);
    expect(body.every((block) => block.type === 'paragraph' && block.children.length === 1)).toBe(true);
    expect(body.map((block) => (block.type === 'paragraph' && block.children[0]?.type === 'text' ? block.children[0].text : ''))).toEqual(text.split('\n').slice(1).filter((line) => line !== ''));
  });

  it('takes furniture out of the middle of a line without splitting it', () => {
    const cut = 'một | hai';
    const middle: Proposal = { ...proposal, text: cut, analysis: { ...proposal.analysis, headline: null, dateline: null, attendees: [], collectives: [], captions: [], byline: null, furniture: [{ start: 4, end: 6, text: '| ', reason }] } };
    const { document } = documentFromProposal(middle, 'all', counter());
    expect(documentText(document)).toBe('một hai');
  });

  it('makes an empty paragraph of an empty text', () => {
    const nothing: Proposal = { ...proposal, text: '', date: null, analysis: { headline: null, dateline: null, attendees: [], collectives: [], captions: [], byline: null, furniture: [], lines: [] } };
    const { document } = documentFromProposal(nothing, 'all', counter());
    expect(document.blocks.map((block) => block.type)).toEqual(['field', 'field', 'field', 'paragraph', 'field']);
  });
});
