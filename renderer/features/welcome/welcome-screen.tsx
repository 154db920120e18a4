import { useEffect, useRef, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { toNfc } from '#core/vietnamese/nfc.ts';
import { commandNamed } from '#renderer/app/commands/app-commands.ts';
import { Slot } from '#renderer/app/layout/slots.tsx';
import { useApp } from '#renderer/app/services.ts';
import { useStore } from '#renderer/app/store.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import type { IconName } from '#renderer/ui/icon-names.ts';
import { Keys } from '#renderer/ui/keys.tsx';
import { ProfileFields } from '../settings/profile-fields.tsx';
import { addSample } from '../settings/sample.ts';
import styles from './welcome-screen.module.css';

/** The first start: three ways to begin, and the two things a dateline and a byline are made of. */
export function WelcomeScreen(): ReactElement {
  const app = useApp();
  const { t } = useWords();
  const settings = useStore(app.settings);
  const [penName, setPenName] = useState(settings.profile.penName);
  const [sourceMark, setSourceMark] = useState(settings.newsroom.sourceMark);
  const [busy, setBusy] = useState(false);
  const first = useRef<HTMLButtonElement>(null);

  useEffect(() => first.current?.focus(), []);
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const target = event.target instanceof Element ? event.target.closest('input, textarea, [contenteditable]') : null;
      const text = toNfc(event.clipboardData?.getData('text/plain') ?? '').replace(/\r\n?/g, '\n');
      if (target !== null || text.trim() === '') return;
      event.preventDefault();
      void app.newStory('blank', text);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [app]);

  const keep = (): void => {
    if (penName === settings.profile.penName && sourceMark === settings.newsroom.sourceMark) return;
    const { profile, newsroom } = settings;
    void app.saveSettings({ profile: { ...profile, penName: penName.trim(), name: profile.name || penName.trim() }, newsroom: { ...newsroom, sourceMark: sourceMark.trim() } });
  };
  const paste = async (): Promise<void> => {
    if (await app.newStory('blank')) app.toasts.show({ text: t('welcome.paste.now'), icon: 'file-input' });
  };
  const sample = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    if (await addSample(app)) app.go({ view: 'library', list: 'all' });
    setBusy(false);
  };
  return (
    <div className={styles.scroll}>
      <Slot name="title"><span className={styles.name}>{t('app.name')}</span></Slot>
      <div className={styles.first}>
        <div>
          <h1 className={styles.title}>{t('welcome.title')}</h1>
          <p className={styles.lead}>{t('welcome.lead')}</p>
          <div className={styles.ways}>
            <Way ref={first} icon="square-pen" title={t('welcome.write')} text={t('welcome.write.text')} keys={<Keys of={commandNamed('story.new').shortcuts[0] ?? ''} />} onClick={() => app.commands.run('story.new')} />
            <Way icon="file-input" title={t('welcome.paste')} text={t('welcome.paste.text')} keys={<Keys of="Mod+V" />} onClick={() => void paste()} />
            <Way icon="file-text" title={t('welcome.import')} text={t('welcome.import.text')} keys={<Keys of={commandNamed('story.import').shortcuts[0] ?? ''} />} onClick={() => app.commands.run('story.import')} />
            <Way icon={busy ? 'loader-circle' : 'newspaper'} title={t('welcome.sample')} text={t('welcome.sample.text')} onClick={() => void sample()} />
          </div>
        </div>
        <div className={styles.asks}>
          <ProfileFields stacked penName={penName} sourceMark={sourceMark} onPenName={setPenName} onSourceMark={setSourceMark} onLeave={keep} />
          <p className={styles.hint}>{t('welcome.asks')}</p>
        </div>
      </div>
    </div>
  );
}

interface WayProps {
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
  readonly keys?: ReactNode;
  readonly onClick: () => void;
  readonly ref?: React.Ref<HTMLButtonElement>;
}

const Way = ({ icon, title, text, keys, onClick, ref }: WayProps): ReactElement => (
  <button ref={ref} type="button" className={styles.way} onClick={onClick}>
    <Icon name={icon} size={20} />
    <span>
      <b>{title}</b>
      <small>{text}</small>
    </span>
    {keys}
  </button>
);
