/** What differs between the doors: where pictures and previews come from, and whom the page may ask. */
interface Reach {
  readonly pictures: string;
  readonly connects: string;
  readonly frames: string;
}

const appPolicy = ({ pictures, connects, frames }: Reach): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src ${pictures}`,
    "font-src 'self'",
    `connect-src ${connects}`,
    // Only the preview, which is sandboxed by its own policy.
    `frame-src ${frames}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    // lexical: its paste creates the policy (once per bundle copy, hence duplicates); dompurify: sanitised paste; toasoan: our workers.
    "trusted-types lexical dompurify toasoan 'allow-duplicates'",
  ].join('; ');

// blob: a photo just dropped, shown before the backend has it; data: the tiny pictures inside icons and pasted text.
// 'self' covers the WebSocket of pushes as well as the calls.
const browserPolicy = appPolicy({ pictures: "'self' blob: data:", connects: "'self'", frames: "'self'" });

/** Calls go over the preload's bridge, so the page itself has nobody to ask. */
export const desktopPolicy = appPolicy({ pictures: "'self' media: blob: data:", connects: "'none'", frames: 'media:' });

/** The exported page on its own: no script can run, nothing can be fetched; only the styles whose hashes are given apply. */
export const previewPolicy = (styleHashes: readonly string[], ancestor = "'self'"): string =>
  [
    "default-src 'none'",
    'img-src data:',
    'font-src data:',
    `style-src ${styleHashes.length === 0 ? "'none'" : styleHashes.map((hash) => `'sha256-${hash}'`).join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${ancestor}`,
    'sandbox',
  ].join('; ');

/** With a sandboxed answer: HTML refuses to open one in a tab of its own while it also asks for its own window group. */
export const sandboxed = (policy: string): Readonly<Record<string, string>> => ({ 'content-security-policy': policy, 'cross-origin-opener-policy': 'unsafe-none' });

/** Bytes that are shown or saved but are no page of ours: opened by themselves they can do nothing. */
export const inertPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";

/** On every answer, refusals and redirects too; a route's own header of the same name wins. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': browserPolicy,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  // The address once held a key; no page learns where its visitor came from.
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'permissions-policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), midi=(), payment=(), serial=(), usb=(), hid=(), browsing-topics=(), clipboard-read=(self), clipboard-write=(self)',
  // Unless a route knows better, nothing of a newsroom stays in a browser's cache.
  'cache-control': 'no-store',
};
