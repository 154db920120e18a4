import { Buffer } from 'node:buffer';
import type { PhotoSources } from '#core/export/html/photo-source.ts';

const base64 = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==';

/** One grey pixel as PNG; sizes are told, not measured, so it may stand for any photo. */
export const pixel: Uint8Array = Buffer.from(base64, 'base64');

export const samplePhotos: PhotoSources = () => ({ src: `data:image/png;base64,${base64}`, type: 'image/png', width: 1600, height: 1000 });

export const folderPhotos: PhotoSources = (sha256) => ({ src: `anh/1-${sha256.slice(0, 8)}.jpg`, type: 'image/jpeg', width: 1600, height: 1000 });
