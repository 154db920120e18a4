import { $getSelection, $isRangeSelection, $isTextNode } from 'lexical';
import type { LexicalEditor, NodeKey } from 'lexical';

/** A trigger sign and what is typed behind it, up to the caret, inside one run of text. */
export interface TypedTrigger {
  readonly key: NodeKey;
  /** Of the sign, in the run; UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  readonly query: string;
}

/** Text of the run up to the caret, when nothing is selected. */
export function $textBeforeCaret(): { readonly key: NodeKey; readonly text: string } | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed() || selection.anchor.type !== 'text') return null;
  const node = selection.anchor.getNode();
  return $isTextNode(node) ? { key: node.getKey(), text: node.getTextContent().slice(0, selection.anchor.offset) } : null;
}

/** Where a menu hangs: below the sign, in window pixels. */
export interface Anchor {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

export function anchorOf(editor: LexicalEditor, { key, start }: TypedTrigger): Anchor | null {
  const element = editor.getElementByKey(key);
  const text = element === null ? null : firstText(element);
  if (text === null) return null;
  const range = text.ownerDocument.createRange();
  range.setStart(text, Math.min(start, text.length));
  range.setEnd(text, Math.min(start + 1, text.length));
  const box = range.getBoundingClientRect();
  return { left: box.left, top: box.top, bottom: box.bottom };
}

const firstText = (node: Node): Text | null => {
  if (node instanceof Text) return node;
  for (const child of node.childNodes) {
    const found = firstText(child);
    if (found !== null) return found;
  }
  return null;
};
