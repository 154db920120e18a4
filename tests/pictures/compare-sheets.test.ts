import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { compareSheets } from './compare-sheets.ts';
import { makeSheet, tileName, tiles } from './sheet.ts';

interface Mark {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly colour: string;
}

/** A window of rows and a button, in CSS pixels. */
const screen = async (width: number, height: number, marks: readonly Mark[], ground = '#fffefb'): Promise<Buffer> => {
  const rows = Array.from({ length: 20 }, (_, at): Mark => ({ left: 20, top: 40 + at * 30, width: width - 60, height: 11, colour: '#8a8a86' }));
  const rectangles = [...rows, ...marks].map(({ left, top, width: w, height: h, colour }) => `<rect x="${left}" y="${top}" width="${w}" height="${h}" fill="${colour}"/>`).join('');
  return sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${ground}"/>${rectangles}</svg>`)).png().toBuffer();
};

const sheet = async (marks: readonly Mark[], ground?: string): Promise<Buffer> => makeSheet(new Map(await Promise.all(tiles.map(async (tile) => [tileName(tile), await screen(tile.width * 2, tile.height * 2, tile.look.theme === 'light' && tile.look.language === 'vi' ? marks : [], tile.look.theme === 'dark' ? undefined : ground)] as const))));

const button: Mark = { left: 200, top: 700, width: 100, height: 28, colour: '#175b6b' };
let expected: Buffer;

beforeAll(async () => {
  expected = await sheet([button]);
});

describe('comparing sheets', () => {
  it('finds nothing between a sheet and itself, nor in edges that are drawn a little otherwise', async () => {
    expect(await compareSheets(expected, await sheet([button]))).toEqual({ differences: [], marked: null });
    expect((await compareSheets(expected, await sheet([{ ...button, left: 200.3, top: 700.2 }]))).differences).toEqual([]);
  });
  it.each([
    ['another colour', { ...button, colour: '#6b1717' }],
    ['a step of the grid', { ...button, left: 204 }],
    ['a row that has gone', { ...button, colour: '#fffefb' }],
  ])('finds %s of one button, and says where', async (_what, other) => {
    const { differences, marked } = await compareSheets(expected, await sheet([other]));
    expect(differences.map(({ shot }) => shot)).toEqual(['vi light 1280', 'vi light 360']);
    expect(marked?.byteLength).toBeGreaterThan(1000);
  });
  it('finds a ground that changed by a shade', async () => {
    const { differences } = await compareSheets(expected, await sheet([button], '#f6f5f2'));
    expect(differences.map(({ shot }) => shot)).toEqual(['vi light 1280', 'vi light 360', 'en light 1280', 'en light 360']);
  });
});
