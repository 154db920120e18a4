import sharp from 'sharp';
import type { Sharp } from 'sharp';
import type { Decoded } from './decoder.ts';

/** Pixels. sharp's own limit is 268 million; 100 million is twice the largest camera and bounds memory to some 400 MB. */
const pixelLimit = 100_000_000;
const widths = { page: 1600, thumb: 480 };

// sharp remembers what it read by file name: a second file under the same name would show the first one's picture.
sharp.cache(false);
// The three kinds we take and no other: the rest of libvips' loaders (SVG, PDF, TIFF, …) never see a stranger's bytes.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] });

/** Decodes the whole file and makes both renditions. Only in a process that may die of it. */
export async function decodePicture(path: string): Promise<Decoded> {
  // `error` takes in cut-off files; `warning` would refuse what many cameras write after the last scan line.
  const open = (): Sharp => sharp(path, { failOn: 'error', limitInputPixels: pixelLimit, sequentialRead: true });
  try {
    const { width, height, hasAlpha, autoOrient } = await open().metadata();
    if (width * height > pixelLimit) return tooManyPixels;
    // Without `keepMetadata` the output has no EXIF, XMP, IPTC or GPS, and its colours are sRGB.
    const render = async (from: Sharp, to: number, quality: number): Promise<Uint8Array> => {
      const resized = from.resize({ width: to, withoutEnlargement: true });
      return await (hasAlpha ? resized.webp({ quality }) : resized.jpeg({ quality, progressive: true })).toBuffer();
    };
    const page = await render(open().autoOrient(), widths.page, 82);
    const thumb = await render(sharp(page), widths.thumb, 76);
    return { kind: 'made', width: autoOrient.width, height: autoOrient.height, page, thumb };
  } catch (problem) {
    return problem instanceof Error && problem.message.includes('pixel limit') ? tooManyPixels : { kind: 'broken' };
  }
}

const tooManyPixels: Decoded = { kind: 'too-large', limit: `${pixelLimit / 1_000_000} MP` };
