import type { MenuItemConstructorOptions } from 'electron';
import type { MenuBar, MenuItem } from '#core/contract/desktop.ts';

export interface MenuPorts {
  readonly platform: string;
  readonly appName: string;
  readonly run: (commandId: string) => void;
}

/** `Mod+Shift+E` → what Electron writes beside a menu's line. Keys it has no word for are not shown; null then. */
export function accelerator(keys: string): string | null {
  const parts = keys.split('+').map((part) => part.trim());
  const key = keys.endsWith('++') ? 'Plus' : (parts.at(-1) ?? '').replace(/^Arrow/, '');
  const names: Readonly<Record<string, string>> = { Mod: 'CommandOrControl', Ctrl: 'Control', Control: 'Control', Alt: 'Alt', Shift: 'Shift', Meta: 'Command' };
  const modifiers = parts.slice(0, keys.endsWith('++') ? -2 : -1).map((part) => names[part]);
  if (modifiers.some((name) => name === undefined)) return null;
  const isKnown = /^(?:[A-Z0-9]|F(?:[1-9]|1\d|2[0-4])|Plus|Space|Tab|Enter|Return|Escape|Esc|Backspace|Delete|Insert|Home|End|PageUp|PageDown|Up|Down|Left|Right|[-=[\]\\;',./`])$/.test(key);
  return isKnown ? [...modifiers, key].join('+') : null;
}

const line: MenuItemConstructorOptions = { type: 'separator' };

function itemOf(item: MenuItem, { run }: MenuPorts): MenuItemConstructorOptions {
  switch (item.kind) {
    case 'line':
      return line;
    case 'role':
      return { role: item.role, label: item.label, registerAccelerator: false };
    case 'command': {
      const keys = item.keys === null ? null : accelerator(item.keys);
      return {
        label: item.label,
        enabled: item.enabled,
        ...(item.checked === null ? {} : { type: 'checkbox', checked: item.checked }),
        // Only shown: the page handles its keys itself, since typing tools depend on who sees a key first.
        ...(keys === null ? {} : { accelerator: keys, registerAccelerator: false }),
        click: () => run(item.id),
      };
    }
  }
}

/** Menus that macOS adds lines of its own to: the list of windows, the search in menus. */
const macRoles = { window: 'window', help: 'help' } as const;

const isQuit = (item: MenuItem): boolean => item.kind === 'command' && item.id === 'window.quit';

/** The native menu from the description that the windows' one command list gives; the system's own items are added where it expects them. */
export function menuTemplate({ menus, system }: MenuBar, ports: MenuPorts): MenuItemConstructorOptions[] {
  const isMac = ports.platform === 'darwin';
  const items = (of: string, which: (item: MenuItem) => boolean): MenuItemConstructorOptions[] =>
    menus.filter((menu) => menu.for === of).flatMap((menu) => menu.items.filter(which).map((item) => itemOf(item, ports)));
  const bar = menus
    .filter((menu) => !(isMac && menu.for === 'app'))
    .map((menu): MenuItemConstructorOptions => ({
      label: menu.label,
      ...(isMac && menu.for in macRoles ? { role: macRoles[menu.for as keyof typeof macRoles] } : {}),
      submenu: [...menu.items.map((item) => itemOf(item, ports)), ...(isMac && menu.for === 'window' ? [line, { role: 'front' as const, label: system.front }] : [])],
    }));
  if (!isMac) return bar;
  const own: MenuItemConstructorOptions = {
    label: ports.appName,
    submenu: [
      { role: 'about', label: system.about },
      line,
      ...items('app', (item) => !isQuit(item)),
      line,
      { role: 'services', label: system.services },
      line,
      { role: 'hide', label: system.hide },
      { role: 'hideOthers', label: system.hideOthers },
      { role: 'unhide', label: system.showAll },
      line,
      // Quitting is last, and ours: it waits until everything is saved.
      ...items('app', isQuit),
    ],
  };
  return [own, ...bar];
}
