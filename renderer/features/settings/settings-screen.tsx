import { useEffect, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import type { Settings } from '#core/contract/settings.ts';
import { Slot } from '#renderer/app/layout/slots.tsx';
import { useResource } from '#renderer/app/resource.ts';
import { useApp } from '#renderer/app/services.ts';
import { useStore } from '#renderer/app/store.ts';
import { SystemFields } from '#renderer/features/desktop/system-fields.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { SelectField, TextArea, TextField } from '#renderer/ui/field.tsx';
import { Segments } from '#renderer/ui/segments.tsx';
import { PageFields, pageKeys } from './page-fields.tsx';
import { ThemeFields } from './theme-fields.tsx';
import styles from './settings-screen.module.css';

/** Profile, newsroom, how it looks, the sample, where things are. Every change is kept when its field is left. */
export function SettingsScreen(): ReactElement {
  const app = useApp();
  const { t } = useWords();
  const settings = useStore(app.settings);
  const [profile, setProfile] = useState(settings.profile);
  const [newsroom, setNewsroom] = useState(settings.newsroom);
  const [sections, setSections] = useState(settings.newsroom.sections.join('\n'));
  useEffect(() => setProfile(settings.profile), [settings.profile]);
  useEffect(() => {
    setNewsroom(settings.newsroom);
    setSections(settings.newsroom.sections.join('\n'));
  }, [settings.newsroom]);

  const keepProfile = (next: Settings['profile'] = profile): void => {
    if (JSON.stringify(next) !== JSON.stringify(settings.profile)) void app.saveSettings({ profile: trimmed(next) });
  };
  const keepNewsroom = (next: Settings['newsroom'] = newsroom): void => {
    const list = sections.split('\n').map((section) => section.trim().normalize('NFC')).filter((section) => section !== '').slice(0, 50);
    const whole = trimmed({ ...next, sections: list });
    if (JSON.stringify(whole) !== JSON.stringify(settings.newsroom)) void app.saveSettings({ newsroom: whole });
  };
  const { interface: look } = settings;
  const hasSample = (useResource(app.facts.sample).value?.stories.length ?? 0) > 0;
  return (
    <div className={styles.scroll}>
      <Slot name="title"><h1 className={styles.title}>{t('app.command.go.settings')}</h1></Slot>
      <div className={styles.sheet}>
        <Section title={t('settings.profile')} text={t('settings.profile.text')}>
          <TextField label={t('settings.name')} hint={t('settings.name.hint')} value={profile.name} maxLength={100} onText={(name) => setProfile({ ...profile, name })} onBlur={() => keepProfile()} />
          <TextField label={t('settings.pen-name')} hint={t('settings.pen-name.hint')} value={profile.penName} maxLength={100} onText={(penName) => setProfile({ ...profile, penName })} onBlur={() => keepProfile()} />
          <SelectField
            label={t('settings.role')}
            value={profile.role}
            options={(['reporter', 'editor', 'desk'] as const).map((value) => ({ value, label: t(`settings.role.${value}`) }))}
            onValue={(role) => {
              setProfile({ ...profile, role });
              keepProfile({ ...profile, role });
            }}
          />
        </Section>
        <Section title={t('settings.newsroom')} text={t('settings.newsroom.text')}>
          <TextField label={t('settings.newsroom.name')} value={newsroom.name} maxLength={200} onText={(name) => setNewsroom({ ...newsroom, name })} onBlur={() => keepNewsroom()} />
          <div className={styles.two}>
            <TextField label={t('settings.source-mark')} hint={t('settings.source-mark.hint')} value={newsroom.sourceMark} maxLength={30} onText={(sourceMark) => setNewsroom({ ...newsroom, sourceMark })} onBlur={() => keepNewsroom()} />
            <TextField label={t('settings.place')} hint={t('settings.place.hint')} value={newsroom.place} maxLength={200} onText={(place) => setNewsroom({ ...newsroom, place })} onBlur={() => keepNewsroom()} />
          </div>
          <SelectField
            label={t('settings.date-style')}
            value={newsroom.dateStyle}
            options={(['19.1', '19-1', '19/1'] as const).map((value) => ({ value, label: value }))}
            onValue={(dateStyle) => {
              setNewsroom({ ...newsroom, dateStyle });
              keepNewsroom({ ...newsroom, dateStyle });
            }}
          />
          <TextArea label={t('settings.sections')} hint={t('settings.sections.hint')} value={sections} rows={6} onText={setSections} onBlur={() => keepNewsroom()} />
        </Section>
        <Section title={t('settings.look')}>
          <div className={styles.choice}>
            <span>{t('settings.language')}</span>
            <Segments label={t('settings.language')} value={look.language} options={(['vi', 'en'] as const).map((value) => ({ value, label: t(`settings.language.${value}`) }))} onValue={(language) => void app.saveSettings({ interface: { ...look, language } })} />
          </div>
          <ThemeFields look={look} />
          <SystemFields />
        </Section>
        <Section title={t('settings.page')} text={t('settings.page.text', pageKeys)}>
          <PageFields look={look} />
        </Section>
        <Section title={t('settings.sample')} text={t('settings.sample.text')}>
          <div className={styles.acts}>
            <Button icon="newspaper" onClick={() => app.commands.run('sample.open')}>{t('first.sample.open')}</Button>
            {hasSample && <Button look="quiet" onClick={() => app.commands.run('sample.remove')}>{t('settings.sample.remove')}</Button>}
          </div>
        </Section>
        <Section title={t('settings.library')} text={t('settings.library.text')}>
          <p className={styles.path}>{app.hello.library}</p>
          <p className={styles.version}>{t('settings.version', { version: app.hello.version })}</p>
        </Section>
      </div>
    </div>
  );
}

/** Every text without the spaces around it, in NFC. */
function trimmed<T extends Record<string, unknown>>(record: T): T {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, typeof value === 'string' ? value.trim().normalize('NFC') : value])) as T;
}

const Section = ({ title, text, children }: { readonly title: string; readonly text?: string; readonly children: ReactNode }): ReactElement => (
  <section className={styles.section}>
    <div className={styles.about}>
      <h2>{title}</h2>
      {text !== undefined && <p>{text}</p>}
    </div>
    <div className={styles.fields}>{children}</div>
  </section>
);
