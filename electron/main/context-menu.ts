import type { MenuItemConstructorOptions } from 'electron';
import type { MenuBar } from '#core/contract/desktop.ts';

/** What can be done where the pointer is, as Chromium says. */
export interface EditFlags {
  readonly canCut: boolean;
  readonly canCopy: boolean;
  readonly canPaste: boolean;
  readonly canSelectAll: boolean;
}

/** The menu under the pointer over text: the edit menu's lines that only the system can do. Empty where there is nothing to do. */
export function contextMenu(bar: MenuBar | null, flags: EditFlags): readonly MenuItemConstructorOptions[] {
  const can = { cut: flags.canCut, copy: flags.canCopy, paste: flags.canPaste, pasteAndMatchStyle: flags.canPaste, selectAll: flags.canSelectAll };
  const roles = (bar?.menus ?? []).filter((menu) => menu.for === 'edit').flatMap(({ items }) => items.flatMap((item) => (item.kind === 'role' ? [item] : [])));
  // Selecting all is possible almost anywhere: alone it is no reason for a menu.
  if (!roles.some(({ role }) => role !== 'selectAll' && can[role])) return [];
  return roles.map(({ role, label }) => ({ role, label, enabled: can[role] }));
}
