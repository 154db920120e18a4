import { $addUpdateTag, $getNodeByKey, $getSelection, $hasUpdateTag, $isRangeSelection, $isTextNode, BLUR_COMMAND, COMMAND_PRIORITY_LOW, HISTORY_MERGE_TAG, PASTE_TAG, TextNode, defineExtension, mergeRegister } from 'lexical';
import type { AnyLexicalExtension, NodeKey } from 'lexical';

/** Marks our own updates, which must not ask for another. */
const ownTag = 'composed-text';

const wordBefore = /[\p{L}\p{M}\p{N}]*$/u;
const wordAfter = /^[\p{L}\p{M}\p{N}]*/u;

/**
 * Text is NFC whatever typed it. The word at the caret waits until the caret leaves it: a typing tool set to decomposed
 * letters counts the code units it sent and takes back as many, so composing them under its hands would eat a letter.
 */
export const composedTextExtension = (): AnyLexicalExtension =>
  defineExtension({
    name: 'toasoan/composed-text',
    register: (editor) => {
      const waiting = new Set<NodeKey>();
      const settle = (everything: boolean): void => {
        if (waiting.size === 0 || editor.isComposing()) return;
        const keys = [...waiting];
        editor.update(() => {
          $addUpdateTag(HISTORY_MERGE_TAG);
          $addUpdateTag(ownTag);
          for (const key of keys) {
            waiting.delete(key);
            const node = $getNodeByKey(key);
            if ($isTextNode(node) && $compose(node, everything)) waiting.add(key);
          }
        });
      };
      return mergeRegister(
        editor.registerNodeTransform(TextNode, (node) => {
          if (editor.isComposing()) {
            if (node.getTextContent() !== node.getTextContent().normalize('NFC')) waiting.add(node.getKey());
          } else if ($compose(node, $hasUpdateTag(PASTE_TAG))) waiting.add(node.getKey());
        }),
        editor.registerUpdateListener(({ tags }) => {
          if (waiting.size > 0 && !tags.has(ownTag)) queueMicrotask(() => settle(false));
        }),
        editor.registerCommand(
          BLUR_COMMAND,
          () => {
            settle(true);
            return false;
          },
          COMMAND_PRIORITY_LOW,
        ),
      );
    },
  });

/**
 * Composes the node's text, but for the word at the caret unless `everything`; the caret keeps its letter.
 * @returns true when something is left for later
 */
function $compose(node: TextNode, everything: boolean): boolean {
  const text = node.getTextContent();
  if (text.normalize('NFC') === text) return false;
  const selection = $getSelection();
  const here = $isRangeSelection(selection) ? [selection.anchor, selection.focus].filter((point) => point.key === node.getKey()) : [];
  const caret = here.length === 2 && here[0]?.offset === here[1]?.offset ? here[0]?.offset : undefined;
  const from = everything || caret === undefined ? 0 : caret - (wordBefore.exec(text.slice(0, caret))?.[0].length ?? 0);
  const to = everything || caret === undefined ? 0 : caret + (wordAfter.exec(text.slice(caret))?.[0].length ?? 0);
  const kept = text.slice(from, to);
  const composed = text.slice(0, from).normalize('NFC') + kept + text.slice(to).normalize('NFC');
  if (composed === text) return true;
  const moved = here.map((point) => {
    const inKept = point.offset >= from && point.offset <= to && to > from;
    return inKept ? text.slice(0, from).normalize('NFC').length + point.offset - from : text.slice(0, point.offset).normalize('NFC').length;
  });
  node.setTextContent(composed);
  here.forEach((point, index) => {
    const offset = moved[index];
    if (offset !== undefined) point.set(node.getKey(), Math.min(offset, composed.length), 'text');
  });
  return composed.normalize('NFC') !== composed;
}
