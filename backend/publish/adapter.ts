import type { Result } from '#core/base/result.ts';
import type { ExportStory } from '#core/export/export-story.ts';
import type { Standing } from '#core/outbox/job.ts';
import type { Trouble } from '#core/outbox/outcome.ts';

/** Where to send and as whom. The token lives for one round and is never written down. */
export interface Connection {
  readonly url: string;
  readonly token: string;
}

/** A frozen revision, named by our own ids, which the destination keeps: asking for them is how a lost answer is found again. */
export interface FrozenRevision {
  readonly storyId: string;
  readonly revisionId: string;
  readonly contentHash: string;
  /** As `render` made it. */
  readonly payload: string;
}

export interface Probe {
  readonly portal: string;
  readonly user: string;
  /** Our clock minus theirs, in milliseconds. */
  readonly clockSkew: number;
  readonly canPublish: boolean;
}

/** What a destination knows of a revision of ours. */
export interface Look {
  readonly stored: boolean;
  readonly publishedRevisionId: string | null;
  readonly standing: Standing;
  readonly url: string | null;
}

export interface PhotoToSend {
  readonly sha256: string;
  readonly type: string;
  /** Asked for only when the destination does not have it yet. */
  readonly bytes: () => Promise<Result<Uint8Array, Trouble>>;
}

export type Reply<T> = Promise<Result<T, Trouble>>;

/**
 * One kind of destination. Every write may be repeated under the same ids and does nothing twice; what went wrong is a
 * `Trouble`, already sorted by what to do about it.
 */
export interface PublishAdapter {
  /** Pure. `photos`: hash of the bytes that are sent, by media id. Null when there is nothing to send: no headline, no date, no text. */
  render(story: ExportStory, photos: ReadonlyMap<string, string>): { readonly payload: string; readonly contentHash: string } | null;
  /** Is anybody there, and are we known? */
  probe(connection: Connection, signal: AbortSignal): Reply<Probe>;
  putMedia(connection: Connection, photo: PhotoToSend, signal: AbortSignal): Reply<null>;
  putDraft(connection: Connection, revision: FrozenRevision, signal: AbortSignal): Reply<null>;
  look(connection: Connection, revision: FrozenRevision, signal: AbortSignal): Reply<Look>;
  /** Reads the draft back and compares it, word for word. */
  verify(connection: Connection, revision: FrozenRevision, signal: AbortSignal): Reply<Look>;
  /** Readers see this revision, unless they saw another one last than expected. */
  publish(connection: Connection, wish: { readonly storyId: string; readonly revisionId: string; readonly expectedRevisionId: string | null }, signal: AbortSignal): Reply<{ readonly revisionId: string }>;
}
