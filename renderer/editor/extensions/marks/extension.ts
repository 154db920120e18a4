import { $getNodeByKey, $isTextNode, TextNode, defineExtension, mergeRegister } from 'lexical';
import type { AnyLexicalExtension, EditorState, LexicalEditor, NodeKey } from 'lexical';
import { $getMarks } from '#core/document/nodes/text/marks.ts';
import { $settleMarksAround } from './growth.ts';
import styles from './marks.module.css';

/** A longer run than this (UTF-16 code units) breaks like any text, or a column could be too narrow for it. */
const longestWhole = 24;

/** Person and dateline marks: how they follow typing, and how they are painted. */
export const marksExtension = (): AnyLexicalExtension =>
  defineExtension({
    name: 'toasoan/marks',
    register: (editor) => {
      let settled: EditorState = editor.getEditorState();
      return mergeRegister(
        editor.registerUpdateListener(({ editorState }) => {
          if (!editor.isComposing()) settled = editorState;
        }),
        editor.registerNodeTransform(TextNode, (node) => {
          if (!editor.isComposing()) $settleMarksAround(node, settled);
        }),
        editor.registerMutationListener(TextNode, (mutations) => {
          editor.getEditorState().read(() => {
            for (const [key, mutation] of mutations) if (mutation !== 'destroyed') $paint(editor, key);
          });
        }),
      );
    },
  });

/** Classes on the run's own element: a run of text can't have a view class of its own type. */
function $paint(editor: LexicalEditor, key: NodeKey): void {
  const element = editor.getElementByKey(key);
  const node = $getNodeByKey(key);
  if (element === null || !$isTextNode(node)) return;
  const marks = $getMarks(node);
  const person = marks.find((mark) => mark.kind === 'person');
  element.classList.toggle(styles['person'] ?? 'person', person !== undefined);
  element.classList.toggle(styles['whole'] ?? 'whole', person !== undefined && node.getTextContentSize() <= longestWhole);
  element.classList.toggle(styles['dateline'] ?? 'dateline', marks.some((mark) => mark.kind === 'dateline'));
  if (person === undefined) delete element.dataset['person'];
  else element.dataset['person'] = person.id;
}
