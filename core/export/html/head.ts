import type { ExportFigure } from '../export-blocks.ts';
import type { ExportStory } from '../export-story.ts';
import { attribute, escapeHtml, scriptJson } from './escape.ts';
import { newsArticle } from './json-ld.ts';
import { momentInVietnam } from './moment.ts';
import type { PhotoSource } from './photo-source.ts';
import { storyStyle, storyStyleHash } from './story-style.ts';
import { summary } from './summary.ts';

export type PageMode = 'file' | 'folder';

/** Stands where a draft has no headline yet: a page must have a title. */
export const noHeadline = 'Chưa có tít';

const named = (name: string, content: string | null): string =>
  content === null || content === '' ? '' : `<meta${attribute('name', name)}${attribute('content', content)}>\n`;

/** Open Graph says `property` where HTML says `name`. */
const graph = (property: string, content: string | null): string =>
  content === null || content === '' ? '' : `<meta${attribute('property', property)}${attribute('content', content)}>\n`;

/** No script, no network, nothing but this page's own style and photos. A folder opened from disk has its photos at `file:`. */
const policy = (mode: PageMode): string =>
  `default-src 'none'; img-src ${mode === 'file' ? 'data:' : "'self' file:"}; style-src '${storyStyleHash}'; base-uri 'none'; form-action 'none'`;

function graphImage(figure: ExportFigure | undefined, source: PhotoSource | null): string {
  // A shared link can't show a picture that is only inside the page.
  if (figure === undefined || source === null || source.src.startsWith('data:')) return '';
  return [
    graph('og:image', source.src), graph('og:image:type', source.type), graph('og:image:width', String(source.width)),
    graph('og:image:height', String(source.height)), graph('og:image:alt', figure.alt),
  ].join('');
}

/** Everything in `head`: policy first, then what people, links and search engines are told. */
export function headHtml(story: ExportStory, photos: (figure: ExportFigure) => PhotoSource | null, mode: PageMode): string {
  const headline = story.headline === '' ? noHeadline : story.headline;
  const lead = story.figures.find((figure) => photos(figure) !== null);
  const image = graphImage(lead, lead === undefined ? null : photos(lead));
  return [
    '<meta charset="utf-8">\n',
    `<meta http-equiv="Content-Security-Policy"${attribute('content', policy(mode))}>\n`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
    '<meta name="color-scheme" content="light">\n',
    `<title>${escapeHtml(story.newsroom.name === '' ? headline : `${headline} | ${story.newsroom.name}`)}</title>\n`,
    named('description', summary(story)),
    named('author', story.byline.authors.join(', ')),
    named('keywords', story.keywords.join(', ')),
    graph('og:type', 'article'),
    graph('og:title', headline),
    graph('og:description', summary(story)),
    graph('og:site_name', story.newsroom.name),
    graph('og:locale', 'vi_VN'),
    image,
    graph('article:published_time', story.publishedAt === null ? null : momentInVietnam(story.publishedAt)),
    graph('article:modified_time', story.modifiedAt === null ? null : momentInVietnam(story.modifiedAt)),
    graph('article:section', story.section),
    ...story.byline.authors.map((name) => graph('article:author', name)),
    ...story.keywords.map((keyword) => graph('article:tag', keyword)),
    named('twitter:card', image === '' ? 'summary' : 'summary_large_image'),
    named('twitter:title', headline),
    named('twitter:description', summary(story)),
    `<style>${storyStyle}</style>\n`,
    `<script type="application/ld+json">${scriptJson(newsArticle(story, photos))}</script>\n`,
  ].join('');
}
