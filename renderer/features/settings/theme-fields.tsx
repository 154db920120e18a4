import type { ReactElement } from 'react';
import type { Interface } from '#core/contract/settings.ts';
import { changeLook } from '#renderer/app/page-look.ts';
import { useApp } from '#renderer/app/services.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { SelectField } from '#renderer/ui/field.tsx';
import { Segments } from '#renderer/ui/segments.tsx';
import { SettingRow, SwitchRow } from './setting-row.tsx';
import styles from './settings-screen.module.css';

const halfHours = Array.from({ length: 48 }, (_, index) => `${String(Math.floor(index / 2)).padStart(2, '0')}:${index % 2 === 0 ? '00' : '30'}`);

/** Light, dark, as the machine, or by the hour; and the paper, which may stay light in the dark. */
export function ThemeFields({ look }: { readonly look: Interface }): ReactElement {
  const app = useApp();
  const { t } = useWords();
  const times = (chosen: string) => (halfHours.includes(chosen) ? halfHours : [...halfHours, chosen].sort()).map((value) => ({ value, label: value }));
  return (
    <>
      <SettingRow label={t('settings.theme')}>
        <Segments label={t('settings.theme')} value={look.theme} options={(['system', 'light', 'dark', 'hours'] as const).map((value) => ({ value, label: t(`settings.theme.${value}`) }))} onValue={(theme) => changeLook(app, { theme })} />
      </SettingRow>
      {look.theme === 'hours' && (
        <div className={styles.two}>
          <SelectField label={t('settings.evening.from')} value={look.evening.from} options={times(look.evening.from)} onValue={(from) => changeLook(app, { evening: { ...look.evening, from } })} />
          <SelectField label={t('settings.evening.to')} value={look.evening.to} options={times(look.evening.to)} onValue={(to) => changeLook(app, { evening: { ...look.evening, to } })} />
        </div>
      )}
      <SwitchRow label={t('page.paper')} on={look.paper === 'light'} onTurn={(light) => changeLook(app, { paper: light ? 'light' : 'as-theme' })} />
    </>
  );
}
