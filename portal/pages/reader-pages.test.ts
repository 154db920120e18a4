import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bylineAuthors } from '#portal/pages/byline-authors.ts';
import { pageKeyOf } from '#portal/pages/story-address.ts';
import { vietnamTime } from '#portal/pages/vietnam-time.ts';
import { idNumber, openPortalHarness, pngBytes, publish, sampleStory, sha256Of, type PortalHarness } from '#portal/testing/portal-harness.ts';

let portal: PortalHarness;
beforeAll(async () => {
  portal = await openPortalHarness();
});
afterAll(() => portal.dispose());

const photo = pngBytes('reader');
const sha = sha256Of(photo);
const story = sampleStory({
  headline: 'Vĩnh Sa tổng kết ba năm phục hồi rừng ven sông: 1.240 ha đất trống đã xanh trở lại',
  bodyHtml: `${sampleStory().bodyHtml}<figure><img src="media:${sha}" alt="Hội trường"><figcaption>Toàn cảnh. <span class="credit">Ảnh: Mai Khuê</span></figcaption></figure><blockquote><p>Lời</p><cite>Người nói</cite></blockquote>`,
  figures: [{ sha256: sha, caption: 'Toàn cảnh.', credit: 'Ảnh: Mai Khuê', alt: 'Hội trường' }],
});
const get = (path: string, headers: Record<string, string> = { accept: 'text/html' }): Promise<Response> =>
  fetch(portal.portal.url + path, { redirect: 'manual', headers });
const validator = new HtmlValidate({ extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'] });
const messages = async (page: string): Promise<string[]> =>
  (await validator.validateString(page)).results.flatMap((result) => result.messages.map(({ ruleId, line, message }) => `${ruleId} ${line} ${message}`));

let address = '';
beforeAll(async () => {
  await portal.call('PUT', `/api/v1/media/${sha}`, { body: photo, headers: { 'content-type': 'image/png' } });
  address = new URL(String((await publish(portal, idNumber(1), idNumber(1), story)).json['url'])).pathname;
});

describe('reader pages', () => {
  it('are valid and accessible', async () => {
    await publish(portal, idNumber(2), idNumber(1), sampleStory({ kicker: null, lede: null, byline: null, section: null, dateline: null, keywords: [], attendees: [], language: 'en' }));
    const plain = (await portal.call('GET', `/api/v1/stories/${idNumber(2)}`)).json['url'];
    for (const path of ['/', address, new URL(String(plain)).pathname, '/none', '/?trang=99']) {
      expect([path, await messages(await (await get(path)).text())]).toEqual([path, []]);
    }
    // The validator would say so if it did not look.
    expect(await messages('<p>x</p><img src="x">')).not.toEqual([]);
  });

  it('let nothing run and nothing in', async () => {
    for (const path of ['/', address, '/none', '/pages/reader.css', `/media/${sha}`, '/api/v1/me']) {
      const { headers } = await get(path);
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; img-src 'self'; style-src 'self';/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  it('show the story, its photo with its size, and its times', async () => {
    const page = await (await get(address)).text();
    expect(address).toBe(`/tin/vinh-sa-trong-rung-${idNumber(1).slice(0, 8)}`);
    expect(page).toContain(`<h1>${story.headline}</h1>`);
    expect(page).toContain(`<img src="/media/${sha}" alt="Hội trường" width="640" height="480" loading="lazy">`);
    expect(page).toMatch(/<time datetime="2026-03-02T08:\d\d:\d\d\+07:00">Thứ Hai, 2\.3\.2026, 08:\d\d<\/time>/);
    expect(page).toContain(`<meta property="og:image" content="${portal.portal.url}/media/${sha}">`);
    const image = await get(`/media/${sha}`);
    expect(image.headers.get('content-type')).toBe('image/png');
    expect((await get(`/media/${sha}`, { 'if-none-match': image.headers.get('etag') ?? '' })).status).toBe(304);
  });

  it('carry NewsArticle data within the schema.org vocabulary', async () => {
    const page = await (await get(address)).text();
    const data = JSON.parse(/<script type="application\/ld\+json">([^<]*)<\/script>/.exec(page)?.[1] ?? '') as Record<string, unknown>;
    expect(data).toMatchObject({
      '@type': 'NewsArticle',
      headline: story.headline,
      author: [{ '@type': 'Person', name: 'Mai Khuê' }],
      image: [{ '@type': 'ImageObject', creditText: 'Ảnh: Mai Khuê', width: '640 px' }],
      mentions: [{ '@type': 'Person', name: 'Lò Thị Hạnh Dung', jobTitle: ['Phó Chủ tịch UBND tỉnh'] }],
    });
    const vocabularyFile = resolve(process.cwd(), '../shared/data/schemaorg-all-https-30.0.jsonld');
    if (!existsSync(vocabularyFile)) return void process.stdout.write(`skipped: no schema.org vocabulary at ${vocabularyFile}\n`);
    expect(unknownTerms(data, JSON.parse(await readFile(vocabularyFile, 'utf8')) as Vocabulary)).toEqual([]);
    expect(unknownTerms({ '@type': 'NewsArticle', headlin: 'x' }, JSON.parse(await readFile(vocabularyFile, 'utf8')) as Vocabulary)).toEqual(['NewsArticle.headlin']);
  });

  it('show photos only while a published story shows them', async () => {
    const bytes = pngBytes('private');
    const path = `/media/${sha256Of(bytes)}`;
    await portal.call('PUT', `/api/v1${path}`, { body: bytes, headers: { 'content-type': 'image/png' } });
    const withPhoto = sampleStory({ figures: [{ sha256: sha256Of(bytes), caption: null, credit: null, alt: 'Ảnh' }] });
    await portal.call('PUT', `/api/v1/stories/${idNumber(3)}/revisions/${idNumber(1)}`, { json: withPhoto });
    expect((await get(path)).status).toBe(404);
    const url = new URL(String((await publish(portal, idNumber(3), idNumber(1), withPhoto)).json['url'])).pathname;
    expect((await get(path)).status).toBe(200);
    expect(await (await get(url)).text()).toContain(`<img src="${path}" alt="Ảnh" width="640" height="480">`);
    const set = (status: string) => portal.call('PUT', `/api/v1/stories/${idNumber(3)}/status`, { json: { status, revisionId: idNumber(1) } });
    await set('withdrawn');
    const gone = await get(url);
    expect([gone.status, (await get(path)).status]).toEqual([410, 404]);
    const page = await gone.text();
    expect(page).not.toContain(withPhoto.headline);
    expect(await messages(page)).toEqual([]);
    await set('draft');
    expect((await get(url)).status).toBe(404);
  });

  it('lead from any slug to the one address', async () => {
    const key = pageKeyOf(address) ?? '';
    const moved = await get(`/tin/cu-${key}`);
    expect([moved.status, moved.headers.get('location')]).toEqual([301, address]);
    expect((await get(`/tin/${key}`)).status).toBe(404);
    expect((await get('/tin/x-00000000')).status).toBe(404);
    expect((await fetch(portal.portal.url + address, { method: 'HEAD' })).status).toBe(200);
  });

  it('list the newest stories first, in pages', async () => {
    for (let n = 100; n < 130; n += 1) await publish(portal, idNumber(n), idNumber(1), sampleStory({ headline: `Tin số ${n}` }));
    const first = await (await get('/')).text();
    const second = await (await get('/?trang=2')).text();
    expect(first.indexOf('Tin số 129')).toBeLessThan(first.indexOf('Tin số 128'));
    expect([first.match(/<article/g)?.length, first.includes('href="/?trang=2"'), second.includes('Tin số 105')]).toEqual([24, true, true]);
    expect(await messages(second)).toEqual([]);
    for (const bad of ['0', '-1', 'x', '1e3', '99']) expect((await get(`/?trang=${bad}`)).status).toBe(404);
  });
});

describe('small parts', () => {
  it.each([
    ['Tin, ảnh: Phi Anh', ['Phi Anh']],
    ['Bài: Mai Khuê và Đàm Vĩ - Ảnh: Lộc Sen', ['Mai Khuê', 'Đàm Vĩ']],
    ['Ảnh: Lộc Sen', ['Lộc Sen']],
    ['Phi Anh', ['Phi Anh']],
    ['Mai Khuê - Đàm Vĩ', ['Mai Khuê', 'Đàm Vĩ']],
    ['', []],
    [null, []],
  ])('byline %s', (byline, authors) => expect(bylineAuthors(byline)).toEqual(authors));

  it.each([
    [Date.UTC(2026, 2, 1, 17, 0), '2026-03-02T00:00:00+07:00', 'Thứ Hai, 2.3.2026, 00:00'],
    [Date.UTC(2026, 11, 31, 16, 59, 59), '2026-12-31T23:59:59+07:00', 'Thứ Năm, 31.12.2026, 23:59'],
    [Date.UTC(2028, 1, 28, 17), '2028-02-29T00:00:00+07:00', 'Thứ Ba, 29.2.2028, 00:00'],
  ])('time %i', (ms, iso, text) => expect(vietnamTime(ms)).toEqual({ iso, text }));
});

interface Vocabulary {
  readonly '@graph': readonly Record<string, unknown>[];
}

const idsOf = (value: unknown): string[] => [value ?? []].flat().map((item) => String((item as Record<string, unknown>)['@id']).replace('schema:', ''));

/** Types and properties that schema.org does not know, or not on that type. */
const unknownTerms = (node: Record<string, unknown>, { '@graph': graph }: Vocabulary): string[] => {
  const term = (name: string) => graph.find((candidate) => candidate['@id'] === `schema:${name}`);
  const ancestors = (name: string): string[] => [name, ...idsOf(term(name)?.['rdfs:subClassOf']).filter((parent) => parent !== 'undefined').flatMap(ancestors)];
  const type = String(node['@type']);
  const types = ancestors(type);
  return Object.entries(node).flatMap(([name, value]) => {
    if (name.startsWith('@')) return [];
    const domains = idsOf(term(name)?.['schema:domainIncludes']);
    const inner = [value].flat().flatMap((item) => (typeof item === 'object' && item !== null ? unknownTerms(item as Record<string, unknown>, { '@graph': graph }) : []));
    return [...(domains.some((domain) => types.includes(domain)) ? [] : [`${type}.${name}`]), ...inner];
  });
};
