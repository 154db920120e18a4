import { escapeHtml } from '#portal/html/escape-html.ts';
import { mediaOf, type StoryNode } from '#portal/html/parse-story-html.ts';
import { imageTag, writeStoryHtml, type SizeOf } from '#portal/html/write-story-html.ts';
import { describeStory, newsArticle, scriptJson, type PublishedStory } from '#portal/pages/news-article.ts';
import { pageShell } from '#portal/pages/page-shell.ts';
import type { Site } from '#portal/pages/site.ts';
import { vietnamTime } from '#portal/pages/vietnam-time.ts';
import { portalName } from '#portal/portal-name.ts';
import type { StoryFigure } from '#portal/story.ts';

const meta = (name: 'name' | 'property', key: string, content: string | number | null | undefined): string =>
  content === null || content === undefined || content === '' ? '' : `<meta ${name}="${key}" content="${escapeHtml(String(content))}">\n`;

const headOf = (published: PublishedStory, { baseUrl, sizeOf }: Site): string => {
  const { story, address, publishedAt, modifiedAt, media } = published;
  const cover = media[0];
  const size = cover === undefined ? null : sizeOf(cover);
  const figure = story.figures.find(({ sha256 }) => sha256 === cover);
  return [
    `<link rel="canonical" href="${escapeHtml(baseUrl + address)}">\n`,
    meta('name', 'description', describeStory(story)),
    meta('property', 'og:type', 'article'),
    meta('property', 'og:title', story.headline),
    meta('property', 'og:description', describeStory(story)),
    meta('property', 'og:url', baseUrl + address),
    meta('property', 'og:site_name', portalName),
    meta('property', 'og:locale', story.language === 'vi' ? 'vi_VN' : null),
    ...(cover === undefined
      ? []
      : [
          meta('property', 'og:image', `${baseUrl}/media/${cover}`),
          meta('property', 'og:image:width', size?.width),
          meta('property', 'og:image:height', size?.height),
          meta('property', 'og:image:alt', figure?.alt || figure?.caption),
        ]),
    meta('property', 'article:published_time', vietnamTime(publishedAt).iso),
    meta('property', 'article:modified_time', vietnamTime(modifiedAt).iso),
    meta('property', 'article:section', story.section),
    ...story.keywords.map((keyword) => meta('property', 'article:tag', keyword)),
    meta('name', 'twitter:card', cover === undefined ? 'summary' : 'summary_large_image'),
    `<script type="application/ld+json">${scriptJson(newsArticle(published, baseUrl, sizeOf))}</script>\n`,
  ].join('');
};

const figureTag = ({ sha256, caption, credit, alt }: StoryFigure, sizeOf: SizeOf, loading: 'lazy' | 'eager'): string => {
  if (sha256 === null) return '';
  const words = [caption && escapeHtml(caption), credit && `<span class="credit">${escapeHtml(credit)}</span>`].filter(Boolean).join(' ');
  return `<figure>\n${imageTag(sha256, alt ?? '', sizeOf, loading)}${words === '' ? '' : `\n<figcaption>${words}</figcaption>`}\n</figure>\n`;
};

/** Photos in the order of the page: those that only the figure list has lead (the first) or follow the body. */
export const mediaInOrder = (figures: readonly StoryFigure[], body: readonly StoryNode[]): readonly string[] => {
  const inBody = mediaOf(body);
  const outside = figures.flatMap(({ sha256 }) => (sha256 === null || inBody.includes(sha256) ? [] : [sha256]));
  const lead = outside[0] !== undefined && figures.find(({ sha256 }) => sha256 !== null)?.sha256 === outside[0] ? [outside[0]] : [];
  return [...new Set([...lead, ...inBody, ...outside])];
};

/** The reader's page of a published story: whole HTML document. `body` is the parsed bodyHtml of `published.story`. */
export const storyPage = (published: PublishedStory, body: readonly StoryNode[], site: Site): string => {
  const { sizeOf } = site;
  const { story, publishedAt, modifiedAt, media } = published;
  const inBody = new Set(mediaOf(body));
  const figuresFor = (wanted: readonly string[], loading: 'lazy' | 'eager'): string =>
    wanted.map((sha256) => story.figures.find((figure) => figure.sha256 === sha256)).map((figure) => (figure ? figureTag(figure, sizeOf, loading) : '')).join('');
  const leads = media[0] !== undefined && !inBody.has(media[0]) ? [media[0]] : [];
  const trailing = media.filter((sha256) => !inBody.has(sha256) && !leads.includes(sha256));

  const appeared = vietnamTime(publishedAt);
  const modified = vietnamTime(modifiedAt);
  const line = (className: string, text: string | null): string => (text?.trim() ? `<p class="${className}">${escapeHtml(text)}</p>\n` : '');
  const language = story.language === 'vi' ? '' : ` lang="${escapeHtml(story.language)}"`;
  const main = `<article class="story"${language}>
<header class="story-head">
${line('section', story.section)}<hgroup>
${line('kicker', story.kicker)}<h1>${escapeHtml(story.headline)}</h1>
</hgroup>
<p class="times"><time datetime="${appeared.iso}">${appeared.text}</time>${
    modified.text === appeared.text ? '' : ` <span class="modified">Cập nhật <time datetime="${modified.iso}">${modified.text}</time></span>`
  }</p>
${line('lede', story.lede)}</header>
${figuresFor(leads, 'eager')}<div class="story-body">${writeStoryHtml(body, sizeOf)}
</div>
${figuresFor(trailing, 'lazy')}${line('byline', story.byline)}${
    story.keywords.length === 0
      ? ''
      : `<footer class="story-foot">\n<p class="keywords">Từ khóa: ${story.keywords.map((keyword) => `<span class="keyword">${escapeHtml(keyword)}</span>`).join(', ')}</p>\n</footer>\n`
  }</article>`;
  return pageShell(site, { title: story.headline, head: headOf(published, site), main });
};
