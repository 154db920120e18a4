import type { Menu, MenuBar, MenuItem } from '#core/contract/desktop.ts';
import type { Command } from '#renderer/app/commands/app-commands.ts';
import type { MessageKey } from '#renderer/i18n/catalogue.ts';
import type { Words } from '#renderer/i18n/translate.ts';

export interface MenuBarPorts {
  readonly commands: readonly Command[];
  readonly words: Pick<Words, 't'>;
  readonly isOff: (command: Command) => boolean;
  readonly onMac: boolean;
}

interface MenuPlan {
  readonly for: Menu['for'];
  readonly label: MessageKey;
  /** Ids of single commands, names of whole groups with `*`, `-` a line, roles of the system in angle brackets. */
  readonly holds: readonly string[];
}

/** Where each command stands. One that is named nowhere stands with its group; a group that is named nowhere, in the last menu. */
const plan: readonly MenuPlan[] = [
  { for: 'file', label: 'desktop.menu.file', holds: ['story.new', 'window.new', 'story.import', '-', '*story', '-', 'window.close', '-', 'go.settings', 'window.quit'] },
  { for: 'edit', label: 'desktop.menu.edit', holds: ['editor.undo', 'editor.redo', 'app.undo', '-', '<cut>', '<copy>', '<paste>', '<pasteAndMatchStyle>', '<selectAll>', '-', '*edit'] },
  { for: 'other', label: 'desktop.menu.format', holds: ['*text', '-', '*block', '-', '*insert', '-', '*people'] },
  { for: 'view', label: 'desktop.menu.view', holds: ['*panel', '-', '*page', '-', 'rail.toggle', '-', '*app', '-', 'window.zoom-in', 'window.zoom-out', 'window.zoom-reset', 'window.full-screen', '-', 'window.reload', 'window.developer-tools'] },
  { for: 'other', label: 'desktop.menu.go', holds: ['*go'] },
  { for: 'window', label: 'desktop.menu.window', holds: ['*window'] },
  { for: 'help', label: 'desktop.menu.help', holds: ['*help'] },
];

const roles = { cut: 'desktop.cut', copy: 'desktop.copy', paste: 'desktop.paste', pasteAndMatchStyle: 'desktop.paste-plain', selectAll: 'desktop.select-all' } as const;
const isRole = (name: string): name is keyof typeof roles => Object.hasOwn(roles, name);

/** What would make no sense as a line of a menu: the menu itself. */
const unlisted = new Set(['window.menu']);
/** On macOS these stand in the program's own menu. */
const ofTheProgram = ['go.settings', 'window.quit'];

/** No line at the ends, none twice. */
const tidy = (items: readonly MenuItem[]): MenuItem[] => items.filter((item, index) => item.kind !== 'line' || (index > 0 && items[index - 1]?.kind !== 'line' && items.slice(index).some(({ kind }) => kind !== 'line')));

/** The system's menu from the one command list: what there is, in the language of now, and what can be done. */
export function menuBar({ commands, words: { t }, isOff, onMac }: MenuBarPorts): MenuBar {
  const left = new Map(commands.filter(({ id }) => !unlisted.has(id)).map((command) => [command.id, command]));
  const named = new Set(plan.flatMap(({ holds }) => holds));
  const itemOf = (command: Command): MenuItem => {
    left.delete(command.id);
    // A key that belongs to a text field while one has the focus is not the menu's to show, nor the system's to take.
    const keys = command.outsideText === true ? null : (command.shortcuts[0] ?? null);
    return { kind: 'command', id: command.id, label: t(command.labelKey), keys, enabled: !isOff(command), checked: null };
  };
  const single = (id: string): MenuItem[] => {
    const command = left.get(id);
    return command === undefined ? [] : [itemOf(command)];
  };
  const expand = (hold: string): MenuItem[] => {
    if (hold === '-') return [{ kind: 'line' }];
    if (hold.startsWith('*')) return [...left.values()].filter((command) => command.group === hold.slice(1) && !named.has(command.id)).map(itemOf);
    const role = hold.slice(1, -1);
    return hold.startsWith('<') && isRole(role) ? [{ kind: 'role', role, label: t(roles[role]) }] : single(hold);
  };
  const app: Menu[] = onMac ? [{ for: 'app', label: t('app.name'), items: ofTheProgram.flatMap(single) }] : [];
  const menus = plan.map((menu): Menu => ({ for: menu.for, label: t(menu.label), items: tidy(menu.holds.flatMap(expand)) }));
  const rest = [...left.values()].map(itemOf);
  const all = [...app, ...menus, ...(rest.length === 0 ? [] : [{ for: 'other' as const, label: t('desktop.menu.other'), items: rest }])];
  return {
    menus: all.filter(({ items }) => items.length > 0),
    system: { about: t('desktop.system.about'), services: t('desktop.system.services'), hide: t('desktop.system.hide'), hideOthers: t('desktop.system.hide-others'), showAll: t('desktop.system.show-all'), front: t('desktop.system.front') },
  };
}
