import type { SizeOf } from '#portal/html/write-story-html.ts';
import { bylineAuthors } from '#portal/pages/byline-authors.ts';
import { vietnamTime } from '#portal/pages/vietnam-time.ts';
import { portalName } from '#portal/portal-name.ts';
import type { Story } from '#portal/story.ts';

/** A published story with what the portal knows of it. Times in ms since 1970 UTC. */
export interface PublishedStory {
  readonly storyId: string;
  readonly story: Story;
  /** Path of its page. */
  readonly address: string;
  readonly publishedAt: number;
  /** When readers first saw this revision. */
  readonly modifiedAt: number;
  /** Photos in the order of the page. */
  readonly media: readonly string[];
}

/** At most 200 code units of plain text for search results and link previews. */
export const describeStory = ({ lede, bodyText }: Story): string => {
  const text = (lede?.trim() || bodyText).replaceAll(/\s+/g, ' ').trim();
  if (text.length <= 200) return text;
  return `${text.slice(0, text.lastIndexOf(' ', 199)).trimEnd()}…`;
};

/** schema.org NewsArticle for one page. Empty values are left out: an empty one is a wrong statement. */
export const newsArticle = ({ storyId, story, address, publishedAt, modifiedAt, media }: PublishedStory, baseUrl: string, sizeOf: SizeOf): Record<string, unknown> => {
  const url = baseUrl + address;
  const people = story.attendees.filter(({ kind }) => kind === 'person');
  const image = media.map((sha256) => {
    const figure = story.figures.find((candidate) => candidate.sha256 === sha256);
    const size = sizeOf(sha256);
    return compact({
      '@type': 'ImageObject',
      contentUrl: `${baseUrl}/media/${sha256}`,
      caption: figure?.caption,
      creditText: figure?.credit,
      // The range of width is a distance, so a bare number would be wrong.
      width: size?.width ? `${size.width} px` : null,
      height: size?.height ? `${size.height} px` : null,
    });
  });
  const dateline = [story.dateline?.place, story.dateline?.date].filter(Boolean).join(', ');
  return compact({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    identifier: `urn:uuid:${storyId}`,
    url,
    mainEntityOfPage: url,
    headline: story.headline,
    alternativeHeadline: story.kicker,
    description: describeStory(story),
    image,
    datePublished: vietnamTime(publishedAt).iso,
    dateModified: vietnamTime(modifiedAt).iso,
    author: bylineAuthors(story.byline).map((name) => ({ '@type': 'Person', name })),
    publisher: { '@type': 'NewsMediaOrganization', name: portalName, url: `${baseUrl}/` },
    dateline,
    articleSection: story.section,
    keywords: story.keywords,
    mentions: people.map(({ name, titles }) => compact({ '@type': 'Person', name, jobTitle: titles })),
    inLanguage: story.language,
    wordCount: story.wordCount,
    isAccessibleForFree: true,
  });
};

const compact = (record: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)),
  );

/** JSON for inside a `<script>`: no `<` can end it, no `-->` or line separator confuse it. */
export const scriptJson = (value: unknown): string =>
  JSON.stringify(value).replaceAll(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
