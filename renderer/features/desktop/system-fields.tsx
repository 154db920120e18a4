import type { ReactElement } from 'react';
import { useApp } from '#renderer/app/services.ts';
import { useStore } from '#renderer/app/store.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { SwitchRow } from '../settings/setting-row.tsx';

/** What the system shows of us outside our windows. Windows has its jump list and macOS its dock; Linux shows nothing, so there is nothing to choose. */
export function SystemFields(): ReactElement | null {
  const app = useApp();
  const { t } = useWords();
  const look = useStore(app.settings).interface;
  if (app.desktop === null || app.desktop.hello.platform === 'linux') return null;
  return (
    <SwitchRow label={t(app.desktop.hello.platform === 'darwin' ? 'desktop.titles.dock' : 'desktop.titles.task-bar')} on={look.titlesOutside} onTurn={(titlesOutside) => void app.saveSettings({ interface: { ...look, titlesOutside } })} />
  );
}
