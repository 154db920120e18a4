import { $createParagraphNode, $isParagraphNode, HISTORY_PUSH_TAG } from 'lexical';
import type { LexicalEditor } from 'lexical';
import type { BlockId } from '#core/base/ids.ts';
import { wireError } from '#core/contract/errors.ts';
import type { StoryEditorOptions } from '../editor-api.ts';
import { isPictureFile, isTextFile, namesOf } from '../extensions/paste/file-kinds.ts';
import { $isEmptyStory } from '../extensions/paste/insert.ts';
import { $placeForBlock } from './blocks.ts';
import { $blockById } from './positions.ts';

/** Where files go that came onto the page; neither said: behind the caret's block. */
export interface FilePlace {
  /** The figure whose picture the first one becomes. */
  readonly figure: BlockId | null;
  /** The block, or the byline, before which they go. */
  readonly before: BlockId | null;
}

export interface FilePorts extends Pick<StoryEditorOptions, 'readTextFile' | 'onPasteRefused'> {
  readonly placePhotos: (files: readonly File[], place: FilePlace) => Promise<void>;
  /** In an update: the text as a paste at the selection. */
  readonly $putText: (text: string) => void;
}

/** Texts become paragraphs, with a proposal like a paste; pictures become figures behind them; what is neither is named. */
export async function takeFiles(editor: LexicalEditor, files: readonly File[], place: FilePlace, ports: FilePorts): Promise<void> {
  const pictures = files.filter(isPictureFile);
  const texts = ports.readTextFile === undefined ? [] : files.filter((file) => !isPictureFile(file) && isTextFile(file));
  const others = files.filter((file) => !pictures.includes(file) && !texts.includes(file));
  if (others.length > 0) ports.onPasteRefused(wireError('import.kind', { names: namesOf(others) }));
  const read: string[] = [];
  for (const file of texts) {
    const answer = await ports.readTextFile?.(file);
    if (answer?.ok === true) read.push(answer.value);
    else if (answer !== undefined) ports.onPasteRefused(answer.error);
  }
  if (read.length > 0) putText(editor, read.join('\n'), place.before, ports);
  if (pictures.length > 0) await ports.placePhotos(pictures, place);
}

/** Never into the middle of a paragraph that is there: a file is blocks of its own. */
function putText(editor: LexicalEditor, text: string, before: BlockId | null, ports: FilePorts): void {
  if (!editor.isEditable()) return;
  editor.update(
    () => {
      if (!$isEmptyStory()) {
        const next = before === null ? null : $blockById(before);
        const here = next === null ? $placeForBlock() : null;
        if (here !== null && $isParagraphNode(here) && here.isEmpty()) here.select();
        else {
          const paragraph = $createParagraphNode();
          if (next !== null) next.insertBefore(paragraph);
          else here?.insertAfter(paragraph);
          paragraph.select();
        }
      }
      ports.$putText(text);
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  );
}
