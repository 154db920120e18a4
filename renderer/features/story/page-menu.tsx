import type { ReactElement } from 'react';
import { commandNamed } from '#renderer/app/commands/app-commands.ts';
import type { AppCommandId } from '#renderer/app/commands/app-commands.ts';
import { changeLook, nextTextSize, pageWidths } from '#renderer/app/page-look.ts';
import { useApp } from '#renderer/app/services.ts';
import { useStore } from '#renderer/app/store.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Menu } from '#renderer/ui/menu.tsx';
import type { MenuEntry } from '#renderer/ui/menu.tsx';

/** How the page looks while it is written: the end of the toolbar. */
export function PageMenu(): ReactElement {
  const app = useApp();
  const { t } = useWords();
  const look = useStore(app.settings).interface;
  const entry = (id: AppCommandId, more: Partial<MenuEntry> = {}): MenuEntry => {
    const command = commandNamed(id);
    return { id, label: t(command.labelKey), icon: command.icon, shortcut: command.shortcuts[0], run: () => app.commands.run(id), ...more };
  };
  const isLast = (by: 1 | -1): string | null => (nextTextSize(look.textSize, by) === look.textSize ? t('page.size.last', { size: look.textSize }) : null);
  return (
    <Menu
      align="end"
      label={t('page.menu')}
      keepOpen
      trigger={<IconButton name="a-large-small" label={t('page.menu')} tabIndex={-1} />}
      entries={[
        entry('page.larger', { stays: true, off: isLast(1) }),
        entry('page.smaller', { icon: undefined, stays: true, off: isLast(-1) }),
        entry('page.normal-size', { icon: undefined, stays: true }),
        ...pageWidths.map((width, index): MenuEntry => ({ id: width, label: t(`page.width.${width}`), line: index === 0, checked: look.pageWidth === width, run: () => changeLook(app, { pageWidth: width }) })),
        entry('page.typewriter', { line: true, checked: look.typewriter }),
        entry('page.dim', { checked: look.dimOthers }),
        entry('page.paper', { checked: look.paper === 'light' }),
      ]}
    />
  );
}
