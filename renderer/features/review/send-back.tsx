import { useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { useWords } from '#renderer/i18n/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextArea } from '#renderer/ui/field.tsx';
import styles from './send-back.module.css';

/** Asks for the note: a story that comes back without a word helps nobody. */
export function SendBack({ onClose, onSend }: { readonly onClose: () => void; readonly onSend: (note: string) => void }): ReactElement {
  const { t } = useWords();
  const [note, setNote] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const send = (): void => {
    onClose();
    onSend(note.trim());
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('review.send-back.title')}
      text={t('review.send-back.text')}
      initialFocus={field}
      acts={
        <>
          <Button size="large" onClick={onClose}>{t('app.cancel')}</Button>
          <Button look="primary" size="large" shortcut="Mod+Enter" onClick={send}>{t('review.send-back')}</Button>
        </>
      }
    >
      <div
        className={styles.form}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
          event.preventDefault();
          event.stopPropagation();
          send();
        }}
      >
        <TextArea ref={field} label={t('review.note')} hint={t('review.note.hint')} value={note} maxLength={4000} rows={4} onText={setNote} />
      </div>
    </Dialog>
  );
}
