import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseStoryHtml } from '#portal/html/parse-story-html.ts';
import { newsArticleProblems, readJsonLd } from '#tests/validators/json-ld.ts';
import { samplePhotos } from '#tests/validators/sample-photos.ts';
import { attendee, blockId, breakJson, hostileTexts, itemJson, linkJson, listBlock, listJson, photo, quoteJson, ruleJson, sampleInput } from '#tests/validators/sample-stories.ts';
import { elementsOf, parseStrict, textOf } from '#tests/validators/strict-html.ts';
import { figureJson, headingJson, paragraphJson, textJson } from '#core/story/blocks.ts';
import type { BlockJson, InlineJson, ListJson } from '#core/story/document.ts';
import type { Mark } from '#core/story/marks.ts';
import type { ExportInput } from '../export-story.ts';
import { toExportStory } from '../export-story.ts';
import { storyText } from '../text/story-text.ts';
import { portalBody } from './portal-body.ts';
import { storyHtml } from './story-html.ts';

const people = [attendee('A'), attendee('B')];
const text = fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ unit: 'binary', maxLength: 20 }), fc.string({ unit: 'grapheme', maxLength: 20 }), fc.constantFrom('Ngày 19.1', 'Trịnh Khắc Duệ', ' ', '\n', ''));
const marks: fc.Arbitrary<Mark[]> = fc.subarray([{ kind: 'dateline' }, ...people.map(({ id }): Mark => ({ kind: 'person', id }))]);
const leaf: fc.Arbitrary<InlineJson> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ words: text, on: marks, format: fc.constantFrom(0, 1, 2, 3, 16) }).map(({ words, on, format }) => textJson(words, on, format)) },
  { weight: 1, arbitrary: fc.constant(breakJson) },
);
const href = fc.oneof(text, text.map((rest) => `https://vinhsa.example/${rest}`), text.map((rest) => `javascript:${rest}`), fc.webUrl());
const link = fc.record({ url: href, children: fc.array(leaf, { maxLength: 3 }) }).map(({ url, children }) => linkJson(url, children));
const inline = fc.array(fc.oneof({ weight: 5, arbitrary: leaf }, { weight: 1, arbitrary: link }), { maxLength: 5 });
const { list } = fc.letrec<{ list: ListJson }>((tie) => ({
  list: fc.record({ kind: fc.constantFrom<'bullet' | 'number'>('bullet', 'number'), items: fc.array(fc.oneof({ maxDepth: 8, withCrossShrink: true }, inline, tie('list').map((nested) => [nested])), { maxLength: 3 }) })
    .map(({ kind, items }) => listJson(kind, ...items.map((children) => itemJson(...children)))),
}));
const block: fc.Arbitrary<BlockJson> = fc.oneof(
  inline.map((children) => paragraphJson(blockId(), children)),
  fc.record({ tag: fc.constantFrom<'h2' | 'h3' | 'h4'>('h2', 'h3', 'h4'), children: inline }).map(({ tag, children }) => headingJson(blockId(), tag, children)),
  inline.map(quoteJson),
  list.map(listBlock),
  fc.constant(null).map(ruleJson),
  fc.record({ shown: fc.constantFrom(null, photo('a')), caption: inline, credit: text, alt: text }).map(({ shown, ...words }) => figureJson(blockId(), { photo: shown, ...words })),
);
const story: fc.Arbitrary<ExportInput> = fc
  .record({ kicker: text, headline: inline, lede: inline, byline: text, body: fc.array(block, { maxLength: 5 }), section: text, keyword: text, slug: text, name: text, title: text, newsroom: text })
  .map(({ kicker, headline, lede, byline, body, section, keyword, slug, name, title, newsroom }) =>
    sampleInput({
      kicker, headline, lede, byline, body, newsroom: { name: newsroom, sourceMark: newsroom },
      fields: { section, keywords: [keyword], slug, attendees: people.map((one, index) => (index === 0 ? { ...one, name, honorific: title, titles: [title], delegation: title } : one)) },
    }));

/** Everything the page may hold, and the attributes each may have. Nothing a story says adds to this list. */
const known: Readonly<Record<string, readonly string[]>> = {
  html: ['lang'], head: [], meta: ['charset', 'http-equiv', 'name', 'property', 'content'], title: [], style: [], script: ['type'], body: [], header: ['class'], main: [], article: [],
  p: ['class'], h1: ['class'], h2: [], h3: [], h4: [], ul: [], ol: ['start'], li: [], blockquote: [], figure: ['class'], figcaption: [], img: ['src', 'alt', 'width', 'height'],
  a: ['href', 'rel'], span: ['class', 'data-person'], b: ['class'], time: ['datetime'], strong: [], em: [], br: [], hr: [],
};
const classes = new Set(['masthead', 'paper', 'section', 'kicker', 'absent', 'lede', 'byline', 'no-photo', 'wide', 'person', 'dateline', 'credit', 'source']);

test('no words, however hostile, become markup of the page', () => {
  fc.assert(
    fc.property(story, (input) => {
      const exported = toExportStory(input);
      const html = storyHtml(exported, { photos: samplePhotos, mode: 'file' });
      const page = parseStrict(html);
      const elements = elementsOf(page);
      for (const { name, attributes } of elements) {
        expect(Object.keys(known)).toContain(name);
        for (const [key, value] of attributes) {
          expect(known[name]).toContain(key);
          if (key === 'class') expect(classes).toContain(value);
          if (key === 'href') expect(value).toMatch(/^(?:https?:\/\/|mailto:)[^\s"<>]+$/u);
          if (key === 'data-person') expect(value).toMatch(/^p\d+$/u);
        }
      }
      expect(elements.filter(({ name }) => name === 'script')).toHaveLength(1);
      expect(elements.filter(({ name }) => name === 'style')).toHaveLength(1);
      expect(elements.filter(({ name }) => name === 'h1')).toHaveLength(1);
      expect(newsArticleProblems(readJsonLd(html))).toEqual([]);
      const [article] = elements.filter(({ name }) => name === 'article');
      const squeeze = (words: string): string => words.replace(/\s+/gu, '');
      const shown = squeeze(article === undefined ? '' : textOf(article));
      for (const run of [exported.runs.headline, exported.runs.kicker, exported.runs.lede, exported.runs.byline].flat()) expect(shown).toContain(squeeze(run.text));
    }),
    { numRuns: 300 },
  );
});

test('the portal’s own reader accepts every body', () => {
  fc.assert(
    fc.property(story, (input) => {
      const parsed = parseStoryHtml(portalBody(toExportStory(input)).bodyHtml);
      expect(parsed.ok ? null : parsed.error).toBeNull();
    }),
    { numRuns: 300 },
  );
});

test('plain text is NFC, has no control characters and no empty lines at its ends', () => {
  fc.assert(
    fc.property(story, (input) => {
      const plain = storyText(toExportStory(input));
      expect(plain.isWellFormed()).toBe(true);
      expect(plain).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/u);
      expect(plain).not.toMatch(/^\n|\n\n$/u);
    }),
    { numRuns: 300 },
  );
});
