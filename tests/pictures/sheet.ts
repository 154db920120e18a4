import sharp from 'sharp';
import type { Look } from '../e2e/screens/looks.ts';
import { looks } from '../e2e/screens/looks.ts';

/** Half the size of the windows: small enough to keep, large enough for the eye. */
const shots = [
  { window: 1280, width: 640, height: 400 },
  { window: 360, width: 180, height: 370 },
] as const;
export type ShotWidth = (typeof shots)[number]['window'];
const [wide, narrow] = shots;
const gap = 4;

/** One shot on the sheet of its screen: whole windows two by two, the narrow ones behind them. */
export interface Tile {
  readonly look: Look;
  readonly window: ShotWidth;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export const tiles: readonly Tile[] = looks.flatMap((look, at) => {
  const [column, row] = [at % 2, Math.floor(at / 2)];
  return [
    { look, ...wide, left: column * (wide.width + gap), top: row * (wide.height + gap) },
    { look, ...narrow, left: 2 * (wide.width + gap) + column * (narrow.width + gap), top: row * (wide.height + gap) },
  ];
});

export const tileName = ({ look, window }: Pick<Tile, 'look' | 'window'>): string => `${look.language} ${look.theme} ${window}`;

export const sheetSize = { width: 2 * (wide.width + gap + narrow.width + gap) - gap, height: 2 * (wide.height + gap) - gap } as const;

/** Shots of one screen, by `tileName`, as PNG. */
export type Shots = ReadonlyMap<string, Buffer>;

/** The shots of one screen on one picture, as it is kept: about 50 kB. Throws when a shot is missing. */
export async function makeSheet(taken: Shots): Promise<Buffer> {
  const parts = await Promise.all(
    tiles.map(async (tile) => {
      const png = taken.get(tileName(tile));
      if (png === undefined) throw new Error(`no shot of ${tileName(tile)}`);
      const input = await sharp(png).removeAlpha().resize(tile.width, tile.height, { kernel: 'mitchell', fit: 'fill' }).png().toBuffer();
      return { input, left: tile.left, top: tile.top };
    }),
  );
  return sharp({ create: { ...sheetSize, channels: 3, background: '#808080' } })
    .composite(parts)
    .avif({ quality: 42, effort: 2 })
    .toBuffer();
}
