import type { AttendeeId, BlockId } from '../base/ids.ts';
import type { BlockJson, InlineJson, ListItemJson, ListJson, StoryDocument, TextJson } from './document.ts';
import type { Mark } from './marks.ts';

const copyText = (node: TextJson, copyMark: (mark: Mark) => Mark): TextJson =>
  node.$?.marks === undefined ? node : { ...node, $: { ...node.$, marks: node.$.marks.map(copyMark) } };

const copyInline = (node: InlineJson, copyMark: (mark: Mark) => Mark): InlineJson => {
  switch (node.type) {
    case 'text':
      return copyText(node, copyMark);
    case 'linebreak':
      return node;
    case 'link':
    case 'autolink':
      return { ...node, children: node.children.map((child) => copyInline(child, copyMark)) };
  }
};

const copyItem = (item: ListItemJson, copyMark: (mark: Mark) => Mark): ListItemJson => ({
  ...item,
  children: item.children.map((child) => (child.type === 'list' ? copyList(child, copyMark) : copyInline(child, copyMark))),
});

const copyList = (list: ListJson, copyMark: (mark: Mark) => Mark): ListJson => ({ ...list, children: list.children.map((item) => copyItem(item, copyMark)) });

const copyContent = (block: BlockJson, copyMark: (mark: Mark) => Mark): BlockJson => {
  switch (block.type) {
    case 'horizontalrule':
      return block;
    case 'list':
      return { ...block, ...copyList(block, copyMark), $: block.$ };
    case 'figure':
      return { ...block, children: block.children.map((part) => ({ ...part, children: part.children.map((child) => copyInline(child, copyMark)) })) };
    case 'field':
    case 'paragraph':
    case 'heading':
    case 'quote':
      return { ...block, children: block.children.map((child) => copyInline(child, copyMark)) };
  }
};

/**
 * The same story with ids of its own: every block and attendee gets a new one, and person marks follow their attendee.
 * A mark whose attendee is not in the list keeps its id.
 */
export function copyDocument(document: StoryDocument, ids: { readonly block: () => BlockId; readonly attendee: () => AttendeeId }): StoryDocument {
  const renamed = new Map<AttendeeId, AttendeeId>();
  const attendees = document.fields.attendees.map((attendee) => {
    const id = ids.attendee();
    renamed.set(attendee.id, id);
    return { ...attendee, id };
  });
  const copyMark = (mark: Mark): Mark => (mark.kind === 'person' ? { ...mark, id: renamed.get(mark.id) ?? mark.id } : mark);
  return {
    schema: document.schema,
    fields: { ...document.fields, attendees },
    blocks: document.blocks.map((block) => {
      const copy = copyContent(block, copyMark);
      return { ...copy, $: { ...copy.$, bid: ids.block() } };
    }),
  };
}
