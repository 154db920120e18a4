import { $getSelection, $isRangeSelection } from 'lexical';
import type { LexicalEditor } from 'lexical';
import { $rootChildOf } from '#core/document/invariants/structure.ts';

/** Keeps `data-current` on the block the caret is in. The answer ends it and takes the mark away. */
export function markCurrentBlock(editor: LexicalEditor): () => void {
  let marked: HTMLElement | null = null;
  const mark = (element: HTMLElement | null): void => {
    if (element === marked) return;
    marked?.removeAttribute('data-current');
    element?.setAttribute('data-current', '');
    marked = element;
  };
  const look = (): void => {
    const key = editor.getEditorState().read(() => {
      const selection = $getSelection();
      const node = $isRangeSelection(selection) ? selection.focus.getNode() : selection?.getNodes()[0];
      return node === undefined ? null : ($rootChildOf(node)?.getKey() ?? null);
    });
    // Without a caret the last one's block stays: looking elsewhere is no reason to dim it.
    if (key !== null) mark(editor.getElementByKey(key));
  };
  look();
  const stop = editor.registerUpdateListener(look);
  return () => {
    stop();
    mark(null);
  };
}
