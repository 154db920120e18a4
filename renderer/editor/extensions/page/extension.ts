import { HistoryExtension } from '@lexical/history';
import { HorizontalRuleExtension, SelectBlockExtension } from '@lexical/extension';
import { AutoLinkNode, LinkExtension } from '@lexical/link';
import { ListExtension } from '@lexical/list';
import { RichTextExtension } from '@lexical/rich-text';
import { COMMAND_PRIORITY_HIGH, COMMAND_PRIORITY_LOW, DRAGSTART_COMMAND, FORMAT_ELEMENT_COMMAND, FORMAT_TEXT_COMMAND, INDENT_CONTENT_COMMAND, INSERT_TAB_COMMAND, KEY_ESCAPE_COMMAND, configExtension, defineExtension, mergeRegister } from 'lexical';
import type { AnyLexicalExtension } from 'lexical';
import { registerBlockIds } from '#core/document/invariants/block-ids.ts';
import { registerStructure } from '#core/document/invariants/structure.ts';
import type { BlockId } from '#core/base/ids.ts';
import { isAllowedUrl } from './allowed-url.ts';
import { FieldView } from './field-view.ts';
import styles from './page.module.css';

const theme = {
  paragraph: styles['paragraph'] ?? '',
  heading: { h2: styles['heading2'] ?? '', h3: styles['heading3'] ?? '', h4: styles['heading4'] ?? '' },
  quote: styles['quote'] ?? '',
  list: { ul: styles['list'] ?? '', ol: styles['list'] ?? '', listitem: styles['item'] ?? '', nested: { listitem: styles['nested'] ?? '' } },
  link: styles['link'] ?? '',
  hr: styles['rule'] ?? '',
  hrSelected: styles['ruleSelected'] ?? '',
  text: { bold: styles['bold'] ?? '', italic: styles['italic'] ?? '' },
};

/** What every story page has: its blocks, its invariants, undo. */
export const pageExtension = (newId: () => BlockId): AnyLexicalExtension =>
  defineExtension({
    name: 'toasoan/page',
    theme,
    nodes: () => [FieldView, AutoLinkNode],
    dependencies: [
      RichTextExtension,
      HistoryExtension,
      ListExtension,
      configExtension(LinkExtension, { validateUrl: isAllowedUrl, attributes: { rel: 'noopener noreferrer', target: '_blank' } }),
      HorizontalRuleExtension,
      SelectBlockExtension,
    ],
    register: (editor) =>
      mergeRegister(
        registerStructure(editor),
        registerBlockIds(editor, newId),
        // A story has bold and italic; alignment, indents and tabs belong to print.
        editor.registerCommand(FORMAT_TEXT_COMMAND, (format) => format !== 'bold' && format !== 'italic', COMMAND_PRIORITY_HIGH),
        editor.registerCommand(FORMAT_ELEMENT_COMMAND, () => true, COMMAND_PRIORITY_HIGH),
        editor.registerCommand(INDENT_CONTENT_COMMAND, () => true, COMMAND_PRIORITY_HIGH),
        editor.registerCommand(INSERT_TAB_COMMAND, () => true, COMMAND_PRIORITY_HIGH),
        // Esc belongs to menus and to the shell; it never takes the caret away.
        editor.registerCommand(KEY_ESCAPE_COMMAND, () => true, COMMAND_PRIORITY_LOW),
        // Dragging text across field edges would bypass them; pictures are dragged as files.
        editor.registerCommand(
          DRAGSTART_COMMAND,
          (event) => {
            event.preventDefault();
            return true;
          },
          COMMAND_PRIORITY_HIGH,
        ),
      ),
  });
