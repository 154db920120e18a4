import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from 'node:net';
import { idNumber, openPortalHarness, pngBytes, publish, sampleStory, sha256Of, type PortalHarness } from '#portal/testing/portal-harness.ts';

let portal: PortalHarness;
beforeAll(async () => {
  portal = await openPortalHarness();
});
afterAll(() => portal.dispose());

const media = (sha256: string): string => `/api/v1/media/${sha256}`;
const revision = (story: number, revisionNumber: number): string => `/api/v1/stories/${idNumber(story)}/revisions/${idNumber(revisionNumber)}`;
const putPng = (bytes: Buffer, path = media(sha256Of(bytes)), type = 'image/png') => portal.call('PUT', path, { body: bytes, headers: { 'content-type': type } });

/** Sends bytes as they are and returns everything that comes back. */
const raw = (request: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(portal.portal.url).port), '127.0.0.1', () => socket.write(request));
    let text = '';
    socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk)).on('end', () => resolve(text)).on('error', reject);
  });

describe('connection', () => {
  it('says who and what', async () => {
    const answer = await portal.call('GET', '/api/v1/me');
    expect(answer.json).toMatchObject({ portal: 'Cổng mẫu', version: '1.0.0', can: ['upload', 'draft', 'publish', 'withdraw'] });
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it.each([null, 'wrong', '', 'x'.repeat(10_000), `${'A'.repeat(43)}`])('refuses token %#', async (token) => {
    for (const { method, path } of portal.document.operations) {
      const answer = await portal.call(method, path.replace('{sha256}', '0'.repeat(64)).replaceAll(/\{[^}]+\}/g, idNumber(1)), { token });
      expect(answer.status).toBe(401);
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer realm="toasoan-portal"/);
    }
  });

  it('takes the scheme in any case, and no other scheme', async () => {
    const { token } = portal.portal;
    expect((await portal.call('GET', '/api/v1/me', { token: null, headers: { authorization: `bearer ${token}` } })).status).toBe(200);
    expect((await portal.call('GET', '/api/v1/me', { token: null, headers: { authorization: `Basic ${token}` } })).status).toBe(401);
    expect((await portal.call('GET', '/api/v1/me', { token: null, headers: { authorization: token } })).status).toBe(401);
  });

  it.each([
    ['GET', '/api/v1/none', 404, 'route_not_found'],
    ['GET', '/api', 404, 'route_not_found'],
    ['GET', '/api/v1/stories//status', 404, 'route_not_found'],
    ['POST', '/api/v1/me', 405, 'method_not_allowed'],
    ['OPTIONS', '/api/v1/me', 405, 'method_not_allowed'],
    ['DELETE', media('0'.repeat(64)), 405, 'method_not_allowed'],
    ['POST', '/', 405, 'method_not_allowed'],
    ['GET', '/none', 404, 'route_not_found'],
    ['GET', '/pages/../server.ts', 404, 'route_not_found'],
    ['GET', '/api/v1/me?a=b', 400, 'invalid_query'],
    ['GET', media('ABC'), 400, 'invalid_parameter'],
    ['GET', media('A'.repeat(64)), 400, 'invalid_parameter'],
    ['GET', media('..%2f..%2ftoken'), 400, 'invalid_parameter'],
    ['GET', `/api/v1/stories/${idNumber(1).toUpperCase()}`, 400, 'invalid_parameter'],
  ])('%s %s → %i %s', async (method, path, status, code) => {
    const answer = await portal.call(method, path);
    expect([answer.status, answer.json['code']]).toEqual([status, code]);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    if (status === 405) expect(answer.headers.get('allow')).not.toBeNull();
  });

  it('answers only to loopback names', async () => {
    const ask = (host: string): Promise<string> => raw(`GET /api/v1/me HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${portal.portal.token}\r\nConnection: close\r\n\r\n`);
    expect(await ask('evil.example')).toMatch(/^HTTP\/1\.1 421 [^]*wrong_host/);
    expect(await ask('127.0.0.1.evil.example')).toMatch(/^HTTP\/1\.1 421/);
    expect(await ask('localhost:1')).toMatch(/^HTTP\/1\.1 200/);
  });

  it('answers what is not HTTP with a problem', async () => {
    expect(await raw('HELLO\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 [^]*malformed_request/);
  });
});

describe('media', () => {
  it('is stored once and found again', async () => {
    const bytes = pngBytes('once');
    const path = media(sha256Of(bytes));
    expect((await portal.call('HEAD', path)).status).toBe(404);
    const first = await putPng(bytes);
    expect(first.status).toBe(201);
    expect(first.json).toMatchObject({ sha256: sha256Of(bytes), bytes: bytes.length, contentType: 'image/png', width: 640, height: 480 });
    const again = await putPng(bytes);
    expect([again.status, again.json]).toEqual([200, first.json]);
    expect((await portal.call('GET', path)).json).toEqual(first.json);
    const head = await portal.call('HEAD', path);
    expect([head.status, head.headers.get('content-type')]).toEqual([200, 'application/json']);
  });

  it('refuses bytes of another hash, also when that hash is here', async () => {
    const bytes = pngBytes('altered');
    const cut = await putPng(bytes.subarray(0, -1), media(sha256Of(bytes)));
    expect([cut.status, cut.json['code'], cut.json['computedSha256']]).toEqual([422, 'media_hash_mismatch', sha256Of(bytes.subarray(0, -1))]);
    expect((await portal.call('HEAD', media(sha256Of(bytes)))).status).toBe(404);
    await putPng(bytes);
    expect((await putPng(pngBytes('other'), media(sha256Of(bytes)))).status).toBe(422);
  });

  it.each([
    ['text', Buffer.from('<script>alert(1)</script>'), 'image/png', 'not_an_image'],
    ['nothing', Buffer.alloc(0), 'image/png', 'not_an_image'],
    ['another type', pngBytes('x'), 'image/jpeg', 'not_an_image'],
    ['SVG', Buffer.from('<svg/>'), 'image/svg+xml', 'unsupported_media_type'],
    ['no type', pngBytes('x'), '', 'unsupported_media_type'],
  ])('refuses %s', async (_name, bytes, type, code) => {
    const answer = await putPng(bytes, media(sha256Of(bytes)), type);
    expect([answer.status, answer.json['code']]).toEqual([415, code]);
  });

  it('refuses 25 MiB and a byte, takes 25 MiB', async () => {
    const most = pngBytes(' '.repeat(26_214_400 - pngBytes('').length));
    expect((await putPng(most)).status).toBe(201);
    const over = Buffer.concat([most, Buffer.from('!')]);
    const answer = await putPng(over);
    expect([answer.status, answer.json['code']]).toEqual([413, 'media_too_large']);
    expect((await portal.call('GET', '/api/v1/me')).status).toBe(200);
  });

  it('refuses an oversized body of unknown length', async () => {
    const chunk = Buffer.alloc(1 << 20, 0x20);
    let left = 30;
    const body = new ReadableStream<Uint8Array>({ pull: (controller) => ((left -= 1) < 0 ? controller.close() : controller.enqueue(chunk)) });
    const response = await fetch(portal.portal.url + media('0'.repeat(64)), {
      method: 'PUT', body, duplex: 'half',
      headers: { 'content-type': 'image/png', authorization: `Bearer ${portal.portal.token}` },
    } as RequestInit);
    expect([response.status, await response.json()]).toMatchObject([413, { code: 'media_too_large' }]);
  });

  it('refuses before the bytes are sent when asked to', async () => {
    const head = (length: number, token: string): string =>
      `PUT ${media('0'.repeat(64))} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\nContent-Type: image/png\r\nContent-Length: ${length}\r\nExpect: 100-continue\r\n\r\n`;
    expect(await raw(head(30_000_000, portal.portal.token))).toMatch(/^HTTP\/1\.1 413/);
    expect(await raw(head(10, 'wrong'))).toMatch(/^HTTP\/1\.1 401/);
  });

  it('does not take compressed bodies', async () => {
    const bytes = pngBytes('gzip');
    const answer = await portal.call('PUT', media(sha256Of(bytes)), { body: bytes, headers: { 'content-type': 'image/png', 'content-encoding': 'gzip' } });
    expect(answer.status).toBe(415);
  });
});

describe('revisions', () => {
  it('are stored once, answered alike, read back exactly', async () => {
    const story = sampleStory();
    const first = await portal.call('PUT', revision(10, 1), { json: story });
    expect(first.status).toBe(201);
    const again = await portal.call('PUT', revision(10, 1), { json: Object.fromEntries(Object.entries(story).reverse()) });
    expect([again.status, again.json]).toEqual([200, first.json]);
    const back = await portal.call('GET', revision(10, 1));
    expect(back.json).toEqual({ ...first.json, story });
    expect((await portal.call('GET', `/api/v1/stories/${idNumber(10)}`)).json).toMatchObject({ status: 'draft', currentRevisionId: idNumber(1), publishedRevisionId: null, url: null });
  });

  it('never change', async () => {
    const answer = await portal.call('PUT', revision(10, 1), { json: sampleStory({ headline: 'Khác' }) });
    expect([answer.status, answer.json['code'], answer.json['storedContentHash']]).toEqual([409, 'revision_conflict', sampleStory().contentHash]);
  });

  it('name the photos that are missing, and wait for them', async () => {
    const [a, b] = [pngBytes('photo a'), pngBytes('photo b')];
    const story = sampleStory({
      bodyHtml: `<figure><img src="media:${sha256Of(a)}" alt=""></figure>`,
      figures: [a, b].map((bytes) => ({ sha256: sha256Of(bytes), caption: null, credit: null, alt: null })),
    });
    const answer = await portal.call('PUT', revision(11, 1), { json: story });
    expect([answer.status, answer.json['missing']]).toEqual([422, [sha256Of(a), sha256Of(b)]]);
    await putPng(a);
    expect((await portal.call('PUT', revision(11, 1), { json: story })).json['missing']).toEqual([sha256Of(b)]);
    await putPng(b);
    expect((await portal.call('PUT', revision(11, 1), { json: story })).status).toBe(201);
  });

  it.each<[string, unknown, number, string]>([
    ['a wrong hash', sampleStory({ contentHash: '0'.repeat(64) }), 422, 'content_hash_mismatch'],
    ['a script', sampleStory({ bodyHtml: '<p>a</p><script>alert(1)</script>' }), 422, 'html_not_allowed'],
    ['an unknown member', { ...sampleStory(), extra: 1 }, 422, 'validation_failed'],
    ['a missing member', { ...sampleStory(), lede: undefined }, 422, 'validation_failed'],
    ['an impossible date', sampleStory({ date: '2026-02-30' }), 422, 'validation_failed'],
    ['an empty headline', sampleStory({ headline: ' ' }), 422, 'validation_failed'],
    ['a slug that leaves its place', sampleStory({ slug: '../x' }), 422, 'validation_failed'],
    ['an array', [], 422, 'validation_failed'],
    ['null', null, 422, 'validation_failed'],
  ])('are refused for %s', async (_name, json, status, code) => {
    const answer = await portal.call('PUT', revision(12, 1), { json });
    expect([answer.status, answer.json['code']]).toEqual([status, code]);
    expect((await portal.call('GET', `/api/v1/stories/${idNumber(12)}`)).status).toBe(404);
  });

  it('name element and place of refused HTML', async () => {
    const { json } = await portal.call('PUT', revision(12, 1), { json: sampleStory({ bodyHtml: '<p>á</p><iframe src="x"></iframe>' }) });
    expect(json).toMatchObject({ element: 'iframe', offset: 8, reason: 'not in the vocabulary' });
  });

  it.each([
    ['no JSON', '{"headline":', 'application/json', 400, 'invalid_json'],
    ['nothing', '', 'application/json', 400, 'invalid_json'],
    ['a wrong encoding', Buffer.from([0x22, 0xc3, 0x28, 0x22]), 'application/json', 400, 'invalid_json'],
    ['a prototype', '{"__proto__":{"headline":"x"}}', 'application/json', 422, 'validation_failed'],
    ['depth', '['.repeat(200_000), 'application/json', 400, 'invalid_json'],
    ['another type', '{}', 'text/plain', 415, 'unsupported_media_type'],
    ['5 MiB and a byte', ' '.repeat(5_242_881), 'application/json', 413, 'body_too_large'],
  ])('are refused for %s', async (_name, body, type, status, code) => {
    const answer = await portal.call('PUT', revision(12, 1), { body, headers: { 'content-type': type } });
    expect([answer.status, answer.json['code']]).toEqual([status, code]);
  });

  it('are told apart from unknown stories', async () => {
    expect((await portal.call('GET', revision(10, 99))).json['code']).toBe('revision_not_found');
    expect((await portal.call('GET', revision(99, 1))).json['code']).toBe('story_not_found');
  });
});

describe('status', () => {
  const status = (story: number, json: unknown) => portal.call('PUT', `/api/v1/stories/${idNumber(story)}/status`, { json });

  it('publishes once, however often it is asked', async () => {
    const first = await publish(portal, idNumber(20), idNumber(1), sampleStory());
    expect(first.json).toMatchObject({ status: 'published', publishedRevisionId: idNumber(1), lastPublishedRevisionId: idNumber(1) });
    for (const expectedRevisionId of [undefined, null, idNumber(1), idNumber(7)]) {
      const again = await status(20, { status: 'published', revisionId: idNumber(1), expectedRevisionId });
      expect([again.status, again.json]).toEqual([200, first.json]);
    }
    const front = await portal.call('GET', '/');
    expect(front.text.split(String(first.json['url']).replace(portal.portal.url, '')).length).toBe(2);
  });

  it('gives each story a page of its own, although the ids begin alike', async () => {
    const urls = await Promise.all([21, 22, 23].map(async (n) => (await publish(portal, idNumber(n), idNumber(1), sampleStory())).json['url']));
    expect(new Set(urls).size).toBe(3);
  });

  it('refuses what comes late', async () => {
    await publish(portal, idNumber(24), idNumber(1), sampleStory());
    await portal.call('PUT', revision(24, 2), { json: sampleStory({ headline: 'Đính chính' }) });
    const correction = { status: 'published', revisionId: idNumber(2), expectedRevisionId: idNumber(1) };
    expect((await status(24, correction)).json).toMatchObject({ publishedRevisionId: idNumber(2) });
    const late = await status(24, { status: 'published', revisionId: idNumber(1), expectedRevisionId: null });
    expect([late.status, late.json]).toMatchObject([409, { code: 'status_conflict', actualRevisionId: idNumber(2), actualStatus: 'published' }]);
    await status(24, { status: 'withdrawn', revisionId: idNumber(2), expectedRevisionId: idNumber(2) });
    expect((await status(24, correction)).status).toBe(409);
    expect((await portal.call('GET', `/api/v1/stories/${idNumber(24)}`)).json).toMatchObject({ status: 'withdrawn', publishedRevisionId: null, lastPublishedRevisionId: idNumber(2) });
  });

  it('lets one of many racing requests win', async () => {
    await publish(portal, idNumber(25), idNumber(1), sampleStory());
    const rivals = [2, 3, 4, 5];
    await Promise.all(rivals.map((n) => portal.call('PUT', revision(25, n), { json: sampleStory({ headline: `Bản ${n}` }) })));
    const answers = await Promise.all(rivals.map((n) => status(25, { status: 'published', revisionId: idNumber(n), expectedRevisionId: idNumber(1) })));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409, 409]);
  });

  it('keeps the first publication time and one address through corrections', async () => {
    const first = await publish(portal, idNumber(26), idNumber(1), sampleStory());
    const second = await publish(portal, idNumber(26), idNumber(2), sampleStory({ slug: 'dia-chi-moi' }));
    expect(second.json['publishedAt']).toBe(first.json['publishedAt']);
    expect(second.json['url']).toMatch(/\/tin\/dia-chi-moi-/);
    const moved = await fetch(String(first.json['url']), { redirect: 'manual' });
    expect([moved.status, moved.headers.get('location')]).toEqual([301, new URL(String(second.json['url'])).pathname]);
  });

  it.each<[string, number, unknown, number, string]>([
    ['an unknown story', 98, { status: 'published', revisionId: idNumber(1) }, 404, 'story_not_found'],
    ['an unknown revision', 20, { status: 'published', revisionId: idNumber(9) }, 422, 'revision_unknown'],
    ['an unknown status', 20, { status: 'gone', revisionId: idNumber(1) }, 422, 'validation_failed'],
    ['an empty expectation', 20, { status: 'draft', revisionId: idNumber(1), expectedRevisionId: '' }, 422, 'validation_failed'],
  ])('refuses %s', async (_name, story, json, code, problemCode) => {
    const answer = await status(story, json);
    expect([answer.status, answer.json['code']]).toEqual([code, problemCode]);
  });
});

describe('data', () => {
  it('is all there after a restart, with the same token', async () => {
    const bytes = pngBytes('restart');
    await putPng(bytes);
    const figures = [{ sha256: sha256Of(bytes), caption: 'Chú thích', credit: null, alt: 'Ảnh' }];
    const published = await publish(portal, idNumber(30), idNumber(1), sampleStory({ figures }));
    const { token } = portal.portal;
    await portal.reopen();
    expect(portal.portal.token).toBe(token);
    expect(portal.portal.isNewToken).toBe(false);
    const state = await portal.call('GET', `/api/v1/stories/${idNumber(30)}`);
    expect({ ...state.json, url: new URL(String(state.json['url'])).pathname }).toEqual({ ...published.json, url: new URL(String(published.json['url'])).pathname });
    expect((await portal.call('GET', revision(30, 1))).json['story']).toEqual(sampleStory({ figures }));
    expect((await portal.call('HEAD', media(sha256Of(bytes)))).status).toBe(200);
    const photo = await fetch(`${portal.portal.url}/media/${sha256Of(bytes)}`);
    expect(Buffer.from(await photo.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it('never has story text, address words or token in the log', () => {
    const log = portal.lines.join('\n');
    expect(portal.lines.length).toBeGreaterThan(50);
    expect(log).not.toContain(portal.portal.token);
    expect(log).not.toMatch(/Vĩnh|trong-rung|dia-chi-moi|evil|internal_error/);
  });
});
