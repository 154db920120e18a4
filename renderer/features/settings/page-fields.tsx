import type { ReactElement } from 'react';
import type { Interface } from '#core/contract/settings.ts';
import { textSizes } from '#core/contract/settings.ts';
import { commandNamed } from '#renderer/app/commands/app-commands.ts';
import type { AppCommandId } from '#renderer/app/commands/app-commands.ts';
import { changeLook, pageWidths } from '#renderer/app/page-look.ts';
import { useApp } from '#renderer/app/services.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Segments } from '#renderer/ui/segments.tsx';
import { shownKeys } from '#renderer/ui/shortcut.ts';
import { SettingRow, SwitchRow } from './setting-row.tsx';
import styles from './page-fields.module.css';

const keysOf = (id: AppCommandId): string => shownKeys(commandNamed(id).shortcuts[0] ?? '');
export const pageKeys = { larger: keysOf('page.larger'), smaller: keysOf('page.smaller'), normal: keysOf('page.normal-size') };

/** How the page to write on looks: a line of it stands below, as it will be. */
export function PageFields({ look }: { readonly look: Interface }): ReactElement {
  const app = useApp();
  const { t } = useWords();
  return (
    <>
      <SettingRow label={t('settings.text-size')}>
        <Segments
          label={t('settings.text-size')}
          value={String(look.textSize)}
          options={textSizes.map((size) => ({ value: String(size), label: String(size) }))}
          onValue={(value) => changeLook(app, { textSize: textSizes.find((size) => String(size) === value) ?? look.textSize })}
        />
      </SettingRow>
      <SettingRow label={t('settings.page-width')}>
        <Segments label={t('settings.page-width')} value={look.pageWidth} options={pageWidths.map((value) => ({ value, label: t(`settings.page-width.${value}`) }))} onValue={(pageWidth) => changeLook(app, { pageWidth })} />
      </SettingRow>
      <SwitchRow label={t('page.typewriter')} on={look.typewriter} onTurn={(typewriter) => changeLook(app, { typewriter })} />
      <SwitchRow label={t('page.dim')} on={look.dimOthers} onTurn={(dimOthers) => changeLook(app, { dimOthers })} />
      <p className={styles.sample} data-paper-ground="" lang="vi">{t('settings.page.sample')}</p>
    </>
  );
}
