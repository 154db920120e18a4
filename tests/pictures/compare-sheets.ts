import sharp from 'sharp';
import type { Tile } from './sheet.ts';
import { sheetSize, tileName, tiles } from './sheet.ts';

/**
 * What may differ. Means of small fields are compared, not pixels: other rasterisers draw a letter's edges otherwise, but put the
 * same ink in the same place. Fields find what moved, came or went; areas find a tone that changed a little everywhere.
 */
export const tolerance = {
  /** Side of a field, in pixels of the sheet (two of the window's). */
  field: 4,
  /** A field differs when the mean of a channel does by more than this, of 255. */
  fieldStep: 14,
  /** So many fields of one shot may differ: a caret, a scroll bar's thumb. */
  fields: 6,
  area: 32,
  areaStep: 4,
  areas: 2,
} as const;

export interface Difference {
  /** `vi dark 1280` */
  readonly shot: string;
  readonly fields: number;
  readonly areas: number;
}

interface Raw {
  readonly data: Buffer;
  readonly width: number;
}

const read = async (picture: Buffer): Promise<Raw> => {
  const { data, info } = await sharp(picture).removeAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  if (info.width !== sheetSize.width || info.height !== sheetSize.height) throw new Error(`a sheet of ${info.width} × ${info.height}`);
  return { data, width: info.width };
};

/** The largest difference of a channel's mean in a square whose corner is at `left`, `top`; with its sign away. */
function step(one: Raw, other: Raw, left: number, top: number, width: number, height: number): number {
  const sums: [number, number, number] = [0, 0, 0];
  for (let y = top; y < top + height; y++) {
    let at = (y * one.width + left) * 3;
    for (let x = 0; x < width; x++, at += 3) {
      sums[0] += (one.data[at] ?? 0) - (other.data[at] ?? 0);
      sums[1] += (one.data[at + 1] ?? 0) - (other.data[at + 1] ?? 0);
      sums[2] += (one.data[at + 2] ?? 0) - (other.data[at + 2] ?? 0);
    }
  }
  return Math.max(...sums.map(Math.abs)) / (width * height);
}

interface Square {
  readonly left: number;
  readonly top: number;
}

/** Squares of this side in which the tile differs by more than `limit`. */
function squares(one: Raw, other: Raw, tile: Tile, side: number, limit: number): readonly Square[] {
  const found: Square[] = [];
  for (let y = 0; y < tile.height; y += side) {
    for (let x = 0; x < tile.width; x += side) {
      const [width, height] = [Math.min(side, tile.width - x), Math.min(side, tile.height - y)];
      if (step(one, other, tile.left + x, tile.top + y, width, height) > limit) found.push({ left: tile.left + x, top: tile.top + y });
    }
  }
  return found;
}

export interface Comparison {
  /** Shots that differ by more than is tolerated. */
  readonly differences: readonly Difference[];
  /** The actual sheet, pale, with what differs in red; null when nothing is beyond the tolerance. As PNG. */
  readonly marked: Buffer | null;
}

/** Compares two sheets of the same screen. Throws when one is no sheet. */
export async function compareSheets(expected: Buffer, actual: Buffer): Promise<Comparison> {
  const [one, other] = await Promise.all([read(expected), read(actual)]);
  const differences: Difference[] = [];
  const spots: { readonly square: Square; readonly side: number }[] = [];
  for (const tile of tiles) {
    const fields = squares(one, other, tile, tolerance.field, tolerance.fieldStep);
    const areas = squares(one, other, tile, tolerance.area, tolerance.areaStep);
    if (fields.length <= tolerance.fields && areas.length <= tolerance.areas) continue;
    differences.push({ shot: tileName(tile), fields: fields.length, areas: areas.length });
    spots.push(...areas.map((square) => ({ square, side: tolerance.area })), ...fields.map((square) => ({ square, side: tolerance.field })));
  }
  return { differences, marked: differences.length === 0 ? null : await mark(other, spots) };
}

async function mark(sheet: Raw, spots: readonly { readonly square: Square; readonly side: number }[]): Promise<Buffer> {
  const pale = Buffer.from(sheet.data.map((value) => 128 + value / 2));
  for (const { square, side } of spots) {
    for (let y = square.top; y < Math.min(square.top + side, sheetSize.height); y++) {
      for (let x = square.left; x < Math.min(square.left + side, sheetSize.width); x++) {
        const at = (y * sheet.width + x) * 3;
        pale[at] = side === tolerance.field ? 220 : Math.max(pale[at] ?? 0, 235);
        for (const channel of [1, 2]) pale[at + channel] = side === tolerance.field ? 20 : Math.round((pale[at + channel] ?? 0) * 0.8);
      }
    }
  }
  return sharp(pale, { raw: { width: sheet.width, height: sheetSize.height, channels: 3 } }).png().toBuffer();
}
