import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { valuesOf } from '#tests/words/icu-message.ts';
import { catalogue } from './catalogue.ts';
import type { MessageKey } from './catalogue.ts';
import { createWords } from './translate.ts';

const keys = Object.keys(catalogue) as MessageKey[];

const renderer = resolve(import.meta.dirname, '..');
/** What asks for words: every source but the catalogues and the tests. */
const sources = (): readonly string[] =>
  readdirSync(renderer, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/messages(?:\/|\.ts$)/.test(path.replaceAll('\\', '/')))
    .map((path) => readFileSync(path, 'utf8'));

describe('the catalogue', () => {
  it('holds nothing that nobody says', () => {
    const code = sources().join('\n');
    const said = new Set([...code.matchAll(/['"`]([\w-]+(?:\.[\w-]+)+)['"`]/g)].map(([, key]) => key ?? ''));
    // `app.command.${id}`: what stands between the fixed parts is one or more words of the key.
    const made = [...code.matchAll(/`([\w-]+\.(?:[\w.-]|\$\{[^{}]*\})*)`/g)]
      .map(([, template]) => template ?? '')
      .filter((template) => template.includes('${'))
      .map((template) => new RegExp(`^${template.split(/\$\{[^{}]*\}/).map((part) => part.replaceAll('.', '\\.')).join('[\\w.-]+')}$`));
    expect(keys.filter((key) => !said.has(key) && !made.some((pattern) => pattern.test(key)))).toEqual([]);
  });

  it('asks for the same values in both languages', () => {
    const different = keys.filter((key) => valuesOf(catalogue[key].vi).join() !== valuesOf(catalogue[key].en).join());
    expect(different).toEqual([]);
  });

  it('formats every message in both languages', () => {
    const values = new Proxy<Record<string, string | number>>({}, { get: () => 2, has: () => true, ownKeys: () => [] });
    for (const language of ['vi', 'en'] as const) {
      const words = createWords(language);
      for (const key of keys) {
        const names = valuesOf(catalogue[key][language]);
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
