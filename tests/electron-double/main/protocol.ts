import { strict } from '../strict.ts';
import { records } from './records.ts';

type Handler = (request: Request) => Response | Promise<Response>;
const handlers = new Map<string, Handler>();

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged: (schemes: readonly object[]): void => void records.schemes.push(...schemes),
  handle: (scheme: string, handler: Handler): void => void handlers.set(scheme, handler),
});

export interface Fetched {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** What a scheme of ours answers. Node's Request stands in for Electron's: it takes any address that parses. */
export async function fetchScheme(url: string, method: string, headers: Readonly<Record<string, string>>): Promise<Fetched> {
  const handler = handlers.get(new URL(url).protocol.slice(0, -1));
  if (handler === undefined) return { status: 404, headers: {}, body: new Uint8Array() };
  const response = await handler(new Request(url, { method, headers }));
  return { status: response.status, headers: Object.fromEntries(response.headers), body: new Uint8Array(await response.arrayBuffer()) };
}
