import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeFinder } from './find-text.ts';
import type { FindOptions } from './find-text.ts';

const loose: FindOptions = { accents: false, matchCase: false, wholeWord: false };
const found = (text: string, query: string, options: Partial<FindOptions> = {}): string[] =>
  makeFinder(query, { ...loose, ...options })(text).map(([start, end]) => text.slice(start, end));

describe('finding in Vietnamese text', () => {
  it.each([
    ['Hòa ở thị xã Hoà Bình', 'hoa', {}, ['Hòa', 'Hoà']],
    ['Đặng đăng dang', 'dang', {}, ['Đặng', 'đăng', 'dang']],
    ['Đặng đăng dang', 'đăng', {}, ['Đặng', 'đăng', 'dang']],
    ['Đặng đăng dang', 'đăng', { accents: true }, ['đăng']],
    ['Đăng đăng', 'đăng', { accents: true }, ['Đăng', 'đăng']],
    ['Đăng đăng', 'Đăng', { accents: true, matchCase: true }, ['Đăng']],
    ['Đặng dang Dang', 'Dang', { matchCase: true }, ['Đặng', 'Dang']],
    ['an toàn ban an', 'an', { wholeWord: true }, ['an', 'an']],
    ['an toàn ban an', 'an', {}, ['an', 'àn', 'an', 'an']],
    ['T.Ư và T.Ư', 'T.Ư', { wholeWord: true }, ['T.Ư', 'T.Ư']],
    ['năm 2031, 20311', '2031', { wholeWord: true }, ['2031']],
    ['aaaa', 'aa', {}, ['aa', 'aa']],
    ['(a) [?] [?]', '[?]', {}, ['[?]', '[?]']],
    ['bất cứ chữ nào', '', {}, []],
    ['İstanbul và Hà Nội', 'ha noi', {}, ['Hà Nội']],
  ] as const)('%s: “%s”', (text, query, options, expected) => {
    expect(found(text, query, options)).toEqual(expected);
  });

  it('takes a decomposed query', () => {
    expect(found('Tỉnh ủy', 'tỉnh'.normalize('NFD'), { accents: true })).toEqual(['Tỉnh']);
  });

  it('finds what stands there, whatever the text is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }), fc.string({ unit: 'grapheme' }), (before, query, after) => {
        const word = query.normalize('NFC');
        const text = (before + word + after).normalize('NFC');
        const hits = makeFinder(word, { accents: true, matchCase: true, wholeWord: false })(text);
        for (const [start, end] of hits) expect(text.slice(start, end)).toBe(word);
        expect(hits.length > 0).toBe(text.includes(word));
      }),
    );
  });
});
