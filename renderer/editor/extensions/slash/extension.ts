import { $getNodeByKey, $isParagraphNode, $isTextNode, defineExtension } from 'lexical';
import type { AnyLexicalExtension } from 'lexical';
import { $isRootNode } from 'lexical';
import { foldVietnamese } from '#core/vietnamese/fold.ts';
import { editorCommands } from '../../editor-commands.ts';
import type { EditorCommand, EditorCommandId } from '../../editor-commands.ts';
import { registerTypedMenu } from '../typed-menu/extension.ts';
import type { TypedMenu } from '../typed-menu/extension.ts';
import { $textBeforeCaret } from '../typed-menu/typed-trigger.ts';
import type { TypedTrigger } from '../typed-menu/typed-trigger.ts';

// Only where it is all the paragraph holds: a slash elsewhere is a date (19/1) or a unit.
const pattern = /^\/(?<query>[\p{L}\p{M}\p{N}]*(?: [\p{L}\p{M}\p{N}]+){0,3} ?)$/u;

export function slashExtension(run: (id: EditorCommandId) => void, onMenu: (menu: TypedMenu<EditorCommand>) => void): AnyLexicalExtension {
  return defineExtension({
    name: 'toasoan/slash',
    register: (editor) => {
      const { menu, dispose } = registerTypedMenu<EditorCommand>(editor, {
        $find,
        search: (query) => ({ now: slashCommands(query), later: null }),
        same: (left, right) => left.id === right.id,
        $choose: (command, trigger) => {
          const node = $getNodeByKey(trigger.key);
          if ($isTextNode(node)) {
            const paragraph = node.getParent();
            node.remove();
            paragraph?.selectStart();
          }
          queueMicrotask(() => run(command.id));
        },
        staysEmpty: false,
      });
      onMenu(menu);
      return dispose;
    },
  });
}

function $find(): TypedTrigger | null {
  const before = $textBeforeCaret();
  const query = before === null ? undefined : pattern.exec(before.text)?.groups?.['query'];
  if (before === null || query === undefined) return null;
  const paragraph = $getNodeByKey(before.key)?.getParent();
  if (!$isParagraphNode(paragraph) || !$isRootNode(paragraph.getParent()) || paragraph.getTextContent() !== before.text) return null;
  return { key: before.key, start: 0, end: before.text.length, query };
}

/** Commands of the menu whose words start with what was typed, the best first; accent-blind. */
export function slashCommands(query: string): readonly EditorCommand[] {
  const asked = foldVietnamese(query).trim();
  return editorCommands
    .flatMap((command, index) => {
      const words = command.slash;
      if (words === undefined) return [];
      if (asked === '') return [{ command, rank: 0, index }];
      const rank = words.some((word) => word === asked) ? 0 : words.some((word) => word.startsWith(asked)) ? 1 : words.some((word) => word.includes(` ${asked}`)) ? 2 : 3;
      return rank === 3 ? [] : [{ command, rank, index }];
    })
    .sort((left, right) => left.rank - right.rank || left.index - right.index)
    .map(({ command }) => command);
}
