import { createHeadlessEditor } from '@lexical/headless';
import type { LexicalEditor } from 'lexical';
import type { BlockId } from '#core/base/ids.ts';
import { registerBlockIds } from './invariants/block-ids.ts';
import { registerStructure } from './invariants/structure.ts';
import { storyNodes } from './story-nodes.ts';

/** An editor without a screen that holds the same invariants, for work on whole documents and for tests. */
export function createHeadlessStory(newId: () => BlockId): LexicalEditor {
  const editor = createHeadlessEditor({
    namespace: 'story',
    nodes: [...storyNodes],
    onError: (error) => {
      throw error;
    },
  });
  registerStructure(editor);
  registerBlockIds(editor, newId);
  return editor;
}
