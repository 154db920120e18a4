import type { MediaId } from '#core/base/ids.ts';
import type { Result } from '#core/base/result.ts';
import { err, ok } from '#core/base/result.ts';
import type { WireError } from '#core/contract/errors.ts';
import { wireError } from '#core/contract/errors.ts';
import type { ExportStory } from '#core/export/export-story.ts';
import type { MediaStore } from '../media/media-store.ts';

/** A photo as it leaves: its page rendition. */
export interface ExportedPhoto {
  readonly bytes: Uint8Array;
  readonly type: string;
  /** Pixels of the rendition. */
  readonly width: number;
  readonly height: number;
  /** `1-0f3a9c21.jpg`: the figure's place in the story, from 1, and the start of the original's hash. */
  readonly name: string;
}

/** Page renditions are at most this wide (`core/contract/media.ts`). */
const pageWidth = 1600;

const extensions: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' };

/** Every photo of the story, once each. Errors: `media.missing` when one is gone; a page that lost a photo in silence would be a lie. */
export async function loadPhotos(story: ExportStory, media: Pick<MediaStore, 'read'>): Promise<Result<ReadonlyMap<MediaId, ExportedPhoto>, WireError>> {
  const photos = new Map<MediaId, ExportedPhoto>();
  for (const [index, { photo }] of story.figures.entries()) {
    if (photo === null || photos.has(photo.sha256)) continue;
    const found = await media.read(photo.sha256, 'page');
    if (found === null) return err(wireError('media.missing'));
    const width = Math.min(pageWidth, photo.width);
    photos.set(photo.sha256, {
      bytes: found.bytes,
      type: found.type,
      width,
      height: Math.max(1, Math.round((photo.height * width) / photo.width)),
      name: `${index + 1}-${photo.sha256.slice(0, 8)}.${extensions[found.type] ?? 'bin'}`,
    });
  }
  return ok(photos);
}
