import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { imageFacts } from '#portal/storage/image-facts.ts';

const canvas = () => sharp({ create: { width: 321, height: 123, channels: 4, background: '#8f1d1dcc' } });

describe('imageFacts', () => {
  it.each([
    ['jpeg', canvas().jpeg(), 'image/jpeg'],
    ['progressive jpeg with metadata', canvas().withExif({ IFD0: { Copyright: 'Mai Khuê' } }).jpeg({ progressive: true }), 'image/jpeg'],
    ['png', canvas().png(), 'image/png'],
    ['lossy webp', canvas().flatten().webp(), 'image/webp'],
    ['lossless webp', canvas().webp({ lossless: true }), 'image/webp'],
    ['webp with alpha', canvas().webp(), 'image/webp'],
  ])('%s', async (_name, image, contentType) => {
    const bytes = await image.toBuffer();
    expect(imageFacts(bytes)).toEqual({ contentType, width: 321, height: 123 });
    // A cut file is never read past its end.
    for (let length = 0; length < 80; length += 1) expect(() => imageFacts(bytes.subarray(0, length))).not.toThrow();
  });

  it.each(['', 'GIF89a', '<svg xmlns="x"/>', '%PDF-1.7', 'RIFF\0\0\0\0WAVE', 'PK'])('is null for %j', (text) => {
    expect(imageFacts(Buffer.from(text, 'latin1'))).toBeNull();
  });
});
