/** An element of a page that was read strictly: exactly what is written, nothing repaired. */
export interface StrictElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (StrictElement | string)[];
}

const voids = new Set(['meta', 'img', 'br', 'hr', 'link', 'input']);
/** Their text is taken as it stands up to their end tag. */
const rawText = new Set(['script', 'style']);
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

function decode(text: string, at: number): string {
  if (text.includes('<')) throw new Error(`bare < at ${at}`);
  return text.replace(/&(#\d{1,7}|[a-z]{2,4})?(;)?/gu, (whole, reference: string | undefined, end: string | undefined) => {
    const value = reference?.startsWith('#') ? String.fromCodePoint(Number(reference.slice(1))) : named[reference ?? ''];
    if (value === undefined || end === undefined) throw new Error(`bare ampersand or unknown reference ${whole} at ${at}`);
    return value;
  });
}

/**
 * Reads the subset of HTML on which every parser agrees: lower-case names, attributes in double quotes and once each, every
 * element closed where it was opened, no comments. Throws at the first thing outside it, so an escape that fails can't hide.
 */
export function parseStrict(html: string): StrictElement {
  if (!html.startsWith('<!DOCTYPE html>\n')) throw new Error('no doctype');
  const root: { name: string; attributes: Map<string, string>; children: (StrictElement | string)[] } = { name: '', attributes: new Map(), children: [] };
  const stack = [root];
  const tag = /<(\/?)([a-z][a-z0-9]*)((?: [a-z][a-z:-]*="[^"<]*")*)>/y;
  for (let at = '<!DOCTYPE html>\n'.length; at < html.length; ) {
    const parent = stack.at(-1) ?? root;
    if (rawText.has(parent.name)) {
      const end = html.slice(at).search(new RegExp(`</${parent.name}`, 'iu'));
      if (end > 0) parent.children.push(html.slice(at, at + end));
      at += Math.max(end, 0);
    } else if (html[at] !== '<') {
      const end = html.indexOf('<', at);
      const text = html.slice(at, end === -1 ? html.length : end);
      parent.children.push(decode(text, at));
      at += text.length;
      continue;
    }
    tag.lastIndex = at;
    const found = tag.exec(html);
    if (found === null) throw new Error(`malformed markup at ${at}: ${html.slice(at, at + 60)}`);
    const [whole, slash, name = '', written = ''] = found;
    at += whole.length;
    if (slash === '/') {
      if (parent.name !== name || written !== '') throw new Error(`</${name}> closes ${parent.name} at ${at}`);
      stack.pop();
      continue;
    }
    const attributes = new Map<string, string>();
    for (const [, key = '', value = ''] of written.matchAll(/ ([a-z][a-z:-]*)="([^"]*)"/gu)) {
      if (attributes.has(key)) throw new Error(`${key} twice at ${at}`);
      attributes.set(key, decode(value, at));
    }
    const element = { name, attributes, children: [] };
    parent.children.push(element);
    if (!voids.has(name)) stack.push(element);
  }
  if (stack.length !== 1) throw new Error(`${stack.at(-1)?.name} is never closed`);
  const html_ = root.children.find((child): child is StrictElement => typeof child !== 'string');
  if (html_ === undefined) throw new Error('no element');
  return html_;
}

/** The element and everything below it, in document order. */
export const elementsOf = (element: StrictElement): readonly StrictElement[] =>
  [element, ...element.children.flatMap((child) => (typeof child === 'string' ? [] : elementsOf(child)))];

export const findAll = (root: StrictElement, name: string, className?: string): readonly StrictElement[] =>
  elementsOf(root).filter((element) => element.name === name && (className === undefined || element.attributes.get('class') === className));

/** As a reader sees it: `br` is a line feed, scripts and styles are nothing. */
export const textOf = (element: StrictElement): string =>
  element.name === 'br' ? '\n' : rawText.has(element.name) ? '' : element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
