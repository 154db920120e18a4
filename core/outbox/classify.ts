import { wireError } from '../contract/errors.ts';
import { retryAfterMs } from './backoff.ts';
import type { Trouble } from './outcome.ts';

/** What counts of an answer that is not the success that was asked for. */
export interface Answer {
  readonly status: number;
  /** Whether the body was JSON at all. */
  readonly json: boolean;
  /** `code` of problem+json. */
  readonly code: string | null;
  /** `detail` or `title` of problem+json: somebody else's words, shown as text and never as anything else. */
  readonly words: string | null;
  readonly retryAfter: string | null;
  readonly date: string | null;
}

const missing = new Set(['story_not_found', 'revision_not_found', 'revision_unknown', 'media_not_found', 'media_missing']);
/** The request was damaged on its way; the same bytes again may well arrive whole. */
const damaged = new Set(['media_hash_mismatch', 'malformed_request']);

/** Sorts an answer by what to do about it. A 2xx that is not what the contract promises comes from somebody else. */
export function classifyAnswer(answer: Answer, now: number): Trouble {
  const { status, code } = answer;
  const retry = (unsure: boolean): Trouble => ({ kind: 'retry', unsure, retryAfter: retryAfterMs(answer.retryAfter, answer.date, now) });
  if (status < 400) return { kind: 'not-portal' };
  // 511: a network's own sign-in (RFC 6585 §6).
  if (status === 511) return { kind: 'not-portal' };
  // An error after the work was done looks the same as one before it.
  if (status >= 500 || status === 408) return retry(true);
  if (status === 425 || status === 429) return retry(false);
  if (status === 401 || status === 403 || status === 407) return { kind: 'sign-in' };
  if (status === 404 || status === 410) return code !== null && missing.has(code) ? { kind: 'missing' } : { kind: 'not-portal' };
  if (status === 409) return { kind: 'conflict' };
  if (code !== null && missing.has(code)) return { kind: 'missing' };
  if (code !== null && damaged.has(code)) return retry(false);
  // A proxy on the way answers 400 and 413 with its own page: the size is the story's, the rest is worth another try.
  if (!answer.json && status !== 413 && status !== 415) return retry(true);
  return { kind: 'refused', error: wireError('portal.refused', { detail: answer.words ?? `HTTP ${String(status)}` }) };
}

const offline = new Set([
  'ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EAI_NODATA', 'ENETUNREACH', 'ENETDOWN', 'EHOSTUNREACH', 'EHOSTDOWN', 'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
  // Chromium's words for the same, in the desktop application.
  'ERR_CONNECTION_REFUSED', 'ERR_NAME_NOT_RESOLVED', 'ERR_NAME_RESOLUTION_FAILED', 'ERR_INTERNET_DISCONNECTED', 'ERR_ADDRESS_UNREACHABLE', 'ERR_ADDRESS_INVALID', 'ERR_CONNECTION_TIMED_OUT', 'ERR_NETWORK_ACCESS_DENIED', 'ERR_PROXY_CONNECTION_FAILED',
]);
const certificate = /^(CERT_|ERR_CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|HOSTNAME_MISMATCH|EPROTO)/;

/** Sorts a request that got no answer, by the codes its error carries. What is not known to have stayed here may have arrived. */
export function classifyFailure(codes: readonly string[]): Trouble {
  if (codes.some((code) => certificate.test(code))) return { kind: 'certificate' };
  if (codes.length > 0 && codes.every((code) => offline.has(code))) return { kind: 'offline' };
  return { kind: 'retry', unsure: true, retryAfter: null };
}
