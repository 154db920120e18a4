import type { BlockId } from '#core/base/ids.ts';
import type { Photo, StoryDocument } from '#core/story/document.ts';
import { figurePart } from '#core/story/text.ts';

/** One figure as the panel lists it. */
export interface FigureEntry {
  readonly id: BlockId;
  readonly photo: Photo | null;
  readonly caption: string;
  readonly credit: string;
  readonly alt: string;
}

export const figuresOf = (document: StoryDocument): readonly FigureEntry[] =>
  document.blocks.flatMap((block) => (block.type === 'figure' ? [{ id: block.$.bid, photo: block.photo, caption: figurePart(block, 'caption').trim(), credit: figurePart(block, 'credit').trim(), alt: figurePart(block, 'alt').trim() }] : []));
