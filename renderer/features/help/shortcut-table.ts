import { foldVietnamese } from '#core/vietnamese/fold.ts';
import type { Command, CommandGroup } from '#renderer/app/commands/app-commands.ts';
import type { MessageKey } from '#renderer/i18n/catalogue.ts';
import type { Words } from '#renderer/i18n/translate.ts';
import { shownKeys } from '#renderer/ui/shortcut.ts';

export interface ShortcutRow {
  readonly id: string;
  readonly label: string;
  readonly shortcuts: readonly string[];
}

export interface ShortcutGroup {
  readonly group: CommandGroup;
  readonly heading: string;
  readonly rows: readonly ShortcutRow[];
}

/** Headings in the order in which a reporter meets them. */
const headings: Readonly<Record<CommandGroup, MessageKey>> = {
  story: 'help.group.story',
  edit: 'help.group.edit',
  text: 'help.group.text',
  block: 'help.group.block',
  insert: 'help.group.insert',
  people: 'help.group.people',
  page: 'help.group.page',
  panel: 'help.group.panel',
  go: 'help.group.go',
  app: 'help.group.app',
  window: 'help.group.window',
  help: 'help.group.help',
};
const order = Object.keys(headings) as CommandGroup[];

/** Letters of a key as they are typed: `ctrl k`, `ctrl+k` and `ctrlk` are one. */
const bare = (text: string): string => foldVietnamese(text).replace(/[\s+]+/gu, '');

/** Every command with a key, in groups, from the one list; with a question only those whose name or key has it. */
export function shortcutTable(commands: readonly Command[], words: Pick<Words, 't'>, query: string): readonly ShortcutGroup[] {
  const asked = foldVietnamese(query.trim());
  const fits = (label: string, shortcuts: readonly string[]): boolean =>
    asked === '' || asked.split(/\s+/u).every((word) => foldVietnamese(label).includes(word)) || shortcuts.some((shortcut) => bare(shownKeys(shortcut)).includes(bare(asked)));
  return order
    .map((group): ShortcutGroup => ({
      group,
      heading: words.t(headings[group]),
      rows: commands
        .filter((command) => command.group === group && command.shortcuts.length > 0)
        .map(({ id, labelKey, shortcuts }) => ({ id, label: words.t(labelKey), shortcuts }))
        .filter(({ label, shortcuts }) => fits(label, shortcuts)),
    }))
    .filter(({ rows }) => rows.length > 0);
}
