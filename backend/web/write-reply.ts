import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Reply } from '../pages/reply.ts';
import { securityHeaders } from '../pages/security-headers.ts';

/** Of a body that was refused unread this much is still taken in and dropped, for this long; bytes and milliseconds. */
const drainLimit = { bytes: 96 * 1024 * 1024, ms: 10_000 };

/**
 * Writes the answer with the headers that all have. When the sender is still sending, the rest is taken in before the
 * connection ends: hung up on, browsers report a broken connection and never read the refusal.
 */
export function writeReply(request: IncomingMessage, response: ServerResponse, { status, headers, body }: Reply): void {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  const isBare = request.method === 'HEAD' || status === 204;
  const isUnread = !request.complete;
  response.writeHead(status, {
    ...securityHeaders,
    ...headers,
    ...(status === 204 ? {} : { 'content-length': String(bytes.byteLength) }),
    ...(isUnread ? { connection: 'close' } : {}),
  });
  if (!isUnread) {
    response.end(isBare ? undefined : bytes);
    return;
  }
  if (!isBare) response.write(bytes);
  let dropped = 0;
  const end = (): void => {
    clearTimeout(timer);
    request.off('data', drop);
    response.end();
  };
  const drop = (chunk: Buffer): void => {
    dropped += chunk.length;
    if (dropped > drainLimit.bytes) end();
  };
  const timer = setTimeout(end, drainLimit.ms);
  request.on('data', drop);
  request.once('end', end);
  request.once('close', end);
  request.resume();
}
