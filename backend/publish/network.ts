import { isLoopback } from './destination-url.ts';

/** The one way out: `fetch`, or what stands in for it. Redirects are ours to follow. */
export type Network = (url: string, init: RequestInit) => Promise<Response>;

/** How much patience and room an answer gets (milliseconds, bytes). */
export interface NetworkLimits {
  readonly timeout: number;
  readonly answerBytes: number;
  readonly redirects: number;
}

export const networkLimits: NetworkLimits = { timeout: 30_000, answerBytes: 10 * 1024 * 1024, redirects: 5 };

export interface NetworkRequest {
  readonly method: 'GET' | 'PUT';
  readonly url: string;
  readonly token: string;
  readonly body?: { readonly bytes: Uint8Array<ArrayBuffer>; readonly type: string };
}

export interface NetworkAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
}

/** Why there is no answer: codes of the system or of TLS, for the classifier. */
export interface NetworkFailure {
  readonly codes: readonly string[];
}

export type NetworkResult =
  | { readonly kind: 'answer'; readonly answer: NetworkAnswer }
  | { readonly kind: 'failure'; readonly failure: NetworkFailure }
  /** Sent somewhere we don't go with a token: another origin, too many hops, or a write turned into a read. */
  | { readonly kind: 'misdirected' }
  | { readonly kind: 'too-large' };

/** An error, its causes and its siblings (one per address tried) carry the code that tells. */
function codesOf(problem: unknown, depth = 0): string[] {
  if (typeof problem !== 'object' || problem === null || depth > 4) return [];
  const siblings = problem instanceof AggregateError ? problem.errors.flatMap((inner: unknown) => codesOf(inner, depth + 1)) : [];
  if (siblings.length > 0) return siblings;
  const own = 'code' in problem && typeof problem.code === 'string' ? [problem.code] : [];
  const deeper = problem instanceof Error ? codesOf(problem.cause, depth + 1) : [];
  return deeper.length > 0 ? deeper : own;
}

/** Counted after unpacking and while reading, so that no length header and no packed bomb is believed. Null: too large. */
async function readBody(response: Response, limit: number): Promise<Uint8Array | null> {
  if (response.body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body as ReadableStream<Uint8Array>) {
    size += chunk.length;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const redirected = new Set([301, 302, 303, 307, 308]);

/**
 * One request with its redirects: at most five, to the same origin only, a write only by 307 or 308, so that the token never
 * reaches anyone else. A large upload gets the same patience again for each MiB (35 KB/s). Aborting throws the signal's reason.
 */
export async function request(network: Network, { method, url, token, body }: NetworkRequest, limits: NetworkLimits, signal: AbortSignal): Promise<NetworkResult> {
  const origin = new URL(url).origin;
  const patience = AbortSignal.timeout(Math.ceil(limits.timeout * (1 + (body?.bytes.length ?? 0) / (1024 * 1024))));
  const headers: Record<string, string> = { authorization: `Bearer ${token}`, accept: 'application/json, application/problem+json', 'accept-encoding': 'identity' };
  if (body !== undefined) headers['content-type'] = body.type;
  let target = url;
  for (let hop = 0; ; hop++) {
    let response: Response;
    try {
      response = await network(target, { method, headers, body: body?.bytes ?? null, redirect: 'manual', signal: AbortSignal.any([signal, patience]) });
      if (!redirected.has(response.status)) {
        const bytes = await readBody(response, limits.answerBytes);
        return bytes === null ? { kind: 'too-large' } : { kind: 'answer', answer: { status: response.status, headers: response.headers, bytes } };
      }
      await response.body?.cancel();
    } catch (problem) {
      signal.throwIfAborted();
      const codes = codesOf(problem);
      // Anything without a code that is not our own patience would be a bug: fetch reports its failures as TypeErrors.
      if (codes.length === 0 && !patience.aborted && !(problem instanceof TypeError)) throw problem;
      return { kind: 'failure', failure: { codes } };
    }
    const location = response.headers.get('location');
    const next = location === null || !URL.canParse(location, target) ? null : new URL(location, target);
    const mayFollow = next !== null && next.origin === origin && (method !== 'PUT' || response.status >= 307);
    if (!mayFollow || hop >= limits.redirects || (next.protocol !== 'https:' && !isLoopback(next.hostname))) return { kind: 'misdirected' };
    target = next.href;
  }
}
