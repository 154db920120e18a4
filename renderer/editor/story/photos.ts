import { $getNodeByKey, HISTORY_PUSH_TAG } from 'lexical';
import type { LexicalEditor, LexicalNode, NodeKey } from 'lexical';
import type { BlockId } from '#core/base/ids.ts';
import { $getBlockId } from '#core/document/block-id.ts';
import { $isFigureNode } from '#core/document/nodes/figure/node.ts';
import type { Photo } from '#core/story/document.ts';
import type { StoryEditorOptions } from '../editor-api.ts';
import { $insertFigure, $placeForBlock } from './blocks.ts';
import { $blockById } from './positions.ts';

type PhotoOptions = Pick<StoryEditorOptions, 'uploadPhoto' | 'onPhotoError' | 'pickPhotos'>;

const accepted = 'image/jpeg,image/png,image/webp';

/** The browser's own chooser; an empty list when it was closed without a choice. */
function choosePictures(multiple: boolean): Promise<readonly File[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = accepted;
  input.multiple = multiple;
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve([...(input.files ?? [])]), { once: true });
    input.addEventListener('cancel', () => resolve([]), { once: true });
    input.click();
  });
}

export const pickPictures = (options: PhotoOptions, multiple: boolean): Promise<readonly File[]> => (options.pickPhotos === undefined ? choosePictures(multiple) : options.pickPhotos());

export function setPhoto(editor: LexicalEditor, figure: BlockId, photo: Photo | null): void {
  editor.update(
    () => {
      const node = $blockById(figure);
      if ($isFigureNode(node)) node.setPhoto(photo);
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  );
}

/**
 * Takes pictures in, one after the other, and shows each when it is kept: the first in `figure` when given (its caption stays),
 * the others as new figures behind the place where the caret was, in their order.
 */
export async function placePhotoFiles(editor: LexicalEditor, files: readonly File[], figure: BlockId | null, newId: () => BlockId, options: PhotoOptions): Promise<void> {
  let after: NodeKey | null = editor.read(() => (figure === null ? $placeForBlock() : $blockById(figure))?.getKey() ?? null);
  let target = figure;
  for (const file of files) {
    const answer = await options.uploadPhoto(file);
    if (!answer.ok) {
      options.onPhotoError(answer.error);
      continue;
    }
    if (target !== null) {
      setPhoto(editor, target, answer.value);
      target = null;
      continue;
    }
    editor.update(
      () => {
        const place: LexicalNode | null = after === null ? null : $getNodeByKey(after);
        const made = $insertFigure(answer.value, newId, place?.isAttached() === true ? place : $placeForBlock());
        after = made.figure.getKey();
      },
      { discrete: true, tag: HISTORY_PUSH_TAG },
    );
  }
}

export const figureIdOf = (editor: LexicalEditor, key: NodeKey): BlockId | null =>
  editor.read(() => {
    const node = $getNodeByKey(key);
    return node === null ? null : $getBlockId(node);
  });

export const focusCaption = (editor: LexicalEditor, figure: BlockId): void => {
  editor.update(
    () => {
      const node = $blockById(figure);
      if ($isFigureNode(node)) node.getPart('caption')?.selectEnd();
    },
    { discrete: true },
  );
};
