import type { PhotoSources } from '#core/export/html/photo-source.ts';

/** One grey pixel, as a JPEG would be embedded; sizes are told, not measured, so it may stand for any photo. */
const pixel = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==';

export const samplePhotos: PhotoSources = () => ({ src: pixel, type: 'image/png', width: 1600, height: 1000 });

export const folderPhotos: PhotoSources = (sha256) => ({ src: `anh/1-${sha256.slice(0, 8)}.jpg`, type: 'image/jpeg', width: 1600, height: 1000 });
