import { $addUpdateTag, $exportNodeJSON, $getRoot, $isElementNode, HISTORY_MERGE_TAG } from 'lexical';
import type { LexicalEditor, LexicalNode } from 'lexical';
import type { BlockId } from '#core/base/ids.ts';
import { documentSchema } from '#core/story/document.ts';
import type { BlockJson, StoryDocument } from '#core/story/document.ts';
import { $repairBlockIds } from './invariants/block-ids.ts';
import { $repairStructure } from './invariants/structure.ts';
import { $getStoryFields } from './story-fields.ts';

/** Lexical's JSON of a whole editor for a story. */
export const editorStateJson = ({ fields, blocks }: StoryDocument): string =>
  JSON.stringify({ root: { type: 'root', version: 1, direction: null, format: '', indent: 0, children: blocks, $: { fields } } });

/**
 * Shows `document` in `editor` and mends what an older or foreign writer left out (a field, a figure's part, an id): transforms
 * do not run on a state that is set as a whole.
 * @param beforeMending called when the document stands as it was stored
 */
export function loadDocument(editor: LexicalEditor, document: StoryDocument, newId: () => BlockId, beforeMending: () => void = () => undefined): void {
  const state = editor.parseEditorState(editorStateJson(document));
  editor.setEditorState(state, { tag: HISTORY_MERGE_TAG });
  beforeMending();
  editor.update(
    () => {
      $addUpdateTag(HISTORY_MERGE_TAG);
      $repairStructure();
      $repairBlockIds(state, newId);
    },
    { discrete: true },
  );
}

/** The story as it stands, to be called while reading or updating. Text is NFC even where a word is still being typed. */
export const $readDocument = (): StoryDocument => ({
  schema: documentSchema,
  fields: $getStoryFields(),
  blocks: $getRoot().getChildren().map($readBlock),
});

/** One child of the root as stored; its shape is held by `invariants/`, asserted in tests and by whoever stores it. */
export const $readBlock = (block: LexicalNode): BlockJson => $read(block) as unknown as BlockJson;

function $read(node: LexicalNode): Record<string, unknown> {
  const json: Record<string, unknown> = {};
  for (const [key, value] of Object.entries($exportNodeJSON(node))) if (value !== undefined) json[key] = value;
  if (typeof json['text'] === 'string') json['text'] = json['text'].normalize('NFC');
  if ($isElementNode(node)) json['children'] = node.getChildren().map($read);
  return json;
}
