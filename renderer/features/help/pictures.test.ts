import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readmePictures } from '#tests/pictures/readme-pictures.ts';
import { pictureFile, pictureNames, pictures } from './pictures.ts';
import { allTopics } from './topics/all-topics.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const folder = join(import.meta.dirname, 'pictures');
const wanted = pictureNames.flatMap((name) => (['vi', 'en'] as const).flatMap((language) => (['light', 'dark'] as const).map((theme) => ({ name, file: pictureFile(name, language, theme) }))));

describe('the guide’s pictures (npm run pictures takes them)', () => {
  it('are all there, in both languages and themes, and nothing else is', () => {
    expect(readdirSync(folder).toSorted()).toEqual(wanted.map(({ file }) => file).toSorted());
  });

  it('have the shape that their place keeps free for them', async () => {
    for (const { name, file } of wanted) {
      const { width, height } = await sharp(join(folder, file)).metadata();
      const plan = pictures[name];
      expect(width, file).toBe(plan.pixels);
      expect(Math.abs(height - (plan.pixels * plan.height) / plan.width), file).toBeLessThanOrEqual(1);
    }
  });

  it('are each shown by some topic, and weigh 1.5 MB at most', () => {
    const shown = new Set(allTopics.flatMap(({ pieces }) => pieces.flatMap((piece) => (piece.kind === 'picture' ? [piece.name] : []))));
    expect(pictureNames.filter((name) => !shown.has(name))).toEqual([]);
    expect(wanted.reduce((sum, { file }) => sum + statSync(join(folder, file)).size, 0)).toBeLessThanOrEqual(1_500_000);
  });

  it('in the README are there too', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    const named = [...readme.matchAll(/\]\((docs\/pictures\/[^)]+)\)/g)].map(([, path]) => path ?? '');
    expect(named.toSorted()).toEqual(readmePictures.map(({ file }) => `docs/pictures/${file}`).toSorted());
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});
