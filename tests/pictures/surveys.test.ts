import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogue } from '#renderer/i18n/catalogue.ts';
import type { Surfaces } from '../e2e/screens/surfaces.ts';

const root = resolve(import.meta.dirname, '..', '..');
const kept = join(import.meta.dirname, 'screens');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const filesBelow = (folder: string, ending: string): readonly string[] => readdirSync(join(root, folder), { recursive: true }).map(String).filter((path) => path.endsWith(ending)).map((path) => `${folder}/${path.replaceAll('\\', '/')}`);

const surfaces = JSON.parse(readFileSync(join(kept, 'surfaces.json'), 'utf8')) as Readonly<Record<string, Surfaces>>;
const seen = (kind: keyof Surfaces): ReadonlySet<string> => new Set(Object.values(surfaces).flatMap((on) => on[kind]));

/** Surveyed by nobody, and why that may be. */
const unseen: Readonly<Record<string, string>> = {
  tip: 'comes under the pointer only; tests/e2e/keyboard proves that it repeats what is named already',
  draft: 'stands on paper only; tests/e2e/comfort/print.spec.ts reads the PDF',
  'progress-bar': 'stands only while files are on their way',
  'publish.sign-in.title': 'the form of a new place, with one field left',
  'start-failed': 'stands where nothing starts; tests/e2e/faults opens it',
};

/** A message as a pattern: what is put into it may be anything. */
const asPattern = (message: string): RegExp => new RegExp(`^${message.replace(/\{\w+, plural,.*\}\}|\{\w+(?:, number)?\}/g, '\0').replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('\0', '.+')}$`);

describe('every screen is surveyed and has its pictures', () => {
  it('every survey in the specs, and no other', () => {
    const asked = filesBelow('tests/e2e', '.spec.ts').flatMap((path) => [...read(path).matchAll(/survey\([`']([^`']+)[`']/g)].map((match) => match[1] ?? ''));
    const patterns = asked.map((name) => new RegExp(`^${name.replace(/\$\{[^}]+\}/g, '[\\w-]+')}$`));
    expect(asked.length).toBeGreaterThan(30);
    // One that goes away by itself is judged, and no picture of it is kept.
    const passing = filesBelow('tests/e2e', '.spec.ts').flatMap((path) => [...read(path).matchAll(/survey\('([^']+)',[^\n]*passes: true/g)].map((match) => match[1] ?? ''));
    const pictures = readdirSync(kept).filter((file) => file.endsWith('.avif')).map((file) => basename(file, '.avif'));
    expect([...pictures, ...passing].toSorted()).toEqual(Object.keys(surfaces).toSorted());
    expect(pictures.filter((name) => !patterns.some((pattern) => pattern.test(name)))).toEqual([]);
    expect(asked.filter((_, at) => ![...pictures, ...passing].some((name) => patterns[at]?.test(name)))).toEqual([]);
  });

  it('every view of the window', () => {
    const views = new Set([...read('renderer/app/route.ts').matchAll(/readonly view: '(\w+)'/g)].map((match) => match[1] ?? ''));
    expect(views.size).toBeGreaterThan(7);
    expect([...views].filter((view) => !seen('views').has(view))).toEqual([]);
  });

  it('every part that has a look of its own', () => {
    const parts = filesBelow('renderer', '.module.css').map((path) => basename(path, '.module.css'));
    expect(parts.length).toBeGreaterThan(60);
    expect(parts.filter((part) => !seen('parts').has(part) && !(part in unseen))).toEqual([]);
    expect(Object.keys(unseen).filter((part) => seen('parts').has(part)), 'no longer unseen').toEqual([]);
  });

  it('every dialog, by its title', () => {
    const titles = filesBelow('renderer', '.tsx').flatMap((path) =>
      read(path).split('<Dialog').slice(1).flatMap((use) => {
        const title = /\btitle=\{((?:[^{}]|\{[^{}]*\})*)\}/.exec(use)?.[1];
        const keys = [...(title ?? '').matchAll(/t\('([\w.-]+)'/g)].map((match) => match[1] ?? '');
        return keys.length > 0 || path.endsWith('ui/dialog.tsx') ? keys : [`${path}: a dialog without a title from the catalogue`];
      }),
    );
    expect(titles.length).toBeGreaterThan(9);
    const known: Readonly<Record<string, { readonly vi: string } | undefined>> = catalogue;
    const isSeen = (key: string): boolean => [...seen('dialogs')].some((title) => asPattern(known[key]?.vi ?? '\0').test(title));
    expect(titles.filter((key) => !isSeen(key) && !(key in unseen))).toEqual([]);
  });

  it('small enough to be kept: 3 MB together', () => {
    expect(existsSync(join(kept, 'taken-with.json'))).toBe(true);
    expect(readdirSync(kept).reduce((sum, file) => sum + readFileSync(join(kept, file)).byteLength, 0)).toBeLessThan(3_000_000);
  });
});
