import { COMMAND_PRIORITY_HIGH, KEY_DOWN_COMMAND, defineExtension } from 'lexical';
import type { AnyLexicalExtension } from 'lexical';
import { editorCommands } from '#renderer/editor/editor-commands.ts';
import type { EditorCommandId } from '#renderer/editor/editor-commands.ts';
import { isShortcut } from './shortcut.ts';

const isMac = (): boolean => /mac/iu.test(navigator.userAgent);

/** Keys of the command list. Undo, redo, bold and italic are Lexical's own and stay with it. */
export const shortcutsExtension = (run: (id: EditorCommandId) => boolean): AnyLexicalExtension =>
  defineExtension({
    name: 'toasoan/shortcuts',
    register: (editor) => {
      const mac = isMac();
      const own = editorCommands.filter(({ id }) => id !== 'undo' && id !== 'redo' && id !== 'bold' && id !== 'italic');
      return editor.registerCommand(
        KEY_DOWN_COMMAND,
        (event) => {
          if (!(event.ctrlKey || event.metaKey || event.altKey) || event.isComposing) return false;
          const command = own.find(({ shortcut, alsoShortcuts = [] }) => [...(shortcut === null ? [] : [shortcut]), ...alsoShortcuts].some((keys) => isShortcut(event, keys, mac)));
          if (command === undefined) return false;
          event.preventDefault();
          // After this update: commands make updates, and history entries, of their own.
          queueMicrotask(() => run(command.id));
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      );
    },
  });
