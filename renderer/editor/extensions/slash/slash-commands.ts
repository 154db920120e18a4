import { foldVietnamese } from '#core/vietnamese/fold.ts';
import { editorCommands } from '#renderer/editor/editor-commands.ts';
import type { EditorCommand } from '#renderer/editor/editor-commands.ts';

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
