import { useRef, useState } from 'react';
import type { FormEvent, ReactElement } from 'react';
import type { Person } from '#core/contract/people.ts';
import { useApp } from '#renderer/app/services.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextArea, TextField } from '#renderer/ui/field.tsx';
import styles from './edit-person.module.css';

export function EditPerson({ person, onClose }: { readonly person: Person; readonly onClose: () => void }): ReactElement {
  const app = useApp();
  const { t } = useWords();
  const [name, setName] = useState(person.name);
  const [honorific, setHonorific] = useState(person.honorific ?? '');
  const [titles, setTitles] = useState(person.titles.join('\n'));
  const first = useRef<HTMLInputElement>(null);
  const nameless = name.trim() === '';
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (nameless) return;
    const kept = await app.client.people.update({
      id: person.id,
      name: name.trim().normalize('NFC'),
      honorific: honorific.trim() === '' ? null : honorific.trim().normalize('NFC'),
      titles: titles.split('\n').map((title) => title.trim().normalize('NFC')).filter((title) => title !== '').slice(0, 20),
    });
    if (kept.ok) onClose();
    else app.tell(kept.error);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('directory.edit.title')}
      initialFocus={first}
      acts={
        <>
          <Button size="large" onClick={onClose}>{t('app.cancel')}</Button>
          <Button look="primary" size="large" type="submit" form="edit-person">{t('app.save')}</Button>
        </>
      }
    >
      <form id="edit-person" className={styles.form} onSubmit={(event) => void save(event)}>
        <TextField ref={first} label={t('people.field.name')} value={name} maxLength={200} wrong={nameless ? t('people.field.name.missing') : null} onText={setName} />
        <TextField label={t('people.field.honorific')} value={honorific} maxLength={60} onText={setHonorific} />
        <TextArea label={t('people.field.titles')} hint={t('people.field.titles.hint')} value={titles} onText={setTitles} />
      </form>
    </Dialog>
  );
}
