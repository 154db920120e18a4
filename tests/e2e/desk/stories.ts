import { randomUUID } from 'node:crypto';
import type { BlockId } from '#core/base/ids.ts';
import { emptyDocument, fieldJson, paragraphJson } from '#core/story/blocks.ts';
import type { StoryDocument } from '#core/story/document.ts';

const newId = (): BlockId => randomUUID() as BlockId;

/** A story of a headline and paragraphs. */
export function paragraphs(headline: string, ...texts: readonly string[]): StoryDocument {
  const document = emptyDocument(newId);
  return {
    ...document,
    blocks: document.blocks.flatMap((block) => (block.type === 'field' && block.field === 'headline' ? [fieldJson(block.$.bid, 'headline', headline)] : block.type === 'paragraph' ? texts.map((text) => paragraphJson(newId(), text)) : [block])),
  };
}
