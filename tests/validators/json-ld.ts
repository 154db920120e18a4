import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { findAll, parseStrict } from './strict-html.ts';

export type JsonLdNode = { readonly [key: string]: unknown };

const isNode = (value: unknown): value is JsonLdNode => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

/** The one JSON-LD object of a page. Throws when there is none or more than one script of any kind. */
export function readJsonLd(html: string): JsonLdNode {
  const scripts = findAll(parseStrict(html), 'script');
  const [script] = scripts;
  if (scripts.length !== 1 || script?.attributes.get('type') !== 'application/ld+json') throw new Error(`${scripts.length} scripts`);
  const value: unknown = JSON.parse(script.children.filter((child) => typeof child === 'string').join(''));
  if (!isNode(value)) throw new Error('JSON-LD is no object');
  return value;
}

const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})$/u;

/** What a NewsArticle needs however it was made; without network or vocabulary. One line for each problem. */
export function newsArticleProblems(article: JsonLdNode): readonly string[] {
  const problems: string[] = [];
  const expect = (isRight: boolean, problem: string): void => void (isRight || problems.push(problem));
  expect(article['@context'] === 'https://schema.org', '@context');
  expect(article['@type'] === 'NewsArticle', '@type');
  for (const key of ['dateCreated', 'datePublished', 'dateModified']) {
    expect(article[key] === undefined || (typeof article[key] === 'string' && moment.test(article[key])), `${key} is no moment with offset`);
  }
  for (const author of listOf(article['author'])) {
    expect(isNode(author) && typeof author['name'] === 'string' && !/[:;]|^(?:tin|bài|ảnh)\b/iu.test(author['name']), `author ${JSON.stringify(author)} is more than a name`);
  }
  for (const image of listOf(article['image'])) {
    expect(isNode(image) && image['@type'] === 'ImageObject', 'image is no ImageObject');
    for (const side of ['width', 'height']) expect(isNode(image) && (image[side] === undefined || /^\d+ px$/u.test(String(image[side]))), `image ${side}`);
  }
  const visit = (node: unknown, path: string): void => {
    if (Array.isArray(node)) return node.forEach((child, index) => visit(child, `${path}[${index}]`));
    if (isNode(node)) return Object.entries(node).forEach(([key, value]) => visit(value, `${path}.${key}`));
    expect(node !== null && node !== '', `${path} is empty`);
  };
  visit(article, 'article');
  return problems;
}

interface Term {
  readonly '@id': string;
  readonly '@type': unknown;
  readonly 'rdfs:subClassOf'?: unknown;
  readonly 'schema:domainIncludes'?: unknown;
  readonly 'schema:rangeIncludes'?: unknown;
}

const idsOf = (value: unknown): readonly string[] => listOf(value).flatMap((entry) => (isNode(entry) ? [String(entry['@id']).replace('schema:', '')] : []));

/** Strings that may stand for a value of a type, where schema.org says how they look. */
const literals: Readonly<Record<string, RegExp>> = {
  Text: /./su, URL: /^[^\s<>"]+$/u, Date: /^\d{4}-\d{2}-\d{2}$/u, DateTime: moment, Distance: /^\d+(?:\.\d+)? \S+$/u,
};

export type Vocabulary = (node: JsonLdNode) => readonly string[];

/** schema.org's own vocabulary file, beside the checkout; null when it isn't there. */
export const vocabularyFile = (root = process.cwd()): string | null => {
  const path = resolve(root, '../shared/data/schemaorg-all-https-30.0.jsonld');
  return existsSync(path) ? path : null;
};

/** Checks a node against schema.org: unknown types and properties, properties on the wrong type, values outside the range. */
export function loadVocabulary(path: string): Vocabulary {
  const { '@graph': graph } = JSON.parse(readFileSync(path, 'utf8')) as { '@graph': Term[] };
  const terms = new Map(graph.map((term) => [term['@id'].replace('schema:', ''), term]));
  const ancestors = (name: string): ReadonlySet<string> => new Set([name, ...idsOf(terms.get(name)?.['rdfs:subClassOf']).flatMap((parent) => [...ancestors(parent)])]);
  const check = (node: JsonLdNode, path: string): string[] => {
    const type = String(node['@type']);
    if (!listOf(terms.get(type)?.['@type']).includes('rdfs:Class')) return [`${path}: unknown type ${type}`];
    return Object.entries(node).filter(([key]) => !key.startsWith('@')).flatMap(([key, value]) => {
      const property = terms.get(key);
      if (property?.['@type'] !== 'rdf:Property') return [`${path}: unknown property ${key}`];
      if (!idsOf(property['schema:domainIncludes']).some((domain) => ancestors(type).has(domain))) return [`${path}: ${key} does not belong to ${type}`];
      const ranges = idsOf(property['schema:rangeIncludes']);
      return listOf(value).flatMap((entry, index) => {
        const here = `${path}.${key}[${index}]`;
        if (isNode(entry)) return [...(ranges.some((range) => ancestors(String(entry['@type'])).has(range)) ? [] : [`${here}: a ${String(entry['@type'])} is outside the range`]), ...check(entry, here)];
        const fits = typeof entry === 'number'
          ? ranges.some((range) => range === 'Number' || (range === 'Integer' && Number.isInteger(entry)))
          : typeof entry === 'string' && ranges.some((range) => literals[range]?.test(entry));
        return fits ? [] : [`${here}: ${JSON.stringify(entry)} is outside the range ${ranges.join(', ')}`];
      });
    });
  };
  return (node) => check(node, String(node['@type']));
}
