import { COMMAND_PRIORITY_HIGH, KEY_DOWN_COMMAND, defineExtension } from 'lexical';
import type { AnyLexicalExtension } from 'lexical';
import { editorCommands } from '../../editor-commands.ts';
import type { EditorCommandId } from '../../editor-commands.ts';

/** True when the key event is the shortcut as printed (`Mod+Alt+2`); digits and letters by their place on the keyboard. */
export function isShortcut(event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>, shortcut: string, mac: boolean): boolean {
  const parts = shortcut.split('+');
  const key = parts.at(-1) ?? '';
  const mod = parts.includes('Mod');
  if ((mac ? event.metaKey : event.ctrlKey) !== mod || (mac ? event.ctrlKey : event.metaKey)) return false;
  if (event.altKey !== parts.includes('Alt') || event.shiftKey !== parts.includes('Shift')) return false;
  if (/^[A-Z]$/u.test(key)) return event.code === `Key${key}`;
  if (/^\d$/u.test(key)) return event.code === `Digit${key}`;
  return event.key === key;
}

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
          const command = own.find(({ shortcut }) => shortcut !== null && isShortcut(event, shortcut, mac));
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
