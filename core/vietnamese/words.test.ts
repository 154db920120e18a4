import { describe, expect, it } from 'vitest';

import { countWords, readingMinutes } from '#core/vietnamese/count.ts';
import { foldKeepingLength, foldVietnamese } from '#core/vietnamese/fold.ts';
import { slugify } from '#core/vietnamese/slug.ts';
import { isVietnameseSyllable } from '#core/vietnamese/syllable.ts';
import { toneKey } from '#core/vietnamese/tone-key.ts';

describe('foldVietnamese', () => {
  it.each([
    ['Đường Tỉnh ủy', 'duong tinh uy'],
    ['Thuở ấy, ƯỚC MƠ', 'thuo ay, uoc mo'],
    ['Lễ'.normalize('NFD'), 'le'],
  ])('%s → %s', (text, folded) => {
    expect(foldVietnamese(text)).toBe(folded);
  });

  it('keeps the length of NFC Vietnamese', () => {
    const text = 'Đồng chí Thào Mí Súng, Phó Chủ tịch HĐND tỉnh Vĩnh Sa';
    expect(foldVietnamese(text)).toHaveLength(text.length);
  });

  it('keeps the length of anything when asked to', () => {
    for (const text of ['İstanbul', 'Lễ'.normalize('NFD'), '각', 'ﬃ😀']) {
      expect(foldKeepingLength(text)).toHaveLength(text.length);
    }
  });
});

describe('slugify', () => {
  it.each([
    ['Hội nghị triển khai nhiệm vụ năm 2019', 'hoi-nghi-trien-khai-nhiem-vu-nam-2019'],
    ['“Đất – nước”: đổi mới…', 'dat-nuoc-doi-moi'],
    ['KT-XH quý I/2025', 'kt-xh-quy-i-2025'],
    ['', 'tin'],
    ['?!', 'tin'],
  ])('%s → %s', (headline, slug) => {
    expect(slugify(headline)).toBe(slug);
  });

  it('cuts between words at 80 characters', () => {
    const slug = slugify('Một đầu đề rất dài '.repeat(10));
    expect(slug.length).toBeLessThanOrEqual(80);
    expect(slug.endsWith('-')).toBe(false);
    expect('mot-dau-de-rat-dai-'.repeat(10).startsWith(`${slug}-`)).toBe(true);
  });

  it('cuts one endless word, and takes the caller’s fallback', () => {
    expect(slugify('a'.repeat(200))).toHaveLength(80);
    expect(slugify('…', 'bai-viet')).toBe('bai-viet');
  });
});

describe('countWords', () => {
  it.each([
    ['', 0],
    ['  \n', 0],
    ['Ban Tổ chức T.Ư', 4],
    ['KT-XH quý I, ngày 19.1 - 20.1', 6],
    ['một,hai', 2],
    ['62,58%', 1],
    ['Lễ hội'.normalize('NFD'), 2],
  ])('%s: %i', (text, count) => {
    expect(countWords(text)).toBe(count);
  });

  it('gives minutes', () => {
    expect([0, 1, 250, 900].map(readingMinutes)).toEqual([0, 1, 1, 4]);
  });
});

describe('toneKey', () => {
  it('does not care where the tone stands', () => {
    expect(toneKey('Hoà')).toBe(toneKey('hòa'));
    expect(toneKey('UỶ')).toBe(toneKey('ủy'));
    expect(toneKey('ủy')).not.toBe(toneKey('uy'));
    expect(toneKey('đ\u200bồng')).toBe(toneKey('đồng'));
  });
});

describe('isVietnameseSyllable', () => {
  it('knows its own', () => {
    for (const word of ['Nguyễn', 'Thuở', 'Quý', 'Giàng', 'Khuất', 'Y', 'Oanh', 'Uyên', 'Hoàng']) expect(isVietnameseSyllable(word), word).toBe(true);
  });
  it('knows strangers', () => {
    for (const word of ['Nikolay', 'Moscow', 'Farman', 'Woo', 'Kelly', 'James']) expect(isVietnameseSyllable(word), word).toBe(false);
  });
});
