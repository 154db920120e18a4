import type { JobId, StoryId } from '#core/base/ids.ts';
import type { Result } from '#core/base/result.ts';
import { err, ok } from '#core/base/result.ts';
import type { WireError } from '#core/contract/errors.ts';
import { wireError } from '#core/contract/errors.ts';
import type { Destination } from '#core/contract/publish.ts';
import type { Settings } from '#core/contract/settings.ts';
import { toExportStory } from '#core/export/export-story.ts';
import { checkReadiness } from '#core/story/readiness.ts';
import type { MediaStore } from '../media/media-store.ts';
import type { FrozenText } from '../storage/job-store.ts';
import type { StoryStore } from '../storage/story-store.ts';
import type { PublishAdapter } from './adapter.ts';
import { sha256 } from './content-hash.ts';

export interface FreezePorts {
  readonly stories: Pick<StoryStore, 'get'>;
  readonly media: Pick<MediaStore, 'info' | 'read'>;
  readonly settings: () => Settings;
  readonly adapters: Readonly<Record<Destination['kind'], PublishAdapter>>;
}

export interface Frozen extends Omit<FrozenText, 'id'> {
  readonly words: number;
  /** Of story and photos together. */
  readonly bytes: number;
}

/**
 * Checks and renders a story for a destination; keeps and sends nothing. The photos that will travel are the `page` renditions: small
 * enough for any portal and without the camera's place and serial numbers. Errors: `story.missing`, `publish.stale`,
 * `publish.not-approved`, `publish.not-ready`, `media.missing`.
 */
export async function freezeStory({ stories, media, settings, adapters }: FreezePorts, storyId: StoryId, seq: number, destination: Destination): Promise<Result<Frozen, WireError>> {
  const stored = stories.get(storyId);
  if (!stored.ok) return stored;
  const { meta, document } = stored.value;
  if (meta.trashedAt !== null) return err(wireError('story.missing'));
  if (meta.seq !== seq) return err(wireError('publish.stale'));
  if (meta.status !== 'approved' && meta.status !== 'published') return err(wireError('publish.not-approved'));
  const blocking = checkReadiness({ document, meta, hasMedia: (id) => media.info(id) !== null }).filter((item) => item.level === 'blocking');
  if (blocking.length > 0) return err(wireError('publish.not-ready', { missing: blocking.map((item) => item.code).join(',') }));

  const exported = toExportStory({ document, meta, settings: settings(), media: (id) => media.info(id) });
  const photos = new Map<string, FrozenText['media'][number]>();
  let bytes = 0;
  for (const { photo } of exported.figures) {
    if (photo === null || photos.has(photo.sha256)) continue;
    const rendition = await media.read(photo.sha256, 'page');
    if (rendition === null) return err(wireError('media.missing'));
    photos.set(photo.sha256, { mediaId: photo.sha256, sha256: sha256(rendition.bytes), type: rendition.type });
    bytes += rendition.bytes.length;
  }
  const rendered = adapters[destination.kind].render(exported, new Map([...photos].map(([id, photo]) => [id, photo.sha256])));
  if (rendered === null) return err(wireError('publish.not-ready', { missing: 'body' }));
  // Two originals can have the same rendition; it travels once.
  const once = new Map([...photos.values()].map((photo) => [photo.sha256, photo]));
  return ok({
    storyId, destinationId: destination.id, contentHash: rendered.contentHash, payload: rendered.payload, headline: exported.headline,
    requestedBy: settings().profile.name, media: [...once.values()], words: exported.wordCount, bytes: bytes + Buffer.byteLength(rendered.payload),
  });
}

/** A frozen text under the id of the job that will carry it. */
export const asJob = ({ words: _words, bytes: _bytes, ...text }: Frozen, id: JobId): FrozenText => ({ ...text, id });
