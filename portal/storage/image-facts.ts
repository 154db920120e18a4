export type ImageType = 'image/jpeg' | 'image/png' | 'image/webp';

/** What the header of an image says. Sizes in pixels before any EXIF rotation; null when the header does not say. */
export interface ImageFacts {
  readonly contentType: ImageType;
  readonly width: number | null;
  readonly height: number | null;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** ITU-T T.81 B.1: walk the marker segments to the frame header (SOF). */
const jpegSize = (bytes: Buffer): Size | null => {
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) at += 1;
    else if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    } else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) at += 2;
    else at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
};

/** RFC 9649: lossy, lossless and extended files carry the size in three different places. */
const webpSize = (bytes: Buffer): Size | null => {
  if (bytes.length < 30) return null;
  const chunk = bytes.toString('latin1', 12, 16);
  if (chunk === 'VP8 ') return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
  if (chunk === 'VP8L') {
    const bits = bytes.readUInt32LE(21);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (chunk === 'VP8X') return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
  return null;
};

const pngSize = (bytes: Buffer): Size | null =>
  bytes.length < 24 ? null : { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Reads type and size from the first bytes of a file, whatever its name or declared type. Null: none of the accepted types. */
export const imageFacts = (bytes: Buffer): ImageFacts | null => {
  const facts = (contentType: ImageType, size: Size | null): ImageFacts =>
    size === null || size.width === 0 || size.height === 0
      ? { contentType, width: null, height: null }
      : { contentType, ...size };
  if (bytes.length > 3 && bytes.readUIntBE(0, 3) === 0xffd8ff) return facts('image/jpeg', jpegSize(bytes));
  if (bytes.subarray(0, 8).equals(pngSignature)) return facts('image/png', pngSize(bytes));
  if (bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP') {
    return facts('image/webp', webpSize(bytes));
  }
  return null;
};
