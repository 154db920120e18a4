import { describe, expect, it } from 'vitest';
import { backoff, retryAfterMs } from './backoff.ts';
import { canonicalJson, differences } from './canonical-json.ts';
import { classifyAnswer, classifyFailure } from './classify.ts';
import type { Answer } from './classify.ts';

const answer = (status: number, more: Partial<Answer> = {}): Answer => ({ status, json: true, code: null, words: null, retryAfter: null, date: null, ...more });

describe('classifyAnswer', () => {
  it.each<[string, Answer, object]>([
    ['200 with a sign-in page', answer(200, { json: false }), { kind: 'not-portal' }],
    ['304', answer(304), { kind: 'not-portal' }],
    ['511', answer(511, { json: false }), { kind: 'not-portal' }],
    ['500', answer(500, { code: 'internal_error' }), { kind: 'retry', unsure: true, retryAfter: null }],
    ['502 from a proxy', answer(502, { json: false }), { kind: 'retry', unsure: true, retryAfter: null }],
    ['503 with Retry-After', answer(503, { json: false, retryAfter: '600' }), { kind: 'retry', unsure: true, retryAfter: 600_000 }],
    ['507', answer(507, { code: 'storage_full' }), { kind: 'retry', unsure: true, retryAfter: null }],
    ['408', answer(408), { kind: 'retry', unsure: true, retryAfter: null }],
    ['429', answer(429, { retryAfter: '3' }), { kind: 'retry', unsure: false, retryAfter: 3_000 }],
    ['401', answer(401, { code: 'unauthorized' }), { kind: 'sign-in' }],
    ['403', answer(403), { kind: 'sign-in' }],
    ['404 of the portal', answer(404, { code: 'story_not_found' }), { kind: 'missing' }],
    ['404 of somebody else', answer(404, { json: false }), { kind: 'not-portal' }],
    ['404, no such route', answer(404, { code: 'route_not_found' }), { kind: 'not-portal' }],
    ['409', answer(409, { code: 'status_conflict' }), { kind: 'conflict' }],
    ['413', answer(413, { code: 'media_too_large', words: 'more than 25 MiB' }), { kind: 'refused', error: { code: 'portal.refused', params: { detail: 'more than 25 MiB' } } }],
    ['413 of a proxy', answer(413, { json: false }), { kind: 'refused', error: { code: 'portal.refused', params: { detail: 'HTTP 413' } } }],
    ['415', answer(415, { code: 'not_an_image' }), { kind: 'refused', error: { code: 'portal.refused', params: { detail: 'HTTP 415' } } }],
    ['422, photo not there', answer(422, { code: 'media_missing' }), { kind: 'missing' }],
    ['422, photo damaged on its way', answer(422, { code: 'media_hash_mismatch' }), { kind: 'retry', unsure: false, retryAfter: null }],
    ['422, story refused', answer(422, { code: 'html_not_allowed', words: 'iframe' }), { kind: 'refused', error: { code: 'portal.refused', params: { detail: 'iframe' } } }],
    ['400 of a proxy', answer(400, { json: false }), { kind: 'retry', unsure: true, retryAfter: null }],
  ])('%s', (_name, value, expected) => expect(classifyAnswer(value, 0)).toEqual(expected));
});

describe('classifyFailure', () => {
  it.each<[readonly string[], string, boolean | undefined]>([
    [['ECONNREFUSED'], 'offline', undefined],
    [['ENOTFOUND'], 'offline', undefined],
    [['ENETUNREACH', 'ECONNREFUSED'], 'offline', undefined],
    [['UND_ERR_CONNECT_TIMEOUT'], 'offline', undefined],
    [['ECONNRESET'], 'retry', true],
    [['ECONNREFUSED', 'ECONNRESET'], 'retry', true],
    [['UND_ERR_SOCKET'], 'retry', true],
    [[], 'retry', true],
    [['CERT_HAS_EXPIRED'], 'certificate', undefined],
    [['ERR_TLS_CERT_ALTNAME_INVALID'], 'certificate', undefined],
    [['DEPTH_ZERO_SELF_SIGNED_CERT'], 'certificate', undefined],
  ])('%o is %s', (codes, kind, unsure) => {
    const trouble = classifyFailure(codes);
    expect([trouble.kind, trouble.kind === 'retry' ? trouble.unsure : undefined]).toEqual([kind, unsure]);
  });
});

describe('backoff', () => {
  it('doubles from 2 s to 10 minutes, full jitter', () => {
    expect([0, 1, 2, 8, 9, 50].map((attempts) => backoff(attempts, 0.999_999, null))).toEqual([1_999, 3_999, 7_999, 511_999, 599_999, 599_999]);
    expect(backoff(9, 0, null)).toBe(0);
  });
  it('reads Retry-After against the clock of the portal', () => {
    expect(retryAfterMs('Wed, 04 Mar 2026 07:00:30 GMT', 'Wed, 04 Mar 2026 07:00:00 GMT', 0)).toBe(30_000);
    expect(retryAfterMs('Wed, 04 Mar 2026 07:00:30 GMT', null, Date.parse('Wed, 04 Mar 2026 07:00:20 GMT'))).toBe(10_000);
    expect([retryAfterMs('-5', null, 0), retryAfterMs('soon', null, 0), retryAfterMs(null, null, 0), retryAfterMs('Wed, 04 Mar 2020 07:00:30 GMT', null, Date.now())]).toEqual([null, null, null, 0]);
  });
});

describe('canonicalJson', () => {
  it('agrees with the vector of docs/portal-api.yaml', () => {
    expect(canonicalJson({ b: 'Tòa Soạn', a: [1, null] })).toBe('{"a":[1,null],"b":"Tòa Soạn"}');
  });
  it('names what differs to the letter', () => {
    expect(differences({ headline: 'Hòa', keywords: ['a'], lede: null }, { headline: 'Hoà', keywords: ['a'], more: 1 })).toEqual(['headline']);
    expect(differences({ bodyText: 'a' }, {})).toEqual(['bodyText']);
    expect(differences({ toString: 'a' }, {})).toEqual(['toString']);
  });
});
