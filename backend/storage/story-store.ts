import type { MediaId, StoryId, VersionId } from '#core/base/ids.ts';
import type { Result } from '#core/base/result.ts';
import type { WireError } from '#core/contract/errors.ts';
import type { StoryChanges } from '#core/story/changes.ts';
import type { StoryDocument } from '#core/story/document.ts';
import type { ReviewEvent, StoryMeta, StoryStatus, StoryVersion, VersionReason } from '#core/story/meta.ts';

export interface StoredStory {
  readonly meta: StoryMeta;
  readonly document: StoryDocument;
}

export interface StoredVersion {
  readonly storyId: StoryId;
  readonly version: StoryVersion;
  readonly document: StoryDocument;
}

/**
 * Stories with their blocks, versions and review events. Every method is one transaction: it happens whole or not at all.
 * Expected failures are values; SQLite's own (full disk, damaged file) throw and are translated by `storageError`.
 */
export interface StoryStore {
  /** On disk when this returns. Errors: `story.invalid`. `seq` starts at 0. */
  create(document: StoryDocument, author: string): Result<StoryMeta, WireError>;
  /** Errors: `story.missing`, `story.newer`. */
  get(id: StoryId): Result<StoredStory, WireError>;
  /** Without reading the text. Errors: `story.missing`. */
  meta(id: StoryId): Result<StoryMeta, WireError>;
  /** One batch, one transaction. Errors: `story.missing`, `story.stale` when `base` is not the stored seq, `story.invalid`. */
  append(id: StoryId, base: number, changes: StoryChanges): Result<{ readonly seq: number; readonly savedAt: number }, WireError>;

  /**
   * Freezes the story as it is stored, in full. The same seq for the same reason gives the version that is already there,
   * so asking twice costs nothing.
   */
  keepVersion(id: StoryId, reason: VersionReason): Result<VersionId, WireError>;
  /** `keepVersion` unless the newest version already is this text; null then. */
  keepIfChanged(id: StoryId, reason: VersionReason): Result<VersionId | null, WireError>;
  /** Keeps a text that is not the stored one (refused, or taken over) beside the story. */
  keepDocument(id: StoryId, document: StoryDocument, reason: VersionReason): Result<VersionId, WireError>;
  /** Newest first. */
  versions(id: StoryId): Result<readonly StoryVersion[], WireError>;
  /** Errors: `version.missing`, `story.newer`. */
  version(id: VersionId): Result<StoredVersion, WireError>;
  /** Stories changed since their last version whose last version is older than `before` (ms since 1970). */
  dueForVersion(before: number): readonly StoryId[];

  /** Sets the status and adds the event to the story's history, together. Whether the step is allowed is `core/story/workflow.ts`'s to say. */
  setStatus(id: StoryId, status: StoryStatus, event: ReviewEvent): Result<StoryMeta, WireError>;
  /** A draft of its own with new block and attendee ids; marks follow their attendees. */
  duplicate(id: StoryId, author: string): Result<StoryMeta, WireError>;
  /** Those that were moved; ids that are unknown or already there are left out. */
  trash(ids: readonly StoryId[]): readonly StoryId[];
  restore(ids: readonly StoryId[]): readonly StoryId[];
  /** What the story is filed under; gives what it was before. Its place among the newest stays: nothing was written. Errors: `story.missing`, `story.newer`. */
  setSection(id: StoryId, section: string): Result<{ readonly before: string; readonly seq: number }, WireError>;
  /** Came to the trash before `at` (ms since 1970) and never were published: nobody has to answer for them. */
  trashedBefore(at: number): readonly StoryId[];
  /** Every photo that a text of these stories names, versions too. */
  photosOf(ids: readonly StoryId[]): readonly MediaId[];
  /** Gone for good, versions too; gives those that were there. */
  erase(ids: readonly StoryId[]): readonly StoryId[];
}
