import { $getNodeByKey, HISTORY_PUSH_TAG } from 'lexical';
import type { LexicalEditor, LexicalNode, NodeKey } from 'lexical';
import type { BlockId } from '#core/base/ids.ts';
import { $getBlockId } from '#core/document/block-id.ts';
import { $isFigureNode } from '#core/document/nodes/figure/node.ts';
import type { Photo } from '#core/story/document.ts';
import type { StoryEditorOptions } from '../editor-api.ts';
import { $insertFigure, $placeForBlock } from './blocks.ts';
import { chooseFiles } from './choose-files.ts';
import { $blockById } from './positions.ts';
import type { FilePlace } from './take-files.ts';

type PhotoOptions = Pick<StoryEditorOptions, 'uploadPhoto' | 'onPhotoError' | 'pickPhotos'>;

const accepted = 'image/jpeg,image/png,image/webp';

export const pickPictures = (options: PhotoOptions, multiple: boolean): Promise<readonly File[]> => (options.pickPhotos === undefined ? chooseFiles(accepted, multiple) : options.pickPhotos());

export function setPhoto(editor: LexicalEditor, figure: BlockId, photo: Photo | null): void {
  editor.update(
    () => {
      const node = $blockById(figure);
      if ($isFigureNode(node)) node.setPhoto(photo);
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  );
}

const $placeBehind = (figure: BlockId | null, before: BlockId | null): LexicalNode | null => {
  if (figure !== null) return $blockById(figure);
  const next = before === null ? null : $blockById(before);
  return next === null ? $placeForBlock() : next.getPreviousSibling();
};

/**
 * Takes pictures in, one after the other, and shows each when it is kept: the first in `figure` when given (its caption stays),
 * the others as new figures at their place, or behind the one where the caret was, in their order.
 */
export async function placePhotoFiles(editor: LexicalEditor, files: readonly File[], { figure, before }: FilePlace, newId: () => BlockId, options: PhotoOptions): Promise<void> {
  let after: NodeKey | null = editor.read(() => $placeBehind(figure, before)?.getKey() ?? null);
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
