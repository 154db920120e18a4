import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import type { ErrorCode } from '#core/contract/errors.ts';

/** A picture with enough in it to be cut in half; made, not copied. */
export async function photo({ width, height, kind = 'jpeg' }: { width: number; height: number; kind?: 'jpeg' | 'png' | 'webp' }): Promise<Buffer> {
  const pixels = Buffer.alloc(width * height * 3);
  for (let index = 0; index < pixels.length; index++) pixels[index] = (index * 7919) % 251;
  return await sharp(pixels, { raw: { width, height, channels: 3 } }).toFormat(kind).toBuffer();
}

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A PNG whose header claims a size and whose body holds next to nothing. */
export function pngClaiming(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([pngSignature, chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.alloc(4096))), chunk('IEND', Buffer.alloc(0))]);
}

const half = (bytes: Buffer): Buffer => bytes.subarray(0, bytes.length >> 1);
const text = (content: string) => () => Promise.resolve(Buffer.from(content));

/** Files that must end in a code and leave nothing; tried on the store and through the browser door. */
export const hostileImages: readonly { readonly name: string; readonly make: () => Promise<Buffer>; readonly code: ErrorCode }[] = [
  { name: 'no bytes', make: text(''), code: 'media.broken' },
  { name: 'one byte', make: text('x'), code: 'media.type' },
  { name: 'JPEG cut in half', make: async () => half(await photo({ width: 800, height: 600 })), code: 'media.broken' },
  { name: 'JPEG without its last bytes', make: async () => (await photo({ width: 800, height: 600 })).subarray(0, -400), code: 'media.broken' },
  { name: 'JPEG signature and nothing more', make: () => Promise.resolve(Buffer.from([0xff, 0xd8, 0xff, 0xe0])), code: 'media.broken' },
  { name: 'PNG cut in half', make: async () => half(await photo({ width: 400, height: 300, kind: 'png' })), code: 'media.broken' },
  { name: 'WebP cut in half', make: async () => half(await photo({ width: 400, height: 300, kind: 'webp' })), code: 'media.broken' },
  { name: 'PNG that claims 50,000 × 50,000', make: () => Promise.resolve(pngClaiming(50_000, 50_000)), code: 'media.too-large' },
  { name: 'PNG that claims 10,001 × 10,000', make: () => Promise.resolve(pngClaiming(10_001, 10_000)), code: 'media.too-large' },
  { name: 'PNG that claims 9,000 × 9,000 and has no rows', make: () => Promise.resolve(pngClaiming(9000, 9000)), code: 'media.broken' },
  { name: 'PNG without a size', make: () => Promise.resolve(pngClaiming(0, 0)), code: 'media.broken' },
  { name: 'GIF', make: async () => await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } }).gif().toBuffer(), code: 'media.type' },
  { name: 'SVG with a script', make: text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), code: 'media.type' },
  { name: 'HTML named .jpg', make: text('<!doctype html><title>anh.jpg</title><script>alert(1)</script>'), code: 'media.type' },
  { name: 'SVG behind a PNG signature', make: () => Promise.resolve(Buffer.concat([pngSignature, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')])), code: 'media.broken' },
  { name: 'AVI that calls itself RIFF', make: text('RIFF\u0010\0\0\0AVI LIST'), code: 'media.type' },
];
