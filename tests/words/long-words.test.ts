import { describe, expect, it } from 'vitest';
import { catalogue } from '#renderer/i18n/catalogue.ts';
import { mapWords, parseMessage, valuesOf } from './icu-message.ts';
import { isLong, keptNames, longer, longWords } from './long-words.ts';

const letters = (text: string): number => [...text].filter((one) => /\p{L}/u.test(one)).length;

describe('messages', () => {
  it('are read and written back as they were', () => {
    for (const { vi, en } of Object.values(catalogue)) {
      for (const text of [vi, en]) expect(mapWords(text, (words) => words)).toBe(text);
    }
  });

  it('tell the values they ask for, inside cases as well', () => {
    expect(valuesOf('{who} · {count, plural, one {# word of {who}} other {# {things}}}')).toEqual(['count', 'things', 'who']);
    expect(valuesOf('{done, number}')).toEqual(['done']);
  });

  it.each(['{name', 'a } b', '{n, plural, one {# word}', '{}'])('that are broken are refused: %s', (broken) => expect(() => parseMessage(broken)).toThrow());
});

describe('long words', () => {
  it('keep values, cases and names', () => {
    expect(longWords('{count, plural, one {# word} other {# words}} in {name}')).toMatch(/^\{count, plural, one \{# .+\} other \{# .+\}\} .+ \{name\}$/);
    expect(longWords('Press Ctrl+K in Tòa Soạn')).toContain('Ctrl+K');
    expect(longWords('Press Ctrl+K in Tòa Soạn')).toContain('Tòa Soạn');
  });

  it('are 40 % longer in every message, and known again', () => {
    for (const [key, { en }] of Object.entries(catalogue)) {
      const words = valuesOf(en).length > 0 ? '' : en.replace(keptNames, '');
      const drawn = longWords(words);
      expect(letters(drawn), key).toBeGreaterThanOrEqual(letters(words) * longer);
      expect(isLong(drawn), `${key}: ${drawn}`).toBe(true);
    }
  });

  it('are not found in what did not come from the catalogue', () => {
    for (const text of ['Save', 'Lưu bài', 'Sååvë all']) expect(isLong(text)).toBe(false);
    for (const text of ['14:32', '3', 'Ctrl+K', '· —']) expect(isLong(text)).toBe(true);
  });
});
