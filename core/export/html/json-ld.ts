import type { ExportFigure } from '../export-blocks.ts';
import type { ExportStory } from '../export-story.ts';
import { creditName } from '../credit-line.ts';
import { momentInVietnam } from './moment.ts';
import type { PhotoSource } from './photo-source.ts';
import { personKey } from './runs-html.ts';
import { summary } from './summary.ts';

type JsonLd = { readonly [key: string]: unknown };

/** What has no value is left out: an empty property tells a search engine something false. */
const filled = (node: JsonLd): JsonLd =>
  Object.fromEntries(Object.entries(node).filter(([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)));

const agencies = new Set(['TTXVN', 'PV', 'P.V', 'BBT', 'CTV']);

/** Names only, as schema.org wants them; the paper's own mark or an agency is no person. */
function author(name: string, story: ExportStory): JsonLd {
  const isBody = agencies.has(name.toUpperCase()) || name === story.newsroom.sourceMark || name === story.newsroom.name;
  return { '@type': isBody ? 'Organization' : 'Person', name };
}

function imageObject(figure: ExportFigure, source: PhotoSource | null): JsonLd {
  return filled({
    '@type': 'ImageObject',
    contentUrl: source === null || source.src.startsWith('data:') ? null : source.src,
    encodingFormat: source?.type ?? null,
    // schema.org's range is Distance or QuantitativeValue: a bare number is outside it.
    width: source === null ? null : `${source.width} px`,
    height: source === null ? null : `${source.height} px`,
    caption: figure.captionText.replace(/\s+/gu, ' '),
    creditText: creditName(figure.credit),
  });
}

/** schema.org NewsArticle (version 30): who is in the list of attendees is `mentions`, in printing order, keyed as in the text. */
export function newsArticle(story: ExportStory, photos: (figure: ExportFigure) => PhotoSource | null): JsonLd {
  return filled({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    identifier: story.id === null ? null : `urn:uuid:${story.id}`,
    headline: story.headline,
    alternativeHeadline: story.kicker,
    description: summary(story),
    inLanguage: story.language,
    articleSection: story.section,
    keywords: story.keywords,
    dateline: story.dateline?.surface ?? null,
    temporalCoverage: story.date,
    dateCreated: story.createdAt === null ? null : momentInVietnam(story.createdAt),
    datePublished: story.publishedAt === null ? null : momentInVietnam(story.publishedAt),
    dateModified: story.modifiedAt === null ? null : momentInVietnam(story.modifiedAt),
    wordCount: story.wordCount,
    author: story.byline.authors.map((name) => author(name, story)),
    publisher: story.newsroom.name === '' ? null : { '@type': 'NewsMediaOrganization', name: story.newsroom.name },
    image: story.figures.filter((figure) => figure.photo !== null).map((figure) => imageObject(figure, photos(figure))),
    mentions: story.attendees.map((attendee, place) =>
      filled({
        '@type': attendee.kind === 'person' ? 'Person' : 'Organization',
        '@id': `#${personKey(place)}`,
        name: attendee.name,
        honorificPrefix: attendee.kind === 'person' ? attendee.honorific : null,
        jobTitle: attendee.kind === 'person' ? attendee.titles : null,
      })),
  });
}
