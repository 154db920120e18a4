import type { BlockId } from '#core/base/ids.ts';
import { fieldJson, paragraphJson } from '#core/story/blocks.ts';
import type { BlockJson, InlineJson, StoryDocument } from '#core/story/document.ts';
import { documentSchema, emptyFields } from '#core/story/document.ts';
import { inlineText } from '#core/story/text.ts';

export interface PlainDocument {
  readonly document: StoryDocument;
  /** The paragraphs, in order. */
  readonly blocks: readonly BlockId[];
}

/** A text as a story before anything is recognised in it: one paragraph a line, so that nothing is lost when no proposal is accepted. */
export function plainDocument(text: string, newId: () => string): PlainDocument {
  const bid = (): BlockId => newId() as BlockId;
  const paragraphs = text.split('\n').filter((line) => line.trim() !== '').map((line) => paragraphJson(bid(), line));
  return {
    document: { schema: documentSchema, fields: emptyFields, blocks: [fieldJson(bid(), 'kicker'), fieldJson(bid(), 'headline'), fieldJson(bid(), 'lede'), ...paragraphs, fieldJson(bid(), 'byline')] },
    blocks: paragraphs.map((block) => block.$.bid),
  };
}

const isPlain = (node: InlineJson): boolean => node.type === 'linebreak' || (node.type === 'text' && node.format === 0);

/** The body as plain lines, when it is nothing but plain paragraphs: only then can recognition replace them without losing anything. */
export function plainBody(document: StoryDocument): { readonly text: string; readonly blocks: readonly BlockId[] } | null {
  const body = document.blocks.filter((block) => block.type !== 'field');
  const paragraphs = body.filter((block): block is Extract<BlockJson, { readonly type: 'paragraph' }> => block.type === 'paragraph');
  if (paragraphs.length !== body.length || !paragraphs.every((block) => block.children.every(isPlain))) return null;
  const filled = paragraphs.filter((block) => inlineText(block.children).trim() !== '');
  return filled.length === 0 ? null : { text: filled.map((block) => inlineText(block.children)).join('\n'), blocks: paragraphs.map((block) => block.$.bid) };
}
