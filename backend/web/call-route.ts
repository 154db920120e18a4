import type { IncomingMessage } from 'node:http';
import { findCall } from '#core/contract/contract.ts';
import { wireError } from '#core/contract/errors.ts';
import type { ErrorCode, WireError } from '#core/contract/errors.ts';
import { loopback, WindowId } from '#core/contract/loopback.ts';
import { readBody } from './read-body.ts';
import { json } from '../pages/reply.ts';
import type { Reply } from '../pages/reply.ts';
import type { WebHost } from './web-host.ts';
import type { WindowLinks } from './window-links.ts';

const refused = (status: number, code: ErrorCode, params: WireError['params'] = {}): Reply => json(status, { ok: false, error: wireError(code, params) });

const bytesType = 'application/octet-stream';

const parseJson = (bytes: Buffer): { readonly input: unknown } | null => {
  try {
    return { input: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch {
    // Not JSON, or not UTF-8: the sender is told so, and nothing of the text is noted.
    return null;
  }
};

/** `POST /call/<area.name>`: reads as much as this call may be large, hands it to dispatch, answers with the Result. */
export async function answerCall(request: IncomingMessage, path: string, host: WebHost, links: WindowLinks, patienceMs?: number): Promise<Reply> {
  const name = path.slice(loopback.callPath.length);
  const call = findCall(name);
  if (call === null) return refused(404, 'call.unknown', { call: name.slice(0, 80) });
  const isBytes = name === 'media.put';
  const type = (request.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase();
  if (type !== (isBytes ? bytesType : 'application/json')) return refused(415, 'call.invalid', { call: name, detail: 'content-type' });
  const header = request.headers[loopback.windowHeader];
  if (header !== undefined && !WindowId.safeParse(header).success) return refused(400, 'call.invalid', { call: name, detail: loopback.windowHeader });

  const body = await readBody(request, call.maxBytes, patienceMs);
  if (body.kind === 'too-large') return refused(413, 'call.too-large', { limit: Math.round((call.maxBytes / 1024 / 1024) * 10) / 10 });
  if (body.kind === 'stalled') return refused(408, 'call.invalid', { call: name, detail: 'body' });
  const parsed = isBytes ? { input: { bytes: new Uint8Array(body.bytes) } } : parseJson(body.bytes);
  if (parsed === null) return refused(400, 'call.invalid', { call: name, detail: 'JSON' });
  return await links.during(typeof header === 'string' ? header : null, async (windowId) => {
    const result = await host.dispatch(name, parsed.input, { windowId }, body.bytes.length);
    return json(200, result);
  });
}
