import { $createHorizontalRuleNode } from '@lexical/extension';
import { $toggleLink } from '@lexical/link';
import { $getSelection, $isParagraphNode, $isRangeSelection, FORMAT_TEXT_COMMAND, HISTORY_PUSH_TAG, REDO_COMMAND, UNDO_COMMAND, $createParagraphNode } from 'lexical';
import type { LexicalEditor } from 'lexical';
import type { EditorCommandId } from '../editor-commands.ts';
import { $setBlockType } from './block-type.ts';
import type { BlockType } from './block-type.ts';
import { $placeForBlock } from './blocks.ts';
import { $datelineParagraph, $datelineRuns, $markDateline } from './dateline.ts';
import { $offsetIn } from './positions.ts';
import { $isFieldNode } from '#core/document/nodes/field/node.ts';

/** What a command needs besides the editor. */
export interface CommandContext {
  readonly editor: LexicalEditor;
  readonly today: () => string;
  readonly askLink: () => void;
  readonly pickFigure: () => void;
  readonly insertEmptyFigure: () => void;
  readonly move: (down: boolean) => boolean;
  readonly tagSelection: () => boolean;
  readonly untagSelection: () => boolean;
}

export function runCommand(id: EditorCommandId, context: CommandContext): boolean {
  const { editor } = context;
  if (!editor.isEditable()) return false;
  const once = (act: () => boolean | void): boolean => {
    let done = true;
    editor.update(
      () => {
        done = act() !== false;
      },
      { discrete: true, tag: HISTORY_PUSH_TAG },
    );
    return done;
  };
  const block = (type: BlockType): boolean => once(() => $setBlockType(type));
  switch (id) {
    case 'undo':
      return editor.dispatchCommand(UNDO_COMMAND);
    case 'redo':
      return editor.dispatchCommand(REDO_COMMAND);
    case 'bold':
    case 'italic':
      return editor.dispatchCommand(FORMAT_TEXT_COMMAND, id);
    case 'link':
      context.askLink();
      return true;
    case 'paragraph':
      return block('paragraph');
    case 'heading2':
      return block('h2');
    case 'heading3':
      return block('h3');
    case 'heading4':
      return block('h4');
    case 'quote':
      return block('quote');
    case 'list-bullet':
      return block('bullet');
    case 'list-number':
      return block('number');
    case 'figure':
      context.pickFigure();
      return true;
    case 'figure-empty':
      context.insertEmptyFigure();
      return true;
    case 'rule':
      return once($insertRule);
    case 'dateline':
      return once(() => $toggleDateline(context.today()));
    case 'mention':
      return once(() => {
        const selection = $getSelection();
        if ($isRangeSelection(selection)) selection.insertText('@');
      });
    case 'tag-person':
      return context.tagSelection();
    case 'untag-person':
      return context.untagSelection();
    case 'move-up':
      return context.move(false);
    case 'move-down':
      return context.move(true);
  }
}

function $insertRule(): void {
  const rule = $createHorizontalRuleNode();
  const place = $placeForBlock();
  if ($isParagraphNode(place) && place.isEmpty()) place.insertBefore(rule);
  else place.insertAfter(rule);
  const next = rule.getNextSibling();
  if (next === null || $isFieldNode(next)) rule.insertAfter($createParagraphNode());
  rule.selectNext(0, 0);
}

/** Marks the first paragraph up to the caret (or the selection's end) as dateline; again takes it off. */
function $toggleDateline(today: string): boolean {
  const selection = $getSelection();
  const paragraph = $datelineParagraph();
  if (!$isRangeSelection(selection) || paragraph === null) return false;
  const end = selection.isBackward() ? selection.anchor : selection.focus;
  if (!paragraph.isParentOf(end.getNode()) && !paragraph.is(end.getNode())) return false;
  const offset = $offsetIn(paragraph, end);
  const marked = $datelineRuns().reduce((sum, run) => sum + run.getTextContentSize(), 0);
  $markDateline(paragraph, marked > 0 && offset <= marked ? 0 : offset, today);
  return true;
}

export const $applyLink = (url: string | null): void => $toggleLink(url, { rel: 'noopener noreferrer', target: '_blank' });
