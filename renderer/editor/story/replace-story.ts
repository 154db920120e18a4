import { $getRoot, $parseSerializedNode } from 'lexical';
import type { SerializedLexicalNode } from 'lexical';
import { $setStoryFields } from '#core/document/story-fields.ts';
import type { StoryDocument } from '#core/story/document.ts';
import { $fieldNode } from '../extensions/paste/insert.ts';

/** Puts another text of the same story in place of all that stands, blocks with their ids; the caret goes behind the headline. */
export function $replaceStory({ fields, blocks }: StoryDocument): void {
  const root = $getRoot();
  // Fields first: marks of people who are not in the list would be left behind.
  $setStoryFields(fields);
  root.clear();
  root.append(...blocks.map((block) => $parseSerializedNode(block as unknown as SerializedLexicalNode)));
  $fieldNode('headline')?.selectEnd();
}
