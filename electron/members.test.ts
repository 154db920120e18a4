import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const decision = readFileSync(join(import.meta.dirname, '..', 'docs', 'decisions', '0007-electron-is-a-thin-door.md'), 'utf8');
const listed = (room: string): readonly string[] => (new RegExp(`<!-- ${room}: (.*) -->`).exec(decision)?.[1] ?? '').split(', ').toSorted();

/** Values imported from Electron in one room; types are erased and cost nobody anything. */
function imported(room: string): readonly string[] {
  const sources = readdirSync(join(import.meta.dirname, room))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(import.meta.dirname, room, name), 'utf8'));
  const names = sources.flatMap((text) => [...text.matchAll(/^import \{([^}]*)\} from 'electron';/gmu)].flatMap(([, list = '']) => list.split(',').map((name) => name.trim())));
  return [...new Set([...names, ...(sources.some((text) => text.includes('process.parentPort')) ? ['process.parentPort'] : [])])].toSorted();
}

describe('what we use of Electron', () => {
  it.each(['main', 'preload', 'backend'])('%s: exactly what the decision lists', (room) => {
    expect(imported(room)).toEqual(listed(room));
  });

  it('is at most 25 names in all', () => {
    expect(['main', 'preload', 'backend'].flatMap(imported).length).toBeLessThanOrEqual(25);
  });

  it('comes in by no other way', () => {
    const all = ['main', 'preload', 'backend'].flatMap((room) => readdirSync(join(import.meta.dirname, room)).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts')).map((name) => readFileSync(join(import.meta.dirname, room, name), 'utf8')));
    for (const text of all) expect(text).not.toMatch(/electron\/(?:main|renderer|common|utility)'|require\(|import \* as|import electron|import\('electron|@electron\/remote|executeJavaScript|\.remote\b/u);
  });
});
