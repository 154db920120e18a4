import { $getNodeByKey, $isParagraphNode, $isRootNode, $isTextNode, defineExtension } from 'lexical';
import type { AnyLexicalExtension } from 'lexical';
import type { EditorCommand, EditorCommandId } from '#renderer/editor/editor-commands.ts';
import { slashCommands } from './slash-commands.ts';
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
