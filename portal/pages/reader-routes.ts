import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseStoryHtml } from '#portal/html/parse-story-html.ts';
import { frontPage, storiesPerPage } from '#portal/pages/front-page.ts';
import type { PublishedStory } from '#portal/pages/news-article.ts';
import { noticePage } from '#portal/pages/page-shell.ts';
import type { Site } from '#portal/pages/site.ts';
import { pageKeyOf, storyAddress } from '#portal/pages/story-address.ts';
import { mediaInOrder, storyPage } from '#portal/pages/story-page.ts';
import type { MediaStore } from '#portal/storage/media-store.ts';
import type { StoredStory, StoryStore } from '#portal/storage/story-store.ts';

/** What a reader gets. `route` is for the log: an address of a story holds words of its headline. */
export interface ReaderAnswer {
  readonly route: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | string;
}

export interface ReaderRoutes {
  readonly answer: (path: string, query: URLSearchParams, etag: string | undefined) => Promise<ReaderAnswer>;
  /** For a reader when the portal itself failed. */
  readonly failed: (status: number) => ReaderAnswer;
}

const html = (route: string, status: number, body: string): ReaderAnswer => ({
  route,
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' },
  body,
});

const assetTypes: Readonly<Record<string, string>> = { 'reader.css': 'text/css; charset=utf-8', 'icon.svg': 'image/svg+xml' };

/** Everything that readers may GET. Reads the style sheet and icon from `pagesDir` once; throws when they are missing. */
export const openReaderRoutes = async (stories: StoryStore, media: MediaStore, baseUrl: () => string, pagesDir: string): Promise<ReaderRoutes> => {
  const assets = new Map<string, ReaderAnswer>();
  for (const [name, type] of Object.entries(assetTypes)) {
    const path = `/pages/${name}`;
    assets.set(path, { route: path, status: 200, headers: { 'content-type': type, 'cache-control': 'no-cache' }, body: await readFile(join(pagesDir, name)) });
  }

  const style = assets.get('/pages/reader.css')?.body ?? '';
  const styleIntegrity = `sha384-${createHash('sha384').update(style).digest('base64')}`;
  const site = (): Site => ({ baseUrl: baseUrl(), styleIntegrity, sizeOf: media.find });
  const notFoundPage = (route: string): ReaderAnswer =>
    html(route, 404, noticePage(site(), 'Không có trang này', 'Địa chỉ có thể đã gõ sai, hoặc tin chưa được đăng.'));

  const load = (stored: StoredStory): { published: PublishedStory; body: Parameters<typeof storyPage>[1] } => {
    const revision = stored.statusRevisionId === null ? null : stories.revision(stored.storyId, stored.statusRevisionId);
    if (revision === null || stored.publishedAt === null || stored.statusAt === null) throw new Error('a published story without its revision');
    const { story } = revision;
    const body = parseStoryHtml(story.bodyHtml);
    // It passed on arrival; when the rules have become stricter since, it is not served.
    if (!body.ok) throw new Error('a stored body is outside the vocabulary');
    const published = {
      storyId: stored.storyId,
      story,
      address: storyAddress(story.slug, stored.pageKey),
      publishedAt: stored.publishedAt,
      modifiedAt: stored.statusAt,
      media: mediaInOrder(story.figures, body.value),
    };
    return { published, body: body.value };
  };

  const servePhoto = async (sha256: string, etag: string | undefined): Promise<ReaderAnswer> => {
    const route = `/media/${sha256}`;
    const found = media.isPublic(sha256) ? media.find(sha256) : null;
    if (found === null) return notFoundPage(route);
    const headers = { 'content-type': found.contentType, etag: `"${sha256}"`, 'cache-control': 'no-cache' };
    return etag === headers.etag ? { route, status: 304, headers, body: '' } : { route, status: 200, headers, body: await media.read(sha256) };
  };

  const serveStory = (path: string): ReaderAnswer => {
    const key = pageKeyOf(path);
    const route = `/tin/…-${key ?? '?'}`;
    const stored = key === null ? null : stories.findByPageKey(key);
    if (stored?.status === 'withdrawn' && stored.publishedAt !== null) {
      return html(route, 410, noticePage(site(), 'Tin đã được gỡ', 'Tòa soạn đã gỡ tin này. Nội dung không còn ở đây.'));
    }
    if (stored?.status !== 'published') return notFoundPage(route);
    const { published, body } = load(stored);
    if (published.address !== path) {
      return { route, status: 301, headers: { location: published.address, 'cache-control': 'no-cache' }, body: '' };
    }
    return html(route, 200, storyPage(published, body, site()));
  };

  const serveFront = (query: URLSearchParams): ReaderAnswer => {
    const page = Number(/^[1-9]\d{0,5}$/.exec(query.get('trang') ?? '1')?.[0] ?? '0');
    const found = page === 0 ? [] : stories.published(storiesPerPage + 1, (page - 1) * storiesPerPage);
    if (page === 0 || (page > 1 && found.length === 0)) return notFoundPage('/');
    const shown = found.slice(0, storiesPerPage).map((stored) => load(stored).published);
    return html('/', 200, frontPage(shown, page, found.length > storiesPerPage, site()));
  };

  return {
    failed: (status) => html('(failed)', status, noticePage(site(), 'Cổng mẫu gặp lỗi', 'Trang này chưa mở được. Tin đã lưu vẫn còn nguyên; hãy thử lại.')),
    answer: async (path, query, etag) => {
      if (path === '/') return serveFront(query);
      const asset = assets.get(path);
      if (asset !== undefined) return asset;
      const sha256 = /^\/media\/([0-9a-f]{64})$/.exec(path)?.[1];
      if (sha256 !== undefined) return servePhoto(sha256, etag);
      if (path.startsWith('/tin/')) return serveStory(path);
      return notFoundPage('(unknown)');
    },
  };
};
