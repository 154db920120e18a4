import { $isLinkNode } from '@lexical/link';
import { $findMatchingParent, $getSelection, $isNodeSelection, $isRangeSelection, $isTextNode } from 'lexical';
import { $isFieldNode } from '#core/document/nodes/field/node.ts';
import { $isFigureNode, $isFigurePartNode } from '#core/document/nodes/figure/node.ts';
import { $getMarks } from '#core/document/nodes/text/marks.ts';
import type { CaretPlace } from '../editor-api.ts';
import type { EditorCommandId } from '../editor-commands.ts';
import { $blockType, $canSetBlockType } from './block-type.ts';
import { $cellOf } from './cells.ts';
import { $datelineParagraph } from './dateline.ts';

export interface ToolbarState {
  readonly active: ReadonlySet<EditorCommandId>;
  readonly disabled: ReadonlySet<EditorCommandId>;
  readonly place: CaretPlace | null;
  readonly hasSelection: boolean;
}

const blockCommands = { paragraph: 'paragraph', h2: 'heading2', h3: 'heading3', h4: 'heading4', quote: 'quote', bullet: 'list-bullet', number: 'list-number' } as const;

/** What the toolbar shows for the selection as it is. */
export function $toolbarState(editable: boolean, canUndo: boolean, canRedo: boolean): ToolbarState {
  const active = new Set<EditorCommandId>();
  const disabled = new Set<EditorCommandId>();
  const selection = $getSelection();
  if (!canUndo || !editable) disabled.add('undo');
  if (!canRedo || !editable) disabled.add('redo');
  if (!$isRangeSelection(selection) || !editable) {
    for (const id of ['bold', 'italic', 'link', 'paragraph', 'heading2', 'heading3', 'heading4', 'quote', 'list-bullet', 'list-number', 'dateline', 'mention', 'tag-person', 'untag-person'] as const) disabled.add(id);
    if (!editable) for (const id of ['figure', 'figure-empty', 'rule', 'move-up', 'move-down'] as const) disabled.add(id);
    const whole = $isNodeSelection(selection) && selection.getNodes().some($isFigureNode);
    return { active, disabled, place: whole ? { kind: 'figure', part: 'whole' } : null, hasSelection: false };
  }
  if (selection.hasFormat('bold')) active.add('bold');
  if (selection.hasFormat('italic')) active.add('italic');
  const node = selection.focus.getNode();
  if ($findMatchingParent(node, $isLinkNode) !== null) active.add('link');
  const collapsed = selection.isCollapsed();
  if (collapsed) disabled.add('tag-person');
  if (collapsed && !active.has('link')) disabled.add('link');
  const tagged = $isTextNode(node) && $getMarks(node).some((mark) => mark.kind === 'person');
  if (collapsed && !tagged) disabled.add('untag-person');
  if ($isTextNode(node) && $getMarks(node).some((mark) => mark.kind === 'dateline')) active.add('dateline');
  if ($datelineParagraph()?.isParentOf(node) !== true) disabled.add('dateline');
  const type = $blockType();
  if (type !== null) active.add(blockCommands[type]);
  if (!$canSetBlockType()) for (const id of Object.values(blockCommands)) disabled.add(id);
  const cell = $cellOf(node);
  if (cell !== null) for (const id of ['move-up', 'move-down'] as const) if ($isFieldNode(cell)) disabled.add(id);
  const place: CaretPlace = $isFieldNode(cell) ? { kind: 'field', field: cell.getField() } : $isFigurePartNode(cell) ? { kind: 'figure', part: cell.getPart() } : { kind: 'body' };
  return { active, disabled, place, hasSelection: !collapsed };
}
