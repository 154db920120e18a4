import type { MediaId } from '#core/base/ids.ts';
import type { Result } from '#core/base/result.ts';
import type { WireError } from '#core/contract/errors.ts';
import type { MediaInfo, Rendition } from '#core/contract/media.ts';

/** Originals under their hash, untouched; renditions can be made again at any time. */
export interface MediaStore {
  /** Sniffs, hashes, decodes once to be sure, keeps the original (temporary file, fsync, rename) and makes both renditions. The same bytes again give the same answer. */
  put(bytes: Uint8Array): Promise<Result<MediaInfo, WireError>>;
  info(id: MediaId): MediaInfo | null;
  /** Takes the original and its renditions away for good, unless a story, a version or a waiting job names it; true when it went. */
  removeUnused(id: MediaId): Promise<boolean>;
  /** Null when the original is not here. A lost rendition is made again. */
  read(id: MediaId, rendition: Rendition): Promise<{ readonly bytes: Uint8Array; readonly type: string } | null>;
}
