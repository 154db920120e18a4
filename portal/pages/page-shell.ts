import { escapeHtml } from '#portal/html/escape-html.ts';
import type { Site } from '#portal/pages/site.ts';
import { portalName } from '#portal/portal-name.ts';

export interface PageShell {
  /** Plain text; shortened for the tab. */
  readonly title: string;
  /** HTML for the head, beyond what every page has. */
  readonly head?: string;
  /** HTML of the main part. */
  readonly main: string;
  /** Is this the front page? Then the masthead is large and no link. */
  readonly isFront?: boolean;
}

/** Search results and tabs show about 70 characters; the whole headline is in the page. */
const shortTitle = (title: string): string => {
  const text = title.replaceAll(/\s+/g, ' ').trim();
  return text.length <= 70 ? text : `${text.slice(0, Math.max(text.lastIndexOf(' ', 69), 40)).trimEnd()}…`;
};

/** A whole reader's page. Everything in it comes from this portal: no script, no font, no picture from elsewhere. */
export const pageShell = (site: Site, { title, head = '', main, isFront = false }: PageShell): string => `<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(shortTitle(title))}</title>
<meta name="robots" content="noindex">
<meta name="theme-color" content="#fffefb">
<link rel="icon" href="/pages/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/pages/reader.css" integrity="${site.styleIntegrity}">
${head}</head>
<body>
<a class="skip" href="#noi-dung">Đến nội dung chính</a>
<header class="masthead${isFront ? ' masthead-front' : ''}">
<p class="masthead-name">${isFront ? portalName : `<a href="/">${portalName}</a>`}</p>
<p class="masthead-note">Trang thử của Tòa Soạn, chỉ mở được trên máy này</p>
</header>
<main id="noi-dung">
${main}
</main>
<footer class="colophon">
<p>${portalName} là cổng tham chiếu đi cùng Tòa Soạn. Tin ở đây chưa phát hành ra ngoài.</p>
</footer>
</body>
</html>
`;

/** A page that only says something: not found, withdrawn, failed. */
export const noticePage = (site: Site, title: string, text: string): string =>
  pageShell(site, {
    title: `${title} – ${portalName}`,
    main: `<div class="notice">
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(text)}</p>
<p><a href="/">Về trang chủ</a></p>
</div>`,
  });
