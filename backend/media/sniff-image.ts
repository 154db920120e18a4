import type { MediaInfo } from '#core/contract/media.ts';

const startsWith = (bytes: Uint8Array, signature: readonly number[], at = 0): boolean => signature.every((value, index) => bytes[at + index] === value);

const jpeg = [0xff, 0xd8, 0xff];
const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const riff = [0x52, 0x49, 0x46, 0x46];
const webp = [0x57, 0x45, 0x42, 0x50];

/**
 * What the first bytes say the file is, whatever its name or the sender's content type claim; null: none of the three kinds
 * that are taken. GIF, SVG, HEIC and all else are refused here, before any decoder sees them.
 */
export function sniffImage(bytes: Uint8Array): MediaInfo['type'] | null {
  if (startsWith(bytes, jpeg)) return 'image/jpeg';
  if (startsWith(bytes, png)) return 'image/png';
  if (startsWith(bytes, riff) && startsWith(bytes, webp, 8)) return 'image/webp';
  return null;
}
