import { useEffect, useId, useRef, useState } from 'react';
import type { FormEvent, ReactElement } from 'react';
import type { Attendee } from '#core/story/attendee.ts';
import { AttendeeRole } from '#core/story/attendee.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { SelectField, TextArea, TextField } from '#renderer/ui/field.tsx';
import { roleKey } from './attendee-row.tsx';
import styles from './attendee-form.module.css';

export type AttendeeChange = Pick<Attendee, 'name' | 'honorific' | 'titles' | 'role' | 'delegation'>;

export interface AttendeeFormProps {
  readonly attendee: Pick<Attendee, 'kind'> & AttendeeChange;
  /** Delegations there are already. */
  readonly known: readonly string[];
  readonly onSave: (change: AttendeeChange) => void;
  readonly onCancel: () => void;
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim().normalize('NFC'));

/** A small form in the place of the row: Enter keeps, Escape drops. */
export function AttendeeForm({ attendee, known, onSave, onCancel }: AttendeeFormProps): ReactElement {
  const { t } = useWords();
  const [name, setName] = useState(attendee.name);
  const [honorific, setHonorific] = useState(attendee.honorific ?? '');
  const [titles, setTitles] = useState(attendee.titles.join('\n'));
  const [role, setRole] = useState(attendee.role);
  const [delegation, setDelegation] = useState(attendee.delegation ?? '');
  const [asked, setAsked] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const list = useId();
  useEffect(() => first.current?.focus(), []);
  const person = attendee.kind === 'person';
  const nameless = name.trim() === '';

  const save = (event?: FormEvent): void => {
    event?.preventDefault();
    setAsked(true);
    if (nameless) return;
    onSave({ name: name.trim().normalize('NFC'), honorific: orNull(honorific), titles: titles.split('\n').map((title) => title.trim().normalize('NFC')).filter((title) => title !== ''), role, delegation: orNull(delegation) });
  };
  return (
    <form
      className={styles.form}
      onSubmit={save}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) {
          event.preventDefault();
          event.stopPropagation();
          onCancel();
        }
      }}
    >
      <TextField ref={first} label={t(person ? 'people.field.name' : 'people.field.wording')} value={name} maxLength={500} wrong={asked && nameless ? t('people.field.name.missing') : null} onText={setName} />
      {person && (
        <>
          <TextArea label={t('people.field.titles')} hint={t('people.field.titles.hint')} value={titles} rows={2} onText={setTitles} />
          <div className={styles.two}>
            <TextField label={t('people.field.honorific')} value={honorific} maxLength={60} onText={setHonorific} />
            <SelectField label={t('people.field.role')} value={role} options={AttendeeRole.options.map((value) => ({ value, label: t(roleKey(value)) }))} onValue={setRole} />
          </div>
        </>
      )}
      <TextField label={t('people.field.delegation')} hint={t('people.field.delegation.hint')} value={delegation} maxLength={300} list={list} onText={setDelegation} />
      <datalist id={list}>{[...new Set(known)].map((one) => <option key={one} value={one} />)}</datalist>
      <div className={styles.acts}>
        <Button onClick={onCancel}>{t('app.cancel')}</Button>
        <Button look="primary" type="submit">{t('app.save')}</Button>
      </div>
    </form>
  );
}
