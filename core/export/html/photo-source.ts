import type { MediaId } from '#core/base/ids.ts';

/** A photo as the page shows it: a rendition, not the original. */
export interface PhotoSource {
  /** `data:image/jpeg;base64,…` in a single file, a relative path in a folder. */
  readonly src: string;
  /** Pixels of the rendition. */
  readonly width: number;
  readonly height: number;
  readonly type: string;
}

export type PhotoSources = (sha256: MediaId) => PhotoSource | null;
