import { useRef, useState } from 'react';
import type { FormEvent, ReactElement } from 'react';
import { useApp } from '#renderer/app/services.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextField } from '#renderer/ui/field.tsx';
import styles from './ask-name.module.css';

/** Asked once, when a step is taken that notes who took it and nobody has a name yet. */
export function AskName({ onClose, onNamed }: { readonly onClose: () => void; readonly onNamed: () => void }): ReactElement {
  const app = useApp();
  const { t } = useWords();
  const [name, setName] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const keep = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const typed = name.trim().normalize('NFC');
    if (typed === '' || !(await app.saveSettings({ profile: { ...app.settings.get().profile, name: typed } }))) return;
    onClose();
    onNamed();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('first.name.title')}
      text={t('first.name.text')}
      initialFocus={field}
      acts={
        <>
          <Button size="large" onClick={onClose}>{t('app.cancel')}</Button>
          <Button look="primary" size="large" type="submit" form="ask-name" off={name.trim() === '' ? t('people.field.name.missing') : null}>{t('first.name.go')}</Button>
        </>
      }
    >
      <form id="ask-name" className={styles.form} onSubmit={(event) => void keep(event)}>
        <TextField ref={field} label={t('settings.name')} value={name} maxLength={100} onText={setName} />
      </form>
    </Dialog>
  );
}
