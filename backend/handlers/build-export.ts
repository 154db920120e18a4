import type { MediaId } from '#core/base/ids.ts';
import type { Result } from '#core/base/result.ts';
import { ok } from '#core/base/result.ts';
import type { WireError } from '#core/contract/errors.ts';
import type { ExportStory } from '#core/export/export-story.ts';
import type { PageMode } from '#core/export/html/head.ts';
import { storyHtml } from '#core/export/html/story-html.ts';
import { storyText } from '#core/export/text/story-text.ts';
import type { MediaStore } from '../media/media-store.ts';
import type { ExportedPhoto } from './export-photos.ts';
import { loadPhotos } from './export-photos.ts';

export type ExportTarget = 'html' | 'html-folder' | 'text';

export interface BuiltFile {
  /** Relative, `/` between folders. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** An export in memory: one file, or what goes into a folder of this name. */
export type BuiltExport =
  | { readonly kind: 'file'; readonly name: string; readonly content: string }
  | { readonly kind: 'folder'; readonly name: string; readonly files: readonly BuiltFile[] };

/**
 * The name of a story's export without extension: its slug, and the end of its id, so that two stories under one headline
 * never overwrite each other and the same story always replaces its own.
 */
export const exportName = (story: Pick<ExportStory, 'id' | 'slug'>): string =>
  story.id === null ? story.slug : `${story.slug}-${story.id.slice(-6)}`;

const dataAddress = (photo: ExportedPhoto): string => `data:${photo.type};base64,${Buffer.from(photo.bytes).toString('base64')}`;

function pageOf(story: ExportStory, photos: ReadonlyMap<MediaId, ExportedPhoto>, mode: PageMode): string {
  // A photo is asked for several times (head, data for search engines, text) and may be a megabyte.
  const sources = new Map([...photos].map(([id, photo]) => [id, { ...photo, src: mode === 'file' ? dataAddress(photo) : `anh/${photo.name}` }]));
  return storyHtml(story, { mode, photos: (sha256) => sources.get(sha256) ?? null });
}

/** The page as one self-contained file. Errors: `media.missing`. */
export async function buildPage(story: ExportStory, media: Pick<MediaStore, 'read'>): Promise<Result<string, WireError>> {
  const photos = await loadPhotos(story, media);
  return photos.ok ? ok(pageOf(story, photos.value, 'file')) : photos;
}

/** Errors: `media.missing`. */
export async function buildExport(story: ExportStory, media: Pick<MediaStore, 'read'>, to: ExportTarget): Promise<Result<BuiltExport, WireError>> {
  const name = exportName(story);
  if (to === 'text') return ok({ kind: 'file', name: `${name}.txt`, content: storyText(story) });
  if (to === 'html') {
    const page = await buildPage(story, media);
    return page.ok ? ok({ kind: 'file', name: `${name}.html`, content: page.value }) : page;
  }
  const photos = await loadPhotos(story, media);
  if (!photos.ok) return photos;
  const pictures = [...photos.value.values()].map((photo) => ({ path: `anh/${photo.name}`, content: photo.bytes }));
  return ok({ kind: 'folder', name, files: [{ path: 'index.html', content: pageOf(story, photos.value, 'folder') }, ...pictures] });
}
