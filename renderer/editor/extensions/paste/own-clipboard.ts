import { z } from 'zod';
import { FieldJson, FigureJson, FigurePartJson, HeadingJson, InlineJson, ListItemJson, ListJson, ParagraphJson, QuoteJson, RuleJson } from '#core/story/document.ts';
import type { LinkJson } from '#core/story/document.ts';
import { elementBase, paragraphOf } from './pasted.ts';
import type { Pasted, PastedBlock } from './pasted.ts';
import { isAllowedUrl } from '../page/allowed-url.ts';

export const storyNamespace = 'toasoan-story';
export const ownType = 'application/x-lexical-editor';

const Piece = z.union([
  InlineJson,
  z.discriminatedUnion('type', [FieldJson, ParagraphJson, HeadingJson, QuoteJson, ListJson, RuleJson, FigureJson, FigurePartJson, ListItemJson]),
]);
const Copied = z.object({ namespace: z.literal(storyNamespace), nodes: z.array(Piece) });

/** What was copied in a story page; null when it is not that. Any page can write this type, so it is checked like any input. */
export function readOwn(data: string): Pasted | null {
  if (data === '' || data.length > 20_000_000) return null;
  const copied = Copied.safeParse(parse(data));
  if (!copied.success) return null;
  const { nodes } = copied.data;
  if (nodes.every(isInline)) return { inline: nodes.flatMap(safeInline), blocks: [], removed: [] };
  return { inline: null, blocks: nodes.map(toBlock), removed: [] };
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

const isInline = (node: z.infer<typeof Piece>): node is InlineJson => node.type === 'text' || node.type === 'linebreak' || node.type === 'link' || node.type === 'autolink';

/** A link to somewhere a story may not link to leaves its text. */
const safeInline = (node: InlineJson): InlineJson[] => (isLink(node) && !isAllowedUrl(node.url) ? node.children.flatMap(safeInline) : [node]);
const isLink = (node: InlineJson): node is LinkJson => node.type === 'link' || node.type === 'autolink';

function toBlock(node: z.infer<typeof Piece>): PastedBlock {
  if (isInline(node)) return paragraphOf(safeInline(node));
  switch (node.type) {
    case 'listitem':
      return { ...elementBase, type: 'list', listType: 'bullet', start: 1, tag: 'ul', children: [node] };
    case 'figure-part':
      return paragraphOf(node.children.flatMap(safeInline));
    case 'field':
    case 'paragraph':
    case 'heading':
    case 'quote':
      return { ...node, children: node.children.flatMap(safeInline) };
    case 'list':
    case 'figure':
    case 'horizontalrule':
      return node;
  }
}
