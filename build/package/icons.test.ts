import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import { makeIcons } from './make-icons.ts';

const folder = mkdtempSync(join(tmpdir(), 'toasoan-icons-'));
const root = join(import.meta.dirname, '..', '..');

beforeAll(() => makeIcons(folder));

/** The pictures of a .ico by their edge, as its directory says. */
function readIco(file: string): Map<number, Buffer> {
  const bytes = readFileSync(join(folder, file));
  expect([bytes.readUInt16LE(0), bytes.readUInt16LE(2)]).toEqual([0, 1]);
  return new Map(
    Array.from({ length: bytes.readUInt16LE(4) }, (_, index) => {
      const at = 6 + 16 * index;
      const start = bytes.readUInt32LE(at + 12);
      return [bytes.readUInt8(at) || 256, bytes.subarray(start, start + bytes.readUInt32LE(at + 8))];
    }),
  );
}

/** The pictures of a .icns by their type. */
function readIcns(file: string): Map<string, Buffer> {
  const bytes = readFileSync(join(folder, file));
  expect(bytes.toString('latin1', 0, 4)).toBe('icns');
  expect(bytes.readUInt32BE(4)).toBe(bytes.length);
  const found = new Map<string, Buffer>();
  for (let at = 8; at < bytes.length; at += bytes.readUInt32BE(at + 4)) found.set(bytes.toString('latin1', at, at + 4), bytes.subarray(at + 8, at + bytes.readUInt32BE(at + 4)));
  return found;
}

test.each(['icon.ico', 'document.ico'])('%s holds every size Windows shows', async (file) => {
  const pictures = readIco(file);
  expect([...pictures.keys()]).toEqual([16, 20, 24, 32, 40, 48, 64, 128, 256]);
  for (const [size, bytes] of pictures) {
    if (size > 64) expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: size, height: size });
    // A bitmap counts its mask as well, and is as long as both.
    else expect([bytes.readInt32LE(4), bytes.readInt32LE(8), bytes.length]).toEqual([size, size * 2, 40 + size * size * 4 + Math.ceil(size / 32) * 4 * size]);
  }
});

test('a bitmap’s rows run from the bottom, blue first', () => {
  const small = readIco('icon.ico').get(16);
  const pixel = (x: number, y: number): number[] => [...(small?.subarray(40 + ((15 - y) * 16 + x) * 4).subarray(0, 4) ?? [])];
  // The tile between letter and caret, the letter's bar, the caret, the empty corner.
  expect(pixel(2, 8)).toEqual([0x6e, 0x60, 0x14, 0xff]);
  expect(pixel(7, 4)).toEqual([0xfb, 0xfe, 0xff, 0xff]);
  expect(pixel(12, 8)).toEqual([0xd1, 0xc5, 0x83, 0xff]);
  expect(pixel(0, 0)[3]).toBeLessThan(60);
});

test.each(['icon.icns', 'document.icns'])('%s holds what macOS asks for', async (file) => {
  const pictures = readIcns(file);
  const edges = Object.fromEntries(await Promise.all([...pictures].map(async ([type, bytes]) => [type, (await sharp(bytes).metadata()).width])));
  expect(edges).toEqual({ ic11: 32, ic12: 64, ic07: 128, ic13: 256, ic08: 256, ic14: 512, ic09: 512, ic10: 1024 });
});

test('Apple’s tile stands free of the edges, Linux’ fills them', async () => {
  const alphaAt = async (bytes: Buffer, x: number, y: number): Promise<number> => (await sharp(bytes).extract({ left: x, top: y, width: 1, height: 1 }).raw().toBuffer())[3] ?? 255;
  expect(await alphaAt(readIcns('icon.icns').get('ic10') ?? Buffer.alloc(0), 60, 512)).toBe(0);
  expect(await alphaAt(readFileSync(join(folder, 'icons', '512x512.png')), 1, 256)).toBe(255);
});

test('the browser shows the same drawing', () => {
  expect(readFileSync(join(root, 'renderer/public/favicon.svg'), 'utf8')).toBe(readFileSync(join(root, 'assets/icon/app.svg'), 'utf8'));
});
