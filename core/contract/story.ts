import { z } from 'zod';
import { StoryId, VersionId } from '../base/ids.ts';
import { StoryChanges } from '../story/changes.ts';
import { StoryDocument } from '../story/document.ts';
import { Instant, StoryMeta, StoryVersion } from '../story/meta.ts';
import { push, read, storyMaxBytes, write } from './define.ts';

/** `blank` and the newsroom's templates; what they fill in comes from profile and newsroom settings. */
export const TemplateName = z.enum(['blank', 'conference', 'brief', 'photo-essay']);
export type TemplateName = z.infer<typeof TemplateName>;

export const OpenStory = z.object({
  meta: StoryMeta,
  document: StoryDocument,
  /** `write`: this window holds the story. `read`: another window does, or the story is approved. */
  mode: z.enum(['write', 'read']),
  /** Why it can only be read. */
  readReason: z.enum(['other-window', 'approved', 'trashed']).nullable(),
});
export type OpenStory = z.infer<typeof OpenStory>;

const large = { maxBytes: storyMaxBytes };

export const storyContract = {
  /** A new story, on disk before its first letter. `remember`: the directory then grows from its attendees, who point at their entries. */
  create: write(z.object({ template: TemplateName.default('blank'), document: StoryDocument.optional(), remember: z.boolean().default(false) }), z.object({ id: StoryId }), large),
  /** Opens for this window: it becomes the writing one when no other is. */
  open: write(z.object({ id: StoryId }), OpenStory),
  /** Reads without touching who writes. */
  get: read(z.object({ id: StoryId }), z.object({ meta: StoryMeta, document: StoryDocument })),
  /** Acknowledged only after the commit. Errors: `story.stale` (base is not the stored seq), `story.not-writer`, `story.read-only`. */
  append: write(z.object({ id: StoryId, base: z.number().int().nonnegative(), changes: StoryChanges }), z.object({ seq: z.number().int(), savedAt: Instant }), large),
  /** This window writes from now on; the other is told and reads. */
  takeOver: write(z.object({ id: StoryId }), OpenStory),
  release: write(z.object({ id: StoryId }), z.object({})),
  /** Keeps a text as a version of the story: one that could not be saved in place (`refused`), or the one that another version will replace (`restore`). */
  keep: write(z.object({ id: StoryId, document: StoryDocument, reason: z.enum(['refused', 'restore']).default('refused') }), z.object({ versionId: VersionId }), large),
  duplicate: write(z.object({ id: StoryId }), z.object({ id: StoryId })),
  trash: write(z.object({ ids: z.array(StoryId).min(1).max(1000) }), z.object({ trashed: z.array(StoryId) })),
  restore: write(z.object({ ids: z.array(StoryId).min(1).max(1000) }), z.object({ restored: z.array(StoryId) })),
  /** Deletes for good, versions and all; only what is in the trash. */
  erase: write(z.object({ ids: z.array(StoryId).min(1).max(1000) }), z.object({ erased: z.array(StoryId) })),
  /** Files stories under a section. Refused are those that can only be read and those that a window is writing: it sets its own. */
  setSection: write(
    z.object({ stories: z.array(z.object({ id: StoryId, section: z.string().max(100) })).min(1).max(1000) }),
    z.object({ changed: z.array(z.object({ id: StoryId, before: z.string() })), refused: z.array(StoryId) }),
  ),
  versions: read(z.object({ id: StoryId }), z.object({ versions: z.array(StoryVersion) })),
  version: read(z.object({ id: StoryId, versionId: VersionId }), z.object({ version: StoryVersion, document: StoryDocument })),
  /** Review, publishing, trash or restore moved the story on: what is known of it now, beside its text. */
  status: push(StoryMeta),
  /** Many stories at once went to the trash or came back: whoever shows one of them asks again. */
  moved: push(z.object({ ids: z.array(StoryId) })),
  /** Someone's batch was stored. */
  changed: push(z.object({ id: StoryId, seq: z.number().int(), windowId: z.string() })),
  /** Another window took the story over or gave it back, or (`review`) a step was taken: `status` says which. */
  writer: push(z.object({ id: StoryId, windowId: z.string().nullable(), reason: z.enum(['taken-over', 'released', 'review']) })),
};
