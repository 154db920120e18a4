import { protocol } from 'electron';
import type { Reply } from '#backend/pages/reply.ts';

/**
 * Before the application is ready. `standard`: addresses with origins, so that 'self' and the sender check mean something; `secure`:
 * a secure context (clipboard, crypto.subtle); `codeCache`: compiled scripts are kept between starts; `supportFetchAPI`: what module
 * scripts need of it is not written down anywhere, and `connect-src 'none'` leaves the page nobody to fetch from. Not given: `bypassCSP`,
 * `corsEnabled`, `stream`, service workers, extensions; pictures get neither fetching nor code cache.
 */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    { scheme: 'media', privileges: { standard: true, secure: true } },
  ]);
}

const responseOf = ({ status, headers, body }: Reply): Response =>
  new Response(status === 204 ? null : typeof body === 'string' ? body : new Uint8Array(body), { status, headers });

type Answer = (request: { readonly method: string; readonly url: string }) => Promise<Reply>;

export function handleSchemes(app: Answer, media: Answer): void {
  protocol.handle('app', async (request) => responseOf(await app(request)));
  protocol.handle('media', async (request) => responseOf(await media(request)));
}
