import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { icnsSizes, makeIcns, makeIco } from './icon-containers.ts';
import type { IconPicture } from './icon-containers.ts';

const drawings = join(import.meta.dirname, '..', '..', 'assets', 'icon');

/** Edge of the drawings' own grid. */
const grid = 512;

/** Apple's tile leaves a tenth of the square free around it. */
const appleShare = 824 / 1024;

async function draw(svg: Buffer, size: number, share: number): Promise<IconPicture> {
  const inner = Math.round((size * share) / 2) * 2;
  const margin = (size - inner) / 2;
  // Drawn larger and brought down: finer edges than drawing at 16 pixels.
  const drawn = sharp(svg, { density: (72 * Math.max(inner * 4, grid)) / grid }).resize(inner, inner);
  const whole = margin === 0 ? drawn : drawn.extend({ top: margin, bottom: margin, left: margin, right: margin, background: { r: 0, g: 0, b: 0, alpha: 0 } });
  const png = await whole.png({ compressionLevel: 9 }).toBuffer();
  return { size, png, rgba: await sharp(png).ensureAlpha().raw().toBuffer() };
}

const drawAll = (svg: Buffer, sizes: readonly number[], share = 1): Promise<readonly IconPicture[]> => Promise.all(sizes.map((size) => draw(svg, size, share)));

/** Every size Windows shows, from a title bar to a large tile. */
const icoSizes = [16, 20, 24, 32, 40, 48, 64, 128, 256];
const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512];

/**
 * Makes what the packages need from the two drawings in `assets/icon`: `icon.ico`, `icon.icns`, `icons/<size>x<size>.png` of the
 * application, `document.ico` and `document.icns` of its files.
 */
export async function makeIcons(folder: string): Promise<void> {
  mkdirSync(join(folder, 'icons'), { recursive: true });
  const write = (name: string, bytes: Uint8Array): void => writeFileSync(join(folder, name), bytes);
  const app = readFileSync(join(drawings, 'app.svg'));
  const document = readFileSync(join(drawings, 'document.svg'));
  write('icon.ico', makeIco(await drawAll(app, icoSizes)));
  write('icon.icns', makeIcns(await drawAll(app, icnsSizes, appleShare)));
  write('document.ico', makeIco(await drawAll(document, icoSizes)));
  write('document.icns', makeIcns(await drawAll(document, icnsSizes)));
  for (const { size, png } of await drawAll(app, linuxSizes)) write(join('icons', `${size}x${size}.png`), png);
}
