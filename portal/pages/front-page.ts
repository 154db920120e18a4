import { escapeHtml } from '#portal/html/escape-html.ts';
import { imageTag, type SizeOf } from '#portal/html/write-story-html.ts';
import { describeStory, type PublishedStory } from '#portal/pages/news-article.ts';
import { pageShell } from '#portal/pages/page-shell.ts';
import type { Site } from '#portal/pages/site.ts';
import { vietnamTime } from '#portal/pages/vietnam-time.ts';
import { portalName } from '#portal/portal-name.ts';

export const storiesPerPage = 24;

const teaser = ({ story, address, publishedAt, media }: PublishedStory, isLead: boolean, sizeOf: SizeOf): string => {
  const { iso, text } = vietnamTime(publishedAt);
  const cover = media[0];
  // The picture says nothing that the headline beside it does not: decorative here, described on the story's page.
  const picture = cover === undefined ? '' : `<div class="teaser-picture">${imageTag(cover, '', sizeOf, isLead ? 'eager' : 'lazy')}</div>\n`;
  return `<article class="teaser${isLead ? ' teaser-lead' : ''}${cover === undefined ? ' teaser-plain' : ''}">
${picture}<div class="teaser-words">
${story.section?.trim() ? `<p class="section">${escapeHtml(story.section)}</p>\n` : ''}<h2><a href="${escapeHtml(address)}">${escapeHtml(story.headline)}</a></h2>
<p class="teaser-lede">${escapeHtml(describeStory(story))}</p>
<p class="times"><time datetime="${iso}">${text}</time></p>
</div>
</article>`;
};

/** The front page: published stories, newest first. `page` counts from 1; `hasMore` when older stories follow. */
export const frontPage = (stories: readonly PublishedStory[], page: number, hasMore: boolean, site: Site): string => {
  const list =
    stories.length === 0
      ? `<div class="notice">
<h1>Chưa có tin nào</h1>
<p>Tin được đăng lên cổng này từ Tòa Soạn sẽ hiện ở đây.</p>
</div>`
      : `<h1 class="list-name">${page === 1 ? 'Tin mới' : `Tin cũ hơn, trang ${page}`}</h1>
<div class="teasers">
${stories.map((published, index) => teaser(published, index === 0 && page === 1, site.sizeOf)).join('\n')}
</div>`;
  const links = [
    page > 1 ? `<a href="/${page === 2 ? '' : `?trang=${page - 1}`}">Tin mới hơn</a>` : '',
    hasMore ? `<a href="/?trang=${page + 1}">Tin cũ hơn</a>` : '',
  ].filter((link) => link !== '');
  const more = links.length === 0 ? '' : `\n<nav class="pager" aria-label="Các trang tin">\n${links.join('\n')}\n</nav>`;
  return pageShell(site, { title: page === 1 ? `${portalName}: tin mới` : `${portalName}: tin cũ hơn, trang ${page}`, main: list + more, isFront: true });
};
