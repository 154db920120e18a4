import { useEffect, useRef, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { toNfc } from '#core/vietnamese/nfc.ts';
import { commandNamed } from '#renderer/app/commands/app-commands.ts';
import { isAsking } from '#renderer/app/commands/command-center.ts';
import { isFocusFree } from '#renderer/app/keep-focus.ts';
import { Slot } from '#renderer/app/layout/slots.tsx';
import { useApp } from '#renderer/app/services.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import type { IconName } from '#renderer/ui/icon-names.ts';
import { Keys } from '#renderer/ui/keys.tsx';
import { openSample } from '../first/sample.ts';
import styles from './welcome-screen.module.css';

/** A library with nothing in it: four ways to begin, and nothing to fill in. */
export function WelcomeScreen(): ReactElement {
  const app = useApp();
  const { t } = useWords();
  const [busy, setBusy] = useState(false);
  const first = useRef<HTMLButtonElement>(null);

  // Whoever was quicker and opened something keeps the focus there.
  useEffect(() => {
    if (isFocusFree() && !isAsking()) first.current?.focus();
  }, []);
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

  const paste = async (): Promise<void> => {
    if (await app.newStory('blank')) app.toasts.show({ text: t('welcome.paste.now'), icon: 'file-input' });
  };
  const sample = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    await openSample(app);
    setBusy(false);
  };
  return (
    <div className={styles.scroll}>
      <Slot name="title"><span className={styles.name}>{t('app.name')}</span></Slot>
      <div className={styles.first}>
        <h1 className={styles.title}>{t('welcome.title')}</h1>
        <p className={styles.lead}>{t('welcome.lead')}</p>
        <div className={styles.ways}>
          <Way ref={first} icon="square-pen" title={t('welcome.write')} text={t('welcome.write.text')} keys={<Keys of={commandNamed('story.new').shortcuts[0] ?? ''} />} onClick={() => app.commands.run('story.new')} />
          <Way icon="file-input" title={t('welcome.paste')} text={t('welcome.paste.text')} keys={<Keys of="Mod+V" />} onClick={() => void paste()} />
          <Way icon="file-text" title={t('welcome.import')} text={t('welcome.import.text')} keys={<Keys of={commandNamed('story.import').shortcuts[0] ?? ''} />} onClick={() => app.commands.run('story.import')} />
          <Way icon={busy ? 'loader-circle' : 'newspaper'} title={t('first.sample.open')} text={t('first.sample.open.text')} onClick={() => void sample()} />
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
