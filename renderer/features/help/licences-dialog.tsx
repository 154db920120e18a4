import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { useApp } from '#renderer/app/services.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import styles from './licences-dialog.module.css';

/** The terms of everything in the application that others wrote, as the build found it. */
export function LicencesDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { client } = useApp();
  const { t, error } = useWords();
  const [text, setText] = useState('');
  const reader = useRef<HTMLPreElement>(null);
  useEffect(() => {
    let here = true;
    void client.app.notices({}).then((answer) => {
      if (here) setText(answer.ok ? answer.value.text : error(answer.error));
    });
    return () => {
      here = false;
    };
  }, [client, error]);
  return (
    <Dialog open onClose={onClose} roomy title={t('help.licences')} text={t('help.licences.text')} initialFocus={reader} acts={<Button size="large" look="primary" onClick={onClose}>{t('app.close')}</Button>}>
      <pre ref={reader} className={styles.text} tabIndex={0} role="region" aria-label={t('help.licences')} lang="en">{text}</pre>
    </Dialog>
  );
}
