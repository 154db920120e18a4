import { describe, expect, test } from 'vitest';
import type { SampleParts } from '#tests/validators/sample-stories.ts';
import { attendee, blockId, photo, sampleInput } from '#tests/validators/sample-stories.ts';
import { figureJson, paragraphJson, textJson } from './blocks.ts';
import { checkReadiness } from './readiness.ts';

const dateline = textJson('BVS - Ngày 19.1,', [{ kind: 'dateline' }]);
const whole: SampleParts = {
  headline: 'Tít', byline: 'Tin: Thùy Nhiên', fields: { date: '2026-01-19', attendees: [attendee('A', { titles: ['Chủ tịch'] })] },
  body: [paragraphJson(blockId(), [dateline, textJson(' mở hội.')]), figureJson(blockId(), { photo: photo('a'), caption: 'Hội.', alt: 'Đông người' })],
};
const check = (parts: SampleParts, status: 'draft' | 'approved' | 'published' = 'approved', hasMedia = true): Record<string, string> =>
  Object.fromEntries(checkReadiness({ document: sampleInput(parts).document, meta: { status }, hasMedia: () => hasMedia }).map(({ code, level, count }) => [code, `${level} ${count}`]));

describe('checkReadiness', () => {
  test('everything there', () => {
    expect(check(whole)).toEqual({
      headline: 'done 1', dateline: 'done 1', date: 'done 1', byline: 'done 1', placeholders: 'done 0', 'figure-photo': 'done 1', 'figure-caption': 'done 1', 'figure-alt': 'done 1', attendees: 'done 1', approved: 'done 1',
    });
  });

  test('nothing there', () => {
    expect(check({}, 'draft')).toEqual({ headline: 'blocking 1', dateline: 'advice 1', date: 'blocking 1', byline: 'advice 1', placeholders: 'done 0', approved: 'blocking 1' });
  });

  test.each<[string, SampleParts, string, string]>([
    ['a guessed year', { ...whole, fields: { ...whole.fields, dateUnsure: true } }, 'date', 'advice 1'],
    ['an attendee without title', { ...whole, fields: { attendees: [attendee('A'), attendee('B', { titles: [' '] }), attendee('C', { titles: ['x'] })] } }, 'attendees', 'advice 2'],
    ['a photo still to come', { ...whole, body: [figureJson(blockId(), { caption: 'Chờ ảnh.' })] }, 'figure-photo', 'advice 1'],
    ['no caption', { ...whole, body: [figureJson(blockId(), { photo: photo('a') })] }, 'figure-caption', 'advice 1'],
    ['no alt text', { ...whole, body: [figureJson(blockId(), { photo: photo('a'), caption: 'x' })] }, 'figure-alt', 'advice 1'],
    ['placeholders in text, caption, alt text and list', { ...whole, headline: 'Tít [?]', body: [paragraphJson(blockId(), [textJson('a [?'), textJson('] b [?]')]), figureJson(blockId(), { caption: '[?]', alt: '[?]' })], fields: { attendees: [attendee('[?]')] } }, 'placeholders', 'blocking 6'],
  ])('%s', (_name, parts, code, expected) => expect(check(parts)[code]).toBe(expected));

  test('a photo that the library lost blocks', () => {
    expect(check(whole, 'approved', false)['figure-photo']).toBe('blocking 1');
  });

  test('published counts as approved, submitted does not', () => {
    expect(check(whole, 'published')['approved']).toBe('done 1');
    expect(check(whole, 'draft')['approved']).toBe('blocking 1');
  });

  test('an item names the first block to go to', () => {
    const input = sampleInput({ body: [paragraphJson(blockId(), 'a'), paragraphJson(blockId(), 'b [?]')] });
    const items = checkReadiness({ document: input.document, meta: { status: 'draft' }, hasMedia: () => true });
    expect(items.find((item) => item.code === 'placeholders')?.blockId).toBe(input.document.blocks[4]?.$.bid);
    expect(items.find((item) => item.code === 'headline')?.blockId).toBe(input.document.blocks[1]?.$.bid);
  });
});
