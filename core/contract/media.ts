import { z } from 'zod';
import { MediaId } from '../base/ids.ts';
import { read, write } from './define.ts';

export const MediaInfo = z.object({
  id: MediaId,
  type: z.enum(['image/jpeg', 'image/png', 'image/webp']),
  /** Pixels, upright. */
  width: z.number().int(),
  height: z.number().int(),
  bytes: z.number().int(),
});
export type MediaInfo = z.infer<typeof MediaInfo>;

/** `original`, and two renditions: `page` at most 1,600 px wide, `thumb` at most 480. */
export const Rendition = z.enum(['original', 'page', 'thumb']);
export type Rendition = z.infer<typeof Rendition>;

export const mediaMaxBytes = 64 * 1024 * 1024;

export const mediaContract = {
  /** Keeps the original under its hash and makes the renditions. Errors: `media.type`, `media.broken`, `media.too-large`. */
  put: write(z.object({ bytes: z.instanceof(Uint8Array) }), MediaInfo, { maxBytes: mediaMaxBytes }),
  info: read(z.object({ id: MediaId }), MediaInfo),
};
