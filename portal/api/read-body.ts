import type { IncomingMessage, ServerResponse } from 'node:http';
import { err, ok, type Result } from '#core/base/result.ts';

export type BodyFailure = 'too_large' | 'cut_off';

/**
 * Reads a request body of at most `maxBytes` bytes. A sender that waits for `100 Continue` is told to go on only when
 * its Content-Length fits. After `too_large` the rest is thrown away unread, so that the sender still hears the answer.
 */
export const readBody = async (
  request: IncomingMessage,
  response: ServerResponse,
  maxBytes: number,
): Promise<Result<Buffer, BodyFailure>> => {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return err('too_large');
  if (/^100-continue$/i.test(request.headers.expect ?? '')) response.writeContinue();
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const settle = (result: Result<Buffer, BodyFailure>): void => {
      request.off('data', onData).off('end', onEnd).off('close', onClose);
      resolve(result);
    };
    const onData = (chunk: Buffer): void => {
      bytes += chunk.length;
      if (bytes <= maxBytes) chunks.push(chunk);
      else settle(err('too_large'));
    };
    const onEnd = (): void => settle(ok(Buffer.concat(chunks, bytes)));
    const onClose = (): void => settle(err('cut_off'));
    request.on('data', onData).on('end', onEnd).on('close', onClose);
  });
};

/** Throws away what is left of a request body; a sender that goes on for long is cut off (10 s or 64 MB). */
export const drainBody = (request: IncomingMessage): void => {
  if (request.complete || request.destroyed) return;
  let bytes = 0;
  const cut = setTimeout(() => request.destroy(), 10_000);
  cut.unref();
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > 64_000_000) request.destroy();
  });
  request.on('close', () => clearTimeout(cut));
  request.resume();
};
