import type { FieldJson, FigureJson, HeadingJson, InlineJson, ListJson, ParagraphJson, QuoteJson, RuleJson } from '#core/story/document.ts';
import type { RemovedContent } from '#renderer/editor/editor-api.ts';

/** A block on its way in: it gets its id from the invariants. */
export type PastedBlock = FieldJson | ParagraphJson | HeadingJson | QuoteJson | ListJson | RuleJson | FigureJson;

/** What a paste or drop brings, in the story's own terms. */
export interface Pasted {
  /** Running text only; else blocks. */
  readonly inline: readonly InlineJson[] | null;
  readonly blocks: readonly PastedBlock[];
  readonly removed: readonly RemovedContent[];
}

export const elementBase = { direction: null, format: '', indent: 0, version: 1 } as const;

export const paragraphOf = (children: readonly InlineJson[]): PastedBlock => ({ ...elementBase, type: 'paragraph', children: [...children] });
