import type { MediaId } from '#core/base/ids.ts';
import type { Rendition } from '#core/contract/media.ts';
import type { Host } from '../host/host.ts';
import { refusal } from './reply.ts';
import type { Reply } from './reply.ts';
import { inertPolicy, sandboxed } from './security-headers.ts';

const extension: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' };

/** A photo as a door serves it: inert when opened by itself, kept for good by the browser. */
export async function answerMedia(id: MediaId, rendition: Rendition, host: Pick<Host, 'readMedia'>): Promise<Reply> {
  const found = await host.readMedia(id, rendition);
  if (found === null) return refusal(404);
  return {
    status: 200,
    headers: {
      'content-type': found.type,
      'content-disposition': `inline; filename="${id.slice(0, 12)}.${extension[found.type] ?? 'bin'}"`,
      ...sandboxed(inertPolicy),
      // The address is the content's hash (a rendition's is its original's): it never means anything else.
      'cache-control': 'private, max-age=31536000, immutable',
    },
    body: found.bytes,
  };
}
