import DOMPurify from 'dompurify';
import { bold, italic, textJson } from '#core/story/blocks.ts';
import type { InlineJson, ListItemJson, ListJson } from '#core/story/document.ts';
import type { RemovedContent } from '#renderer/editor/editor-api.ts';
import { isAllowedUrl } from '../page/allowed-url.ts';
import { elementBase, paragraphOf } from './pasted.ts';
import type { Pasted, PastedBlock } from './pasted.ts';
import { tidyText } from './read-text.ts';

const blockTags = new Set(['P', 'DIV', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'BLOCKQUOTE', 'UL', 'OL', 'LI', 'HR', 'FIGURE', 'FIGCAPTION', 'TABLE', 'THEAD', 'TBODY', 'TFOOT', 'TR', 'TD', 'TH', 'CAPTION', 'PRE', 'SECTION', 'ARTICLE', 'HEADER', 'FOOTER', 'MAIN', 'ASIDE', 'NAV', 'ADDRESS', 'DL', 'DT', 'DD']);
const allowedTags = [...blockTags, 'A', 'B', 'STRONG', 'I', 'EM', 'SPAN', 'BR', 'IMG', 'U', 'S', 'SUB', 'SUP', 'FONT', 'CITE', 'SMALL', 'TIME', 'MARK', 'O:P'].map((tag) => tag.toLowerCase());

/**
 * HTML from another program, in the story's own terms. Markup passes DOMPurify's allow-list first, then only what the story
 * knows is read from it: nothing of the foreign tree reaches the page, and no address in it is ever fetched.
 */
export function readHtml(html: string): Pasted {
  // Word's conditional comments hold list markers and VML; Google Docs wraps everything in a `<b>` that isn't bold.
  const fragment = sanitized(html);
  const removed = new Map<RemovedContent['kind'], number>();
  for (const image of fragment.querySelectorAll('img')) {
    // DOMPurify has taken addresses like `file:` away already.
    const kind = /^(?:https?:)?\/\//iu.test(image.getAttribute('src') ?? '') ? 'remote-image' : 'local-image';
    removed.set(kind, (removed.get(kind) ?? 0) + 1);
    image.remove();
  }
  const embeds = (html.match(/<(?:iframe|video|audio|object|embed|svg|canvas)[\s>]/giu) ?? []).length;
  if (embeds > 0) removed.set('embed', embeds);
  const reader = new HtmlReader();
  reader.readChildren(fragment, 0);
  const blocks = reader.finish();
  const tables = fragment.querySelectorAll('table').length;
  if (tables > 0) removed.set('table', tables);
  const list = [...removed].map(([kind, count]) => ({ kind, count }));
  const [only] = blocks;
  if (blocks.length === 1 && only?.type === 'paragraph' && !reader.sawBlock) return { inline: only.children, blocks: [], removed: list };
  return { inline: null, blocks, removed: list };
}

type PastedList = ListJson;

/** DOMPurify answers null where nothing is left. */
function sanitized(html: string): DocumentFragment {
  const fragment: DocumentFragment | null = DOMPurify.sanitize(html, { RETURN_DOM_FRAGMENT: true, ALLOWED_TAGS: allowedTags, ALLOWED_ATTR: ['href', 'style', 'class', 'src'], ALLOW_DATA_ATTR: false, KEEP_CONTENT: true });
  return fragment ?? document.createDocumentFragment();
}

/** Walks a clean tree once; inline text gathers until a block ends. */
class HtmlReader {
  sawBlock = false;
  readonly #blocks: PastedBlock[] = [];
  #text: InlineJson[] = [];
  #link: { url: string; children: InlineJson[] } | null = null;
  /** The list that Word's list paragraphs are gathering in. */
  #wordList: PastedList | null = null;
  #kind: 'paragraph' | 'quote' | 'h2' | 'h3' | 'h4' = 'paragraph';

  finish(): PastedBlock[] {
    this.#endBlock();
    return this.#blocks;
  }

  readChildren(node: Node, format: number): void {
    for (const child of node.childNodes) this.#read(child, format);
  }

  #read(node: Node, format: number): void {
    if (node.nodeType === Node.TEXT_NODE) {
      this.#add(node.textContent ?? '', format);
      return;
    }
    if (!(node instanceof Element)) return;
    const tag = node.tagName.toUpperCase();
    if (tag === 'BR') {
      this.#push({ type: 'linebreak', version: 1 });
      return;
    }
    if (!blockTags.has(tag)) {
      if (tag === 'A') this.#readLink(node, formatOf(node, tag, format));
      else this.readChildren(node, formatOf(node, tag, format));
      return;
    }
    this.sawBlock = true;
    this.#endBlock();
    if (tag === 'UL' || tag === 'OL') {
      const list = readList(node, tag);
      if (list.children.length > 0) this.#blocks.push(list);
    } else if (tag === 'HR') {
      this.#blocks.push({ type: 'horizontalrule', version: 1 });
    } else if (tag === 'TR') {
      this.#readRow(node, format);
    } else if (isWordListItem(node)) {
      this.#readWordItem(node, format);
    } else {
      const outer = this.#kind;
      this.#kind = kindOf(tag) ?? outer;
      this.readChildren(node, formatOf(node, tag, format));
      this.#endBlock();
      this.#kind = outer;
    }
  }

  /** A table's row becomes a paragraph, its cells parted by " | ": text is kept, the grid is told as removed. */
  #readRow(row: Element, format: number): void {
    [...row.children].forEach((cell, index) => {
      if (index > 0) this.#add(' | ', 0);
      for (const child of inlineOf(cell, format)) this.#push(child);
    });
    this.#endBlock();
  }

  #readWordItem(node: Element, format: number): void {
    for (const marker of node.querySelectorAll('[style*="mso-list:Ignore" i], [style*="mso-list: Ignore" i]')) marker.remove();
    const children = trimInline(inlineOf(node, format)).map((child, index) => (index === 0 && child.type === 'text' ? { ...child, text: child.text.replace(/^(?:[·•o§-]|\d+[.)])\s+/u, '') } : child));
    if (children.length === 0) return;
    const item: ListItemJson = { ...elementBase, type: 'listitem', value: 1, children };
    const list = this.#wordList;
    if (list !== null && this.#blocks.at(-1) === list) list.children.push({ ...item, value: list.children.length + 1 });
    else {
      this.#wordList = { ...elementBase, type: 'list', listType: 'bullet', start: 1, tag: 'ul', children: [item] };
      this.#blocks.push(this.#wordList);
    }
  }

  #readLink(node: Element, format: number): void {
    const url = node.getAttribute('href') ?? '';
    if (!isAllowedUrl(url) || this.#link !== null) {
      this.readChildren(node, format);
      return;
    }
    this.#link = { url, children: [] };
    this.readChildren(node, format);
    this.#closeLink();
  }

  #closeLink(): void {
    const link = this.#link;
    this.#link = null;
    if (link !== null && link.children.length > 0) {
      this.#text.push({ ...elementBase, type: 'link', url: link.url, rel: 'noopener noreferrer', target: '_blank', title: null, children: link.children });
    }
  }

  #add(text: string, format: number): void {
    const tidy = tidyText(text).replace(/[\n ]+/gu, ' ');
    if (tidy !== '') this.#push(textJson(tidy, [], format));
  }

  #push(node: InlineJson): void {
    (this.#link?.children ?? this.#text).push(node);
  }

  #endBlock(): void {
    this.#closeLink();
    const children = trimInline(this.#text);
    this.#text = [];
    if (children.length === 0) return;
    if (this.#kind === 'paragraph') this.#blocks.push(paragraphOf(children));
    else if (this.#kind === 'quote') this.#blocks.push({ ...elementBase, type: 'quote', children });
    else this.#blocks.push({ ...elementBase, type: 'heading', tag: this.#kind, children });
  }
}

const kindOf = (tag: string): 'quote' | 'h2' | 'h3' | 'h4' | null => {
  if (tag === 'BLOCKQUOTE') return 'quote';
  if (tag === 'H1' || tag === 'H2') return 'h2';
  if (tag === 'H3') return 'h3';
  return tag === 'H4' || tag === 'H5' || tag === 'H6' ? 'h4' : null;
};

function formatOf(element: Element, tag: string, outer: number): number {
  const { fontWeight, fontStyle } = element instanceof HTMLElement ? element.style : { fontWeight: '', fontStyle: '' };
  let format = outer;
  if (tag === 'B' || tag === 'STRONG') format |= bold;
  if (tag === 'I' || tag === 'EM' || tag === 'CITE') format |= italic;
  if (fontWeight === 'bold' || Number(fontWeight) >= 600) format |= bold;
  else if (fontWeight === 'normal' || Number(fontWeight) > 0) format &= ~bold;
  if (fontStyle === 'italic') format |= italic;
  else if (fontStyle === 'normal') format &= ~italic;
  return format;
}

const isWordListItem = (element: Element): boolean =>
  element.tagName === 'P' && (/MsoListParagraph/iu.test(element.className) || /mso-list:\s*l\d/iu.test(element.getAttribute('style') ?? ''));

/** Running text of an element, its blocks flattened. */
function inlineOf(element: Element, format: number): InlineJson[] {
  const reader = new HtmlReader();
  reader.readChildren(element, format);
  return reader.finish().flatMap((block, index) => {
    if (block.type === 'list' || block.type === 'figure' || block.type === 'horizontalrule') return [];
    return index > 0 ? [textJson(' '), ...block.children] : block.children;
  });
}

function readList(element: Element, tag: string): PastedList {
  const children: ListItemJson[] = [];
  for (const child of element.children) {
    if (child.tagName === 'LI') {
      const nested = [...child.children].filter((inner) => inner.tagName === 'UL' || inner.tagName === 'OL');
      for (const list of nested) list.remove();
      const own = trimInline(inlineOf(child, formatOf(child, 'LI', 0)));
      if (own.length > 0) children.push({ ...elementBase, type: 'listitem', value: children.length + 1, children: own });
      for (const list of nested) children.push({ ...elementBase, type: 'listitem', value: children.length + 1, children: [readList(list, list.tagName)] });
    } else if (child.tagName === 'UL' || child.tagName === 'OL') {
      children.push({ ...elementBase, type: 'listitem', value: children.length + 1, children: [readList(child, child.tagName)] });
    }
  }
  return { ...elementBase, type: 'list', listType: tag === 'OL' ? 'number' : 'bullet', start: 1, tag: tag === 'OL' ? 'ol' : 'ul', children };
}

/** Without line breaks and white space at both ends; runs of spaces between runs of text become one. */
function trimInline(nodes: readonly InlineJson[]): InlineJson[] {
  const out: InlineJson[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    if (node.type === 'text') {
      const before = last === undefined || last.type === 'linebreak' || (last.type === 'text' && last.text.endsWith(' '));
      const text = before ? node.text.replace(/^ +/u, '') : node.text;
      if (text === '') continue;
      if (last?.type === 'text' && last.format === node.format) out[out.length - 1] = { ...last, text: last.text + text };
      else out.push({ ...node, text });
    } else if (node.type !== 'linebreak' || last !== undefined) out.push(node);
  }
  for (let last = out.at(-1); last !== undefined; last = out.at(-1)) {
    if (last.type === 'linebreak') out.pop();
    else if (last.type === 'text' && last.text.trimEnd() !== last.text) {
      const text = last.text.trimEnd();
      out.pop();
      if (text !== '') out.push({ ...last, text });
    } else break;
  }
  return out;
}
