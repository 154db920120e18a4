import { escapeHtml } from '#portal/html/escape-html.ts';
import type { StoryElement, StoryNode } from '#portal/html/parse-story-html.ts';
import { blockElements, vocabulary } from '#portal/html/story-vocabulary.ts';

/** Pixels of a stored photo, so that the page does not jump when it arrives; null when unknown. */
export type SizeOf = (sha256: string) => { readonly width: number | null; readonly height: number | null } | null;

/** `<img>` for a stored photo, as readers get it. */
export const imageTag = (sha256: string, alt: string, sizeOf: SizeOf, loading: 'lazy' | 'eager' = 'lazy'): string => {
  const size = sizeOf(sha256);
  const pixels = size?.width && size.height ? ` width="${size.width}" height="${size.height}"` : '';
  return `<img src="/media/${sha256}" alt="${escapeHtml(alt)}"${pixels}${loading === 'lazy' ? ' loading="lazy"' : ''}>`;
};

const isBlank = (node: StoryNode): boolean =>
  node.kind === 'text' ? node.text.trim() === '' : node.name === 'br' || (!vocabulary.get(node.name)?.isVoid && node.children.every(isBlank));

const writeElement = (element: StoryElement, sizeOf: SizeOf): string => {
  const { name, attributes, children } = element;
  // An empty heading is read out as one; readers lose nothing without it.
  if (/^h[2-4]$/.test(name) && children.every(isBlank)) return '';
  if (name === 'img') {
    return imageTag((attributes.get('src') ?? '').slice('media:'.length), attributes.get('alt') ?? '', sizeOf);
  }
  const written = [...attributes].map(([key, value]) => ` ${key}="${escapeHtml(value)}"`).join('');
  if (vocabulary.get(name)?.isVoid) return `<${name}${written}>`;
  return `<${name}${written}>${writeStoryHtml(children, sizeOf)}</${name}>`;
};

/** The HTML that readers get for a parsed body. Only what the parser accepted can come out of it. */
export const writeStoryHtml = (nodes: readonly StoryNode[], sizeOf: SizeOf): string =>
  nodes
    .map((node) => {
      if (node.kind === 'text') return escapeHtml(node.text);
      const html = writeElement(node, sizeOf);
      return html !== '' && blockElements.has(node.name) ? `\n${html}` : html;
    })
    .join('');
