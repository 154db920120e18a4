import { err, ok } from '#core/base/result.ts';
import type { ApiHandler } from '#portal/api/router.ts';
import { contentHash } from '#portal/content-hash.ts';
import { mediaOf, parseStoryHtml } from '#portal/html/parse-story-html.ts';
import { storyAddress } from '#portal/pages/story-address.ts';
import { problem, type Problem } from '#portal/problem.ts';
import type { MediaStore } from '#portal/storage/media-store.ts';
import type { RevisionRow, StoredStory, StoryStore } from '#portal/storage/story-store.ts';
import type { StatusChange, Story } from '#portal/story.ts';

const time = (ms: number): string => new Date(ms).toISOString();
const optionalTime = (ms: number | null): string | null => (ms === null ? null : time(ms));
const summary = ({ revisionId, contentHash: hash, storedAt }: RevisionRow): Record<string, unknown> => ({
  revisionId,
  contentHash: hash,
  storedAt: time(storedAt),
});

type StoryOperation = 'getStory' | 'putRevision' | 'getRevision' | 'putStatus';

/** Handlers of the tag `stories`. `baseUrl` is the portal's own origin, without a slash. */
export const storyHandlers = (stories: StoryStore, media: MediaStore, baseUrl: () => string): Readonly<Record<StoryOperation, ApiHandler>> => {
  const describe = (story: StoredStory): Record<string, unknown> => {
    const seen = story.lastPublishedRevisionId;
    const slug = seen === null ? null : (stories.revision(story.storyId, seen)?.story.slug ?? null);
    return {
      storyId: story.storyId,
      status: story.status,
      currentRevisionId: story.currentRevisionId,
      publishedRevisionId: story.status === 'published' ? story.statusRevisionId : null,
      lastPublishedRevisionId: seen,
      url: slug === null ? null : baseUrl() + storyAddress(slug, story.pageKey),
      publishedAt: optionalTime(story.publishedAt),
      updatedAt: time(story.updatedAt),
      revisions: stories.revisions(story.storyId).map(summary),
    };
  };
  const noStory = (): Problem => problem('story_not_found', 'No revision of this story has arrived.');

  return {
    getStory: async ({ parameters }) => {
      const story = stories.find(parameters.get('storyId') ?? '');
      return story === null ? err(noStory()) : ok({ status: 200, body: describe(story) });
    },

    getRevision: async ({ parameters }) => {
      const storyId = parameters.get('storyId') ?? '';
      if (stories.find(storyId) === null) return err(noStory());
      const stored = stories.revision(storyId, parameters.get('revisionId') ?? '');
      if (stored === null) return err(problem('revision_not_found', 'This revision has not arrived.'));
      // Hashed anew: the answer vouches for what is on the disk, not for what once arrived.
      const body = { storyId, ...summary(stored), contentHash: contentHash(stored.story), story: stored.story };
      return ok({ status: 200, body });
    },

    putRevision: async ({ parameters, json }) => {
      const storyId = parameters.get('storyId') ?? '';
      const revisionId = parameters.get('revisionId') ?? '';
      const story = json as Story;
      const hash = contentHash(story);
      if (hash !== story.contentHash) {
        return err(problem('content_hash_mismatch', 'The story received hashes to another value than its contentHash.', { computedContentHash: hash }));
      }
      const parsed = parseStoryHtml(story.bodyHtml);
      if (!parsed.ok) {
        const { element, offset, reason } = parsed.error;
        return err(problem('html_not_allowed', `Element "${element}" at offset ${offset}: ${reason}.`, { element, offset, reason }));
      }
      const inFigures = story.figures.flatMap(({ sha256 }) => (sha256 === null ? [] : [sha256]));
      const shown = [...new Set([...inFigures, ...mediaOf(parsed.value)])];
      const missing = shown.filter((sha256) => media.find(sha256) === null);
      if (missing.length > 0) {
        return err(problem('media_missing', `Upload the ${missing.length} listed media with PUT /api/v1/media/{sha256}, then send the revision again.`, { missing }));
      }
      const { outcome, revision } = stories.putRevision(storyId, revisionId, story, hash, shown);
      if (outcome === 'conflict') {
        return err(problem('revision_conflict', 'A revision never changes; send other content under a new id.', { storedContentHash: revision.contentHash }));
      }
      return ok({ status: outcome === 'stored' ? 201 : 200, body: { storyId, ...summary(revision) } });
    },

    putStatus: async ({ parameters, json }) => {
      const { status, revisionId, expectedRevisionId } = json as StatusChange;
      const result = stories.setStatus(parameters.get('storyId') ?? '', { status, revisionId, expected: expectedRevisionId });
      switch (result.outcome) {
        case 'no_story':
          return err(noStory());
        case 'no_revision':
          return err(problem('revision_unknown', 'Send the revision before a status that names it.'));
        case 'conflict':
          return err(
            problem('status_conflict', 'Nothing was changed. Read the story again and decide.', {
              actualRevisionId: result.story.lastPublishedRevisionId,
              actualStatus: result.story.status,
            }),
          );
        case 'set':
          return ok({ status: 200, body: describe(result.story) });
      }
    },
  };
};
