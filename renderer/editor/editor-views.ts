import type { LexicalEditor } from 'lexical';
import type { EditorTranslate, StoryEditor } from './editor-api.ts';
import type { EditorCommand } from './editor-commands.ts';
import type { MentionItem } from './extensions/mention/extension.ts';
import type { TypedMenu } from './extensions/typed-menu/extension.ts';
import type { Anchor } from './extensions/typed-menu/typed-trigger.ts';
import type { BlockMoves } from './story/move-blocks.ts';
import type { Store } from './story/store.ts';

export interface LinkQuestion {
  readonly url: string;
  readonly anchor: Anchor;
}

/** What the page draws over the text. */
export interface EditorViews {
  readonly mention: TypedMenu<MentionItem>;
  readonly slash: TypedMenu<EditorCommand>;
  readonly link: Store<LinkQuestion | null>;
  readonly moves: BlockMoves;
  /** What was done last that is only seen, in words. */
  readonly heard: Store<string>;
  answerLink(url: string | null): void;
  closeLink(): void;
  /** Writes the labels inside the editable anew after a change of language. */
  relabel(t: EditorTranslate): void;
  readonly lexical: LexicalEditor;
}

const known = new WeakMap<StoryEditor, EditorViews>();

export const setViews = (editor: StoryEditor, views: EditorViews): void => {
  known.set(editor, views);
};

/** The views of an editor that `createStoryEditor` made. */
export function viewsOf(editor: StoryEditor): EditorViews {
  const views = known.get(editor);
  if (views === undefined) throw new Error('not made by createStoryEditor');
  return views;
}
