import { refusal } from '#backend/pages/reply.ts';
import type { Reply } from '#backend/pages/reply.ts';
import { desktopPolicy, securityHeaders } from '#backend/pages/security-headers.ts';
import type { StaticFiles } from '#backend/pages/static-files.ts';
import { desktop } from '#core/contract/desktop-bridge.ts';
import type { PageAnswer } from '#core/contract/desktop-backend.ts';

/** What is asked of a scheme of ours, before anything is looked for. */
export interface PageRequest {
  readonly method: string;
  /** As the browser sends it: parsed and normalised by it, not decoded by us. */
  readonly url: string;
}

/** The path behind one of our origins, as it stands in the address; null for any other origin or method. */
function pathBehind(origin: string, { method, url }: PageRequest): string | null {
  if (method !== 'GET' || !url.startsWith(`${origin}/`)) return null;
  return url.slice(origin.length).split(/[?#]/, 1)[0] ?? null;
}

const withGuards = ({ status, headers, body }: Reply, ours: Readonly<Record<string, string>> = {}): Reply => ({ status, headers: { ...securityHeaders, ...ours, ...headers }, body });

/** `app://toasoan/…`: the built screens, by a list made beforehand. */
export async function answerApp(request: PageRequest, files: StaticFiles): Promise<Reply> {
  const path = pathBehind(desktop.origin, request);
  const found = path === null ? null : await files.find(path, '');
  return withGuards(found ?? refusal(404), { 'content-security-policy': desktopPolicy });
}

const mediaPath = /^\/(?:[0-9a-f]{64}\/(?:original|page|thumb)|preview\/[0-9a-f-]{36})$/;

/** `media://toasoan/…`: photos by their hash, previews by their story. The library's process looks them up; a path of any other shape never gets that far. */
export async function answerMediaScheme(request: PageRequest, page: (path: string) => Promise<PageAnswer>): Promise<Reply> {
  const path = pathBehind(desktop.mediaOrigin, request);
  const found: Reply = path !== null && mediaPath.test(path) ? await page(path) : refusal(404);
  // The page that shows it is of another scheme, so of another origin.
  return withGuards(found, { 'cross-origin-resource-policy': 'cross-origin', 'content-security-policy': "default-src 'none'; sandbox" });
}
