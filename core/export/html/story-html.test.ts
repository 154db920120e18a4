import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { htmlRuleProblems } from '#tests/validators/html-rules.ts';
import { loadVocabulary, newsArticleProblems, readJsonLd, vocabularyFile } from '#tests/validators/json-ld.ts';
import { folderPhotos, samplePhotos } from '#tests/validators/sample-photos.ts';
import { hostileTexts, sampleStories } from '#tests/validators/sample-stories.ts';
import { findAll, parseStrict, textOf } from '#tests/validators/strict-html.ts';
import { findVnu, vnuProblems } from '#tests/validators/vnu.ts';
import { toExportStory } from '../export-story.ts';
import { storyText } from '../text/story-text.ts';
import { storyHtml } from './story-html.ts';
import { storyStyle, storyStyleHash } from './story-style.ts';

const pages = Object.entries(sampleStories).flatMap(([name, input]) => {
  const story = toExportStory(input);
  return [
    { name: `${name}-file`, story, html: storyHtml(story, { photos: samplePhotos, mode: 'file' }) },
    { name: `${name}-folder`, story, html: storyHtml(story, { photos: folderPhotos, mode: 'folder' }) },
  ];
});
const pageOf = (name: string): string => pages.find((page) => page.name === name)?.html ?? '';

test('the policy lets in exactly this style', () => {
  expect(storyStyleHash).toBe(`sha256-${createHash('sha256').update(storyStyle).digest('base64')}`);
  expect(storyStyle).not.toMatch(/<|url\(|@import|expression/u);
});

describe.each(pages)('$name', ({ html, story }) => {
  test('html-validate finds nothing', async () => expect(await htmlRuleProblems(html)).toEqual([]));

  test('its data is a sound NewsArticle', () => expect(newsArticleProblems(readJsonLd(html))).toEqual([]));

  test('the article’s text is the story’s text', () => {
    const [article] = findAll(parseStrict(html), 'article');
    const squeeze = (text: string): string => text.replace(/^ *(?:- |\d+\. |\* \* \*$)/gmu, '').replace(/\s+/gu, '');
    expect(squeeze(article === undefined ? '' : textOf(article))).toBe(squeeze(story.headline === '' ? 'Chưa có tít' : storyText(story)));
  });

  test('nothing points outside the page but the story’s own links', () => {
    for (const element of findAll(parseStrict(html), 'img')) expect(element.attributes.get('src')).toMatch(/^(?:data:image\/|anh\/)/u);
    expect(findAll(parseStrict(html), 'link')).toEqual([]);
    for (const element of findAll(parseStrict(html), 'a')) expect(element.attributes.get('href')).toMatch(/^(?:https?:\/\/|mailto:)/u);
  });
});

const vocabulary = vocabularyFile();
test.skipIf(vocabulary === null)(`schema.org knows every type, property and value${vocabulary === null ? ' (skipped: its vocabulary file is not beside the checkout)' : ''}`, () => {
  const check = loadVocabulary(vocabulary ?? '');
  expect(pages.flatMap(({ name, html }) => check(readJsonLd(html)).map((problem) => `${name}: ${problem}`))).toEqual([]);
  expect(check({ '@type': 'NewsArticle', headlin: 'x', wordCount: 'many', image: { '@type': 'ImageObject', width: 1600 }, author: { '@type': 'ImageObject', jobTitle: 'x' }, datePublished: '19.1' })).toHaveLength(6);
});

const vnu = findVnu();
test.skipIf(vnu.kind === 'missing')(`the Nu Html Checker finds nothing${vnu.kind === 'missing' ? ` (skipped: ${vnu.reason})` : ''}`, { timeout: 120_000 }, async () => {
  const jar = vnu.kind === 'found' ? vnu.jar : '';
  expect(await vnuProblems(jar, Object.fromEntries(pages.map(({ name, html }) => [name, html])))).toEqual([]);
  expect(await vnuProblems(jar, { broken: pageOf('report-file').replace('<hr>', '<hr></p>') })).not.toEqual([]);
});

test('the validators notice a broken page', async () => {
  const good = pageOf('report-file');
  expect(await htmlRuleProblems(good.replace(/ alt="[^"]*"/u, ''))).not.toEqual([]);
  expect(await htmlRuleProblems(good.replace('<h1>', '<h1 onclick="x"><h2>'))).not.toEqual([]);
  expect(() => parseStrict(good.replace('<hr>', '<hr><b>'))).toThrow('closes b');
  expect(() => parseStrict(good.replace('<hr>', '<hr>a & b'))).toThrow('bare ampersand');
  expect(newsArticleProblems({ ...readJsonLd(good), author: { '@type': 'Person', name: 'Tin, ảnh: A' }, dateModified: '2026-01-19', keywords: '' })).toHaveLength(3);
});

test('data for search engines and shared links', () => {
  const html = pageOf('report-folder');
  expect(readJsonLd(html)).toMatchObject({
    '@type': 'NewsArticle', identifier: 'urn:uuid:01990000-0000-7000-8000-0000000abcde', articleSection: 'Thời sự', keywords: ['giữ rừng', 'sông Lụa'], inLanguage: 'vi',
    dateline: 'BVS - Ngày 19.11, tại Trung tâm Hội nghị tỉnh,', dateCreated: '2026-11-19T10:00:00+07:00', dateModified: '2026-11-19T14:34:00+07:00', datePublished: '2026-11-20T00:30:00+07:00',
    author: [{ '@type': 'Person', name: 'Thùy Nhiên' }], publisher: { '@type': 'NewsMediaOrganization', name: 'Báo Vĩnh Sa' },
    image: [{ '@type': 'ImageObject', contentUrl: 'anh/1-aaaaaaaa.jpg', width: '1600 px', height: '1000 px', creditText: 'Thùy Nhiên' }],
    mentions: [
      { '@type': 'Person', '@id': '#p1', name: 'Trịnh Khắc Duệ', honorificPrefix: 'đồng chí', jobTitle: ['Phó Bí thư Tỉnh ủy', 'Chủ tịch UBND tỉnh'] },
      { name: 'Bùi Quang Mẫn' }, { name: 'Vàng A Sình' }, { '@type': 'Organization', name: '18 trưởng bản' },
    ],
  });
  const meta = new Map(findAll(parseStrict(html), 'meta').map(({ attributes }) => [attributes.get('property') ?? attributes.get('name'), attributes.get('content')]));
  expect(meta.get('og:type')).toBe('article');
  expect(meta.get('og:image')).toBe('anh/1-aaaaaaaa.jpg');
  expect(meta.get('og:image:alt')).toBe('Bốn người đứng trước chòi canh lửa trên đồi');
  expect(meta.get('article:published_time')).toBe('2026-11-20T00:30:00+07:00');
  expect(meta.get('twitter:card')).toBe('summary_large_image');
});

test('before publication there is no date of publication', () => {
  expect(readJsonLd(pageOf('minimal-file'))).not.toHaveProperty('datePublished');
  expect(pageOf('minimal-file')).not.toContain('published_time');
});

test('people in the text are keyed as in the data', () => {
  const spans = findAll(parseStrict(pageOf('report-file')), 'span', 'person').map((span) => `${span.attributes.get('data-person') ?? ''} ${textOf(span)}`);
  expect(spans).toEqual(['p1 Trịnh Khắc Duệ', 'p2 Bùi Quang Mẫn', 'p1 Trịnh Khắc Duệ', 'p3 Vàng A Sình', 'p4 18 trưởng bản']);
});

test('hostile words are shown as words', () => {
  const page = parseStrict(pageOf('hostile-file'));
  const [h1] = findAll(page, 'h1');
  for (const text of hostileTexts.filter((hostile) => /^[\x20-\x7e]+$/u.test(hostile))) expect(h1 === undefined ? '' : textOf(h1)).toContain(text);
  expect(findAll(page, 'a').map((link) => link.attributes.get('href'))).toEqual(['https://evil.example/%22onclick=%22alert(1)', 'https://ok.example/a%20b?%3Cx%3E#y%23z%7C%25zz']);
});

test('the same story gives the same letters', () => {
  expect(storyHtml(toExportStory(sampleStories.report), { photos: samplePhotos, mode: 'file' })).toBe(pageOf('report-file'));
});
