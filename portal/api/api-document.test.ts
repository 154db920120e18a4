import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readApiDocument } from '#portal/api/api-document.ts';
import { createRouter, type ApiHandler } from '#portal/api/router.ts';
import { canonicalJson, contentHash } from '#portal/content-hash.ts';
import { parseStoryHtml } from '#portal/html/parse-story-html.ts';
import { rootRule, vocabulary } from '#portal/html/story-vocabulary.ts';
import { problemKinds } from '#portal/problem.ts';
import { openPortalHarness } from '#portal/testing/portal-harness.ts';

const text = await readFile(join(import.meta.dirname, '../../docs/portal-api.yaml'), 'utf8');
const document = readApiDocument(text);
const handler: ApiHandler = () => Promise.reject(new Error('not called'));
const handlers = Object.fromEntries(document.operations.map(({ id }) => [id, handler]));

const within = (...path: readonly string[]): unknown =>
  path.reduce<unknown>((inner, name) => (inner as Record<string, unknown>)[name], document.source);

describe('docs/portal-api.yaml', () => {
  it('documents what the router serves, and the router serves what it documents', async () => {
    const portal = await openPortalHarness();
    try {
      for (const { method, path, id } of document.operations) {
        const answer = await portal.call(method, path.replaceAll(/\{[^}]+\}/g, 'x'));
        expect([id, answer.json['code']].includes('route_not_found')).toBe(false);
        expect(answer.status).not.toBe(405);
      }
    } finally {
      await portal.dispose();
    }
    expect(createRouter(document, handlers).routes.map(({ operation }) => operation.id)).toEqual(document.operations.map(({ id }) => id));
    expect(() => createRouter(document, { ...handlers, extra: handler })).toThrow('not in portal-api.yaml: extra');
    const { getMe: _getMe, ...rest } = handlers;
    expect(() => createRouter(document, rest)).toThrow('documented but not implemented: getMe');
  });

  it('lists every problem code, and no other', () => {
    expect(within('components', 'schemas', 'Problem', 'properties', 'code', 'enum')).toEqual(expect.arrayContaining(Object.keys(problemKinds)));
    expect(within('components', 'schemas', 'Problem', 'properties', 'code', 'enum')).toHaveLength(Object.keys(problemKinds).length);
    for (const code of Object.keys(problemKinds)) expect(text).toContain(`\`${code}\``);
  });

  it('has a valid example of a story, with its right hash', () => {
    const [story] = within('components', 'schemas', 'Story', 'examples') as [{ contentHash: string; bodyHtml: string }];
    const validate = document.schema('Story');
    expect([validate(story), validate.errors]).toEqual([true, null]);
    expect(contentHash(story)).toBe(story.contentHash);
    expect(parseStoryHtml(story.bodyHtml).ok).toBe(true);
  });

  it('has a right test vector for the hash', () => {
    const vector = { b: 'Tòa Soạn', a: [1, null] };
    expect(text).toContain(`\`${canonicalJson(vector)}\``);
    expect(text).toContain(`\`${contentHash(vector)}\``);
  });

  it('names every element of the vocabulary', () => {
    const description = String(within('info', 'description'));
    for (const name of [...vocabulary.keys(), ...rootRule.children]) expect(description).toContain(`\`${name}`);
  });

  it.each([
    ['a parameter that is not checked', text.replace('in: path', 'in: query')],
    ['a body without a limit', text.replace('x-max-bytes: 5242880', '')],
    ['a schema that is not there', text.replace("'#/components/schemas/Story' }\n      responses", "'#/components/schemas/Stori' }\n      responses")],
    ['a misspelt keyword', text.replace('minLength: 1, maxLength: 1000', 'minLenght: 1, maxLength: 1000')],
    ['a path without its parameter', text.replace('/api/v1/stories/{storyId}/status:', '/api/v1/stories/{story}/status:')],
  ])('is refused at the start with %s', (_name, broken) => {
    expect(broken).not.toBe(text);
    expect(() => readApiDocument(broken)).toThrow();
  });
});

describe('canonicalJson', () => {
  it.each([
    [{ b: 1, a: { d: [], c: 'é' } }, '{"a":{"c":"é","d":[]},"b":1}'],
    // RFC 8785 §3.2.3: by UTF-16 code units, so an emoji sorts before U+FB33.
    [{ '\ufb33': 1, '\u{1f600}': 2, '\r': 3, '1': 4, 'ö': 5, '€': 6 }, '{"\\r":3,"1":4,"ö":5,"€":6,"\u{1f600}":2,"\ufb33":1}'],
    ['\u2028</script>\u0007', '"\u2028</script>\\u0007"'],
  ])('%#', (value, expected) => {
    expect(canonicalJson(value)).toBe(expected);
  });
});
