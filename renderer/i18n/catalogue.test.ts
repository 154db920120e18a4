import { describe, expect, it } from 'vitest';
import { catalogue } from './catalogue.ts';
import type { MessageKey } from './catalogue.ts';
import { createWords } from './translate.ts';

// `{name}` or `{name, plural, …}`; what stands in a branch is text.
const argument = /\{(\w+)\s*[,}]/g;
const argumentsOf = (text: string): string[] => [...new Set([...text.matchAll(argument)].map(([, name]) => name ?? '').filter((name) => name !== ''))].sort();
const keys = Object.keys(catalogue) as MessageKey[];

describe('the catalogue', () => {
  it('asks for the same values in both languages', () => {
    const different = keys.filter((key) => argumentsOf(catalogue[key].vi).join() !== argumentsOf(catalogue[key].en).join());
    expect(different).toEqual([]);
  });

  it('formats every message in both languages', () => {
    const values = new Proxy<Record<string, string | number>>({}, { get: () => 2, has: () => true, ownKeys: () => [] });
    for (const language of ['vi', 'en'] as const) {
      const words = createWords(language);
      for (const key of keys) {
        const names = argumentsOf(catalogue[key][language]);
        const shown = words.t(key, Object.fromEntries(names.map((name) => [name, values[name] ?? 2])));
        expect(shown, key).not.toContain('{');
        expect(shown, key).not.toBe(key);
      }
    }
  });

  it('is NFC and never shouts', () => {
    for (const key of keys) {
      const { vi, en } = catalogue[key];
      expect(vi.normalize('NFC'), key).toBe(vi);
      expect(`${vi}${en}`, key).not.toContain('!');
    }
  });

  it('counts with the plurals of each language', () => {
    expect(createWords('en').t('library.count', { count: 1 })).toBe('1 story');
    expect(createWords('en').t('library.count', { count: 12_480 })).toBe('12,480 stories');
    expect(createWords('vi').t('library.count', { count: 12_480 })).toBe('12.480 bài');
  });
});
