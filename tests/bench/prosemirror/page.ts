import { baseKeymap } from 'prosemirror-commands';
import { history } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { Node } from 'prosemirror-model';
import { schema } from 'prosemirror-schema-basic';
import { EditorState, TextSelection } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';

/** Shows a plain text, one paragraph each, with the caret 40 letters into the middle one: ProseMirror as its guide sets it up, and nothing else. */
export function show(paragraphs: readonly string[]): void {
  const doc = Node.fromJSON(schema, { type: 'doc', content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })) });
  const middle = Math.floor(paragraphs.length / 2);
  let at = 0;
  for (let index = 0; index < middle; index++) at += doc.child(index).nodeSize;
  const selection = TextSelection.create(doc, at + 41);
  const view = new EditorView(document.body, { state: EditorState.create({ doc, selection, plugins: [history(), keymap(baseKeymap)] }) });
  view.focus();
  view.dispatch(view.state.tr.scrollIntoView());
}

Object.assign(globalThis, { show });
