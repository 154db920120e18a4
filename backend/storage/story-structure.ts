import type { FieldName } from '#core/story/document.ts';
import { fieldNames } from '#core/story/document.ts';

/** What a save must keep true whatever the editor did: every block once in the order, every field block exactly once. */
export interface StoryShape {
  /** Block id → the field it is, null for body blocks. */
  readonly blocks: ReadonlyMap<string, FieldName | null>;
  readonly order: readonly string[];
}

/** What is wrong with a story's structure, in words for the log and the error; null when all is well. Linear in the blocks. */
export function structureProblem({ blocks, order }: StoryShape): string | null {
  const seen = new Set<string>();
  for (const id of order) {
    if (seen.has(id)) return `block ${id} stands twice in the order`;
    if (!blocks.has(id)) return `block ${id} of the order is not in the story`;
    seen.add(id);
  }
  if (seen.size !== blocks.size) {
    const missing = [...blocks.keys()].find((id) => !seen.has(id));
    return `block ${missing ?? ''} is missing from the order`;
  }
  const counts = new Map<FieldName, number>();
  for (const field of blocks.values()) if (field !== null) counts.set(field, (counts.get(field) ?? 0) + 1);
  const wrong = fieldNames.find((field) => counts.get(field) !== 1);
  return wrong === undefined ? null : `${counts.get(wrong) ?? 0} blocks are the ${wrong}, there must be one`;
}
