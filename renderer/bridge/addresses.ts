import type { MediaId, StoryId } from '#core/base/ids.ts';
import type { Rendition } from '#core/contract/media.ts';

/** Where this window's door keeps what is shown or saved and is no call. */
export interface Addresses {
  photo(id: MediaId, rendition: Rendition): string;
  /** The story as readers would get it, for a frame; another `seq` is another address, so that a changed story is shown anew. */
  preview(id: StoryId, seq: number): string;
  /** An export to be downloaded; null where exports go through a dialog of the system instead. */
  download(id: StoryId, ending: 'html' | 'txt'): string | null;
}

/** Of the browser door: below the origin that the page came from. */
export const loopbackAddresses: Addresses = {
  photo: (id, rendition) => `/media/${id}/${rendition}`,
  preview: (id, seq) => `/preview/${id}?seq=${seq}`,
  download: (id, ending) => `/export/${id}.${ending}`,
};

/** Of the desktop door: a scheme of its own for everything that is not the page itself. */
export const desktopAddresses = (mediaBase: string): Addresses => ({
  photo: (id, rendition) => `${mediaBase}/${id}/${rendition}`,
  preview: (id, seq) => `${mediaBase}/preview/${id}?seq=${seq}`,
  download: () => null,
});
