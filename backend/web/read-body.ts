import type { IncomingMessage } from 'node:http';

export type Body = { readonly kind: 'whole'; readonly bytes: Buffer } | { readonly kind: 'too-large' } | { readonly kind: 'stalled' };

/** A sender that says nothing for this long is not coming back; milliseconds. */
const patienceMs = 20_000;

/**
 * The body, never more than `maxBytes` of it in memory: a length that is announced too large is refused unread, one that grows
 * too large is refused where it does. Rejects when the connection breaks.
 */
export function readBody(request: IncomingMessage, maxBytes: number, patience = patienceMs): Promise<Body> {
  const announced = Number(request.headers['content-length'] ?? '0');
  if (announced > maxBytes) return Promise.resolve({ kind: 'too-large' });
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const settle = (body: Body): void => {
      clearTimeout(timer);
      request.off('data', take);
      if (body.kind !== 'whole') request.pause();
      resolve(body);
    };
    const timer = setTimeout(() => settle({ kind: 'stalled' }), patience);
    const take = (chunk: Buffer): void => {
      timer.refresh();
      size += chunk.length;
      if (size > maxBytes) return settle({ kind: 'too-large' });
      chunks.push(chunk);
    };
    request.on('data', take);
    request.once('end', () => settle({ kind: 'whole', bytes: Buffer.concat(chunks) }));
    const broken = (): void => {
      clearTimeout(timer);
      reject(new Error('the sender went away in the middle of its request'));
    };
    request.once('error', broken);
    request.once('aborted', broken);
  });
}
