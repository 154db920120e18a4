import { $getNodeByKey, $getRoot } from 'lexical';
import type { LexicalEditor } from 'lexical';
import type { BlockId } from '#core/base/ids.ts';
import { $getBlockId } from '#core/document/block-id.ts';
import { $blockIdFaults } from '#core/document/invariants/block-ids.ts';
import { $readBlock } from '#core/document/load.ts';
import { $getStoryFields } from '#core/document/story-fields.ts';
import type { StoryChanges } from '#core/story/changes.ts';
import type { BlockJson, StoryDocument, StoryFields } from '#core/story/document.ts';
import { watchDirtyBlocks } from './dirty-blocks.ts';

export interface ChangeTracker {
  /** From here on changes are told against `document`, what is stored. */
  reset(document: StoryDocument): void;
  /** What differs from the last collection; only blocks that were touched are read. Throws when ids are missing or doubled. */
  collect(): StoryChanges;
  dispose(): void;
}

export function trackChanges(editor: LexicalEditor, onEdited: () => void): ChangeTracker {
  let known = new Map<BlockId, string>();
  let order: readonly BlockId[] = [];
  let fields: StoryFields | null = null;
  const watch = watchDirtyBlocks(editor, onEdited);

  const collect = (): StoryChanges => {
    const faults = $blockIdFaults();
    if (faults.length > 0) throw new Error(`block ids: ${faults.join(', ')}`);
    const dirty = watch.take();
    const upsert: BlockJson[] = [];
    const put = (block: BlockJson): void => {
      const text = JSON.stringify(block);
      if (known.get(block.$.bid) === text) return;
      known.set(block.$.bid, text);
      upsert.push(block);
    };
    if (!dirty.root && !dirty.all) {
      for (const key of dirty.keys) {
        const node = $getNodeByKey(key);
        if (node?.isAttached() === true) put($readBlock(node));
      }
      return { upsert, remove: [], order: null, fields: null };
    }
    const blocks = $getRoot().getChildren();
    const nextOrder: BlockId[] = [];
    for (const block of blocks) {
      const id = $getBlockId(block);
      if (id === null) continue;
      nextOrder.push(id);
      if (dirty.all || dirty.keys.has(block.getKey()) || !known.has(id)) put($readBlock(block));
    }
    const present = new Set(nextOrder);
    const remove = order.filter((id) => !present.has(id));
    for (const id of remove) known.delete(id);
    const moved = nextOrder.length !== order.length || nextOrder.some((id, index) => order[index] !== id);
    order = nextOrder;
    const nextFields = $getStoryFields();
    const fieldsChanged = fields === null || (nextFields !== fields && JSON.stringify(nextFields) !== JSON.stringify(fields));
    fields = nextFields;
    return { upsert, remove, order: moved ? nextOrder : null, fields: fieldsChanged ? nextFields : null };
  };

  return {
    reset: (document) => {
      known = new Map(document.blocks.map((block) => [block.$.bid, JSON.stringify(block)]));
      order = document.blocks.map((block) => block.$.bid);
      fields = document.fields;
      watch.reset();
    },
    collect: () => editor.getEditorState().read(collect),
    dispose: watch.dispose,
  };
}
