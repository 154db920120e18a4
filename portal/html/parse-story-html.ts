import { err, ok, type Result } from '#core/base/result.ts';
import { decodeText } from '#portal/html/decode-text.ts';
import { rootRule, vocabulary, type ElementRule } from '#portal/html/story-vocabulary.ts';

export interface StoryText {
  readonly kind: 'text';
  readonly text: string;
}

export interface StoryElement {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly StoryNode[];
}

export type StoryNode = StoryText | StoryElement;

/** Why a body was refused: the element, its place (UTF-16 code units into the body), and a reason in English. */
export interface HtmlRefusal {
  readonly element: string;
  readonly offset: number;
  readonly reason: string;
}

interface Open {
  readonly name: string;
  readonly rule: ElementRule;
  readonly offset: number;
  readonly children: StoryNode[];
}

const maxDepth = 64;
const tagStart = /<(\/?)([A-Za-z][A-Za-z0-9:_-]{0,60})/y;
const attribute = /[ \t\n]+([^\s"'<>/=]{1,60})(?:="([^"]*)")?/y;
const tagEnd = /[ \t\n]*(\/?)>/y;

const match = (pattern: RegExp, html: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(html);
};

/** What may stand in `parent`; the answer is a reason to refuse `name` there, or null. */
const refuseThere = (name: string, stack: readonly Open[], parent: Open): string | null => {
  if (!parent.rule.children.has(name)) {
    return parent.name === '' ? 'not allowed at the top level' : `not allowed inside ${parent.name}`;
  }
  if (stack.length > maxDepth) return `nested deeper than ${maxDepth} levels`;
  if (name === 'a' && stack.some((open) => open.name === 'a')) return 'a link inside a link';
  return null;
};

const readAttributes = (
  html: string,
  name: string,
  rule: ElementRule,
  start: number,
): Result<{ attributes: Map<string, string>; end: number }, HtmlRefusal> => {
  const attributes = new Map<string, string>();
  const refuse = (offset: number, reason: string): { ok: false; error: HtmlRefusal } => err({ element: name, offset, reason });
  let at = start;
  for (let found = match(attribute, html, at); found !== null; found = match(attribute, html, at)) {
    const [whole, key = '', raw] = found;
    const check = rule.attributes.get(key);
    const shown = key.replaceAll(/[^A-Za-z0-9:_-]/g, '?');
    if (check === undefined) return refuse(at, `attribute ${shown} is not allowed`);
    if (raw === undefined) return refuse(at, `attribute ${shown} needs a value in double quotes`);
    if (attributes.has(key)) return refuse(at, `attribute ${shown} is there twice`);
    const value = decodeText(raw);
    if (!value.ok) return refuse(at, `attribute ${shown}: ${value.error.reason}`);
    const reason = check(value.value);
    if (reason !== null) return refuse(at, reason);
    attributes.set(key, value.value);
    at += whole.length;
  }
  const missing = rule.required.find((key) => !attributes.has(key));
  if (missing !== undefined) return refuse(start, `attribute ${missing} is missing`);
  if (attributes.has('data-person') && attributes.get('class') !== 'person') {
    return refuse(start, 'attribute data-person belongs to class person');
  }
  return ok({ attributes, end: at });
};

/** Rules that need the whole element. */
const refuseWhole = ({ name, children }: Open): string | null => {
  if (name !== 'figure') return null;
  const inside = children.filter((child) => child.kind === 'element');
  const captions = inside.filter((child) => child.name === 'figcaption').length;
  if (captions > 1) return 'more than one figcaption';
  if (captions === 1 && inside.at(0)?.name !== 'figcaption' && inside.at(-1)?.name !== 'figcaption') {
    return 'figcaption must come first or last';
  }
  return null;
};

/**
 * Reads a story's body. Nothing is repaired or dropped: the first thing outside the vocabulary refuses all of it.
 * This is no HTML parser; it accepts a subset on which every HTML parser agrees. Linear in the length of `html`.
 */
export const parseStoryHtml = (html: string): Result<readonly StoryNode[], HtmlRefusal> => {
  const root: Open = { name: '', rule: rootRule, offset: 0, children: [] };
  const stack: Open[] = [root];
  const refuse = (element: string, offset: number, reason: string): { ok: false; error: HtmlRefusal } =>
    err({ element, offset, reason });

  let at = 0;
  while (at < html.length) {
    const parent = stack.at(-1) ?? root;
    const tagAt = html.indexOf('<', at);
    const textEnd = tagAt < 0 ? html.length : tagAt;
    if (textEnd > at) {
      const raw = html.slice(at, textEnd);
      const text = decodeText(raw);
      if (!text.ok) return refuse('#text', at + text.error.offset, text.error.reason);
      const isGap = /^[ \t\n]*$/.test(raw);
      if (parent.rule.text) parent.children.push({ kind: 'text', text: text.value });
      else if (!isGap) return refuse('#text', at, `text is not allowed ${parent.name === '' ? 'at the top level' : `directly inside ${parent.name}`}`);
    }
    if (tagAt < 0) break;

    const start = match(tagStart, html, tagAt);
    if (start === null) {
      const kind = html.startsWith('<!--', tagAt) ? '#comment' : html.startsWith('<!', tagAt) ? '#declaration' : '#markup';
      return refuse(kind, tagAt, 'only elements of the vocabulary and text are allowed');
    }
    const [opening, slash, name = ''] = start;
    const rule = vocabulary.get(name);
    if (rule === undefined) return refuse(name, tagAt, 'not in the vocabulary');
    const afterName = tagAt + opening.length;

    if (slash === '/') {
      const end = match(tagEnd, html, afterName);
      if (end === null || end[1] === '/') return refuse(name, tagAt, 'the closing tag is malformed');
      if (parent.name !== name) return refuse(name, tagAt, 'closed without being open here');
      const reason = refuseWhole(parent);
      if (reason !== null) return refuse(name, parent.offset, reason);
      stack.pop();
      at = afterName + end[0].length;
      continue;
    }

    const reason = refuseThere(name, stack, parent);
    if (reason !== null) return refuse(name, tagAt, reason);
    const read = readAttributes(html, name, rule, afterName);
    if (!read.ok) return read;
    const end = match(tagEnd, html, read.value.end);
    if (end === null || (end[1] === '/' && !rule.isVoid)) return refuse(name, tagAt, 'the tag is malformed');
    const children: StoryNode[] = [];
    parent.children.push({ kind: 'element', name, attributes: read.value.attributes, children });
    if (!rule.isVoid) stack.push({ name, rule, offset: tagAt, children });
    at = read.value.end + end[0].length;
  }
  const open = stack.at(-1) ?? root;
  return open === root ? ok(root.children) : refuse(open.name, open.offset, 'never closed');
};

/** The photos a body shows, each once, in order: SHA-256 in hex. */
export const mediaOf = (nodes: readonly StoryNode[]): readonly string[] => {
  const found = new Set<string>();
  const visit = (node: StoryNode): void => {
    if (node.kind === 'text') return;
    if (node.name === 'img') found.add((node.attributes.get('src') ?? '').slice('media:'.length));
    node.children.forEach(visit);
  };
  nodes.forEach(visit);
  return [...found];
};
