import { HISTORIC_TAG } from 'lexical';
import type { EditorState, LexicalEditor, NodeKey } from 'lexical';

/** What changed since it was last asked for. */
export interface DirtyBlocks {
  /** Children of the root whose content changed; some may be gone. */
  readonly keys: ReadonlySet<NodeKey>;
  /** The list of blocks or the story's fields changed. */
  readonly root: boolean;
  /** Undo and redo set a whole state: anything may have changed. */
  readonly all: boolean;
}

export interface DirtyBlockWatch {
  take(): DirtyBlocks;
  /** Forgets what was seen so far. */
  reset(): void;
  dispose(): void;
}

/** Follows updates at the cost of a few map look-ups per key, whatever the length of the story. */
export function watchDirtyBlocks(editor: LexicalEditor, onChange: () => void): DirtyBlockWatch {
  let keys = new Set<NodeKey>();
  let root = false;
  let all = false;
  const reset = (): void => {
    keys = new Set();
    root = false;
    all = false;
  };
  const dispose = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, editorState, prevEditorState, tags }) => {
    if (tags.has(HISTORIC_TAG)) all = true;
    else if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
    for (const key of dirtyElements.keys()) {
      const block = blockKey(editorState, key);
      if (block !== null) keys.add(block);
    }
    for (const key of dirtyLeaves) {
      const block = blockKey(editorState, key);
      if (block !== null) keys.add(block);
    }
    if (editorState._nodeMap.get('root') !== prevEditorState._nodeMap.get('root')) root = true;
    onChange();
  });
  return {
    take: () => {
      const taken = { keys, root, all };
      reset();
      return taken;
    },
    reset,
    dispose,
  };
}

function blockKey(state: EditorState, key: NodeKey): NodeKey | null {
  let node = state._nodeMap.get(key);
  while (node !== undefined && node.__parent !== null && node.__parent !== 'root') node = state._nodeMap.get(node.__parent);
  return node !== undefined && node.__parent === 'root' ? node.getKey() : null;
}
