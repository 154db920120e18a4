import { useEffect, useRef, useState } from 'react';
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
import { Status } from '#renderer/ui/status.tsx';
import { HelpLink } from '../help/help-link.tsx';
import { Destinations } from '../publish/destinations.tsx';
import { PageFields, pageKeys } from './page-fields.tsx';
import { SectionList } from './section-list.tsx';
import type { SectionName } from './section-list.tsx';
import { SettingRow } from './setting-row.tsx';
import { ThemeFields } from './theme-fields.tsx';
import styles from './settings-screen.module.css';

/** Profile, the page to write on, how it looks, house style, places to publish, where things are. A choice is kept at once, words when their field is left. */
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

  const [kept, setKept] = useState<'profile' | 'newsroom' | null>(null);
  const changeProfile = (next: Settings['profile']): void => {
    setKept(null);
    setProfile(next);
  };
  const changeNewsroom = (next: Settings['newsroom']): void => {
    setKept(null);
    setNewsroom(next);
  };
  const keepProfile = (next: Settings['profile'] = profile): void => {
    if (JSON.stringify(next) !== JSON.stringify(settings.profile)) void app.saveSettings({ profile: trimmed(next) }).then((isKept) => setKept(isKept ? 'profile' : null));
  };
  const keepNewsroom = (next: Settings['newsroom'] = newsroom): void => {
    const list = sections.split('\n').map((section) => section.trim().normalize('NFC')).filter((section) => section !== '').slice(0, 50);
    const whole = trimmed({ ...next, sections: list });
    if (JSON.stringify(whole) !== JSON.stringify(settings.newsroom)) void app.saveSettings({ newsroom: whole }).then((isKept) => setKept(isKept ? 'newsroom' : null));
  };
  const { interface: look } = settings;
  const scroller = useRef<HTMLDivElement>(null);
  const jobs = useResource(app.facts.jobs).value?.jobs ?? [];
  const hasSample = (useResource(app.facts.sample).value?.stories.length ?? 0) > 0;
  // Whoever leaves by a key leaves the field without leaving it.
  const leave = useRef({ keepProfile, keepNewsroom });
  leave.current = { keepProfile, keepNewsroom };
  useEffect(
    () => () => {
      leave.current.keepProfile();
      leave.current.keepNewsroom();
    },
    [],
  );
  const copyPath = async (): Promise<void> => {
    await navigator.clipboard.writeText(app.hello.library);
    app.toasts.show({ text: t('settings.library.copied'), icon: 'copy' });
  };
  const sectionNames: readonly SectionName[] = [
    { id: 'profile', label: t('settings.profile') },
    { id: 'page', label: t('settings.page') },
    { id: 'look', label: t('settings.look') },
    { id: 'newsroom', label: t('settings.newsroom') },
    { id: 'destinations', label: t('publish.destinations') },
    { id: 'library', label: t('settings.library') },
    { id: 'about', label: t('settings.about') },
  ];
  return (
    <div ref={scroller} className={styles.scroll}>
      <Slot name="title"><h1 className={styles.title}>{t('app.command.go.settings')}</h1></Slot>
      <div className={styles.sheet}>
        <SectionList sections={sectionNames} scroller={scroller} />
        <div className={styles.sections}>
          <Section id="profile" title={t('settings.profile')} text={t('settings.profile.text')} kept={kept === 'profile'}>
            <TextField beside label={t('settings.name')} hint={t('settings.name.hint')} value={profile.name} maxLength={100} onText={(name) => changeProfile({ ...profile, name })} onBlur={() => keepProfile()} />
            <TextField beside label={t('settings.pen-name')} hint={t('settings.pen-name.hint')} value={profile.penName} maxLength={100} onText={(penName) => changeProfile({ ...profile, penName })} onBlur={() => keepProfile()} />
            <SelectField
              beside
              label={t('settings.role')}
              value={profile.role}
              options={(['reporter', 'editor', 'desk'] as const).map((value) => ({ value, label: t(`settings.role.${value}`) }))}
              onValue={(role) => {
                changeProfile({ ...profile, role });
                keepProfile({ ...profile, role });
              }}
            />
          </Section>
          <Section id="page" title={t('settings.page')} text={t('settings.page.text', pageKeys)}>
            <PageFields look={look} />
          </Section>
          <Section id="look" title={t('settings.look')}>
            <SettingRow label={t('settings.language')}>
              <Segments label={t('settings.language')} value={look.language} options={(['vi', 'en'] as const).map((value) => ({ value, label: t(`settings.language.${value}`) }))} onValue={(language) => void app.saveSettings({ interface: { ...look, language } })} />
            </SettingRow>
            <ThemeFields look={look} />
            <SystemFields />
          </Section>
          <Section id="newsroom" title={t('settings.newsroom')} text={t('settings.newsroom.text')} kept={kept === 'newsroom'}>
            <TextField beside label={t('settings.newsroom.name')} value={newsroom.name} maxLength={200} onText={(name) => changeNewsroom({ ...newsroom, name })} onBlur={() => keepNewsroom()} />
            <TextField beside label={t('settings.source-mark')} hint={t('settings.source-mark.hint')} value={newsroom.sourceMark} maxLength={30} onText={(sourceMark) => changeNewsroom({ ...newsroom, sourceMark })} onBlur={() => keepNewsroom()} />
            <TextField beside label={t('settings.place')} hint={t('settings.place.hint')} value={newsroom.place} maxLength={200} onText={(place) => changeNewsroom({ ...newsroom, place })} onBlur={() => keepNewsroom()} />
            <SelectField
              beside
              label={t('settings.date-style')}
              value={newsroom.dateStyle}
              options={(['19.1', '19-1', '19/1'] as const).map((value) => ({ value, label: value }))}
              onValue={(dateStyle) => {
                changeNewsroom({ ...newsroom, dateStyle });
                keepNewsroom({ ...newsroom, dateStyle });
              }}
            />
            <TextArea
              beside
              label={t('settings.sections')}
              hint={t('settings.sections.hint')}
              value={sections}
              rows={6}
              onText={(text) => {
                setKept(null);
                setSections(text);
              }}
              onBlur={() => keepNewsroom()}
            />
          </Section>
          <Section id="destinations" title={t('publish.destinations')} text={t('settings.destinations.text')}>
            <Destinations jobs={jobs} />
          </Section>
          <Section id="library" title={t('settings.library')} text={t('settings.library.text')}>
            <SettingRow label={t('settings.library.where')} help={app.hello.library}>
              <Button icon="copy" onClick={() => void copyPath()}>{t('settings.library.copy')}</Button>
            </SettingRow>
            <SettingRow label={t('settings.backup')} help={t('settings.backup.text')}>
              <HelpLink topic="moving" spelled />
            </SettingRow>
            <SettingRow label={t('settings.sample')} help={t('settings.sample.text')}>
              {hasSample && <Button look="quiet" onClick={() => app.commands.run('sample.remove')}>{t('settings.sample.remove')}</Button>}
              <Button icon="newspaper" onClick={() => app.commands.run('sample.open')}>{t('first.sample.open')}</Button>
            </SettingRow>
          </Section>
          <Section id="about" title={t('settings.about')}>
            <SettingRow label={t('settings.version', { version: app.hello.version })} help={t('settings.about.text')}>
              <Button icon="circle-help" onClick={() => app.commands.run('go.help')}>{t('app.command.go.help')}</Button>
              <Button icon="keyboard" onClick={() => app.commands.run('help.shortcuts')}>{t('help.shortcuts')}</Button>
            </SettingRow>
          </Section>
        </div>
      </div>
    </div>
  );
}

/** Every text without the spaces around it, in NFC. */
function trimmed<T extends Record<string, unknown>>(record: T): T {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, typeof value === 'string' ? value.trim().normalize('NFC') : value])) as T;
}

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly text?: string;
  /** What was written here has just been stored. */
  readonly kept?: boolean;
  readonly children: ReactNode;
}

function Section({ id, title, text, kept, children }: SectionProps): ReactElement {
  const { t } = useWords();
  return (
    <section className={styles.section} data-section={id} aria-labelledby={`settings-${id}`}>
      <div className={styles.about}>
        <h2 id={`settings-${id}`} tabIndex={-1}>{title}</h2>
        {kept !== undefined && <span role="status">{kept && <Status icon="check" tone="success">{t('settings.kept')}</Status>}</span>}
        {text !== undefined && <p>{text}</p>}
      </div>
      <div className={styles.fields}>{children}</div>
    </section>
  );
}
