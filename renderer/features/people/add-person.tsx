import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';
import type { AttendeeId } from '#core/base/ids.ts';
import type { Person } from '#core/contract/people.ts';
import { useApp } from '#renderer/app/services.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { classNames } from '#renderer/ui/class-names.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { Keys } from '#renderer/ui/keys.tsx';
import fieldStyles from '#renderer/ui/field.module.css';
import type { StorySession } from '../story/story-session.ts';
import { AttendeeForm } from './attendee-form.tsx';
import styles from './add-person.module.css';

type Choice = { readonly kind: 'person'; readonly person: Person } | { readonly kind: 'new-person' | 'new-collective' };

export interface AddPersonProps {
  readonly session: StorySession;
  readonly onAdded: (id: AttendeeId) => void;
  /** Given up with Esc: the focus has nowhere to be. */
  readonly onCancel: () => void;
  /** The focus went elsewhere by itself. */
  readonly onLeave: () => void;
}

/** Adds someone known with Enter, or someone new, or a whole body. */
export function AddPerson({ session, onAdded, onCancel, onLeave }: AddPersonProps): ReactElement {
  const app = useApp();
  const { t } = useWords();
  const [query, setQuery] = useState('');
  const [people, setPeople] = useState<readonly Person[]>([]);
  const [at, setAt] = useState(0);
  const [form, setForm] = useState<'person' | 'collective' | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    let here = true;
    void app.client.people.search({ query, limit: 6 }).then((found) => {
      if (!here) return;
      setPeople(found.ok ? found.value.people : []);
      setAt(0);
    });
    return () => {
      here = false;
    };
  }, [app, query]);

  const name = query.trim();
  const choices: readonly Choice[] = [...people.map((person) => ({ kind: 'person' as const, person })), { kind: 'new-person' }, { kind: 'new-collective' }];
  const take = (choice: Choice | undefined): void => {
    if (choice === undefined) return;
    if (choice.kind === 'person') {
      const { person } = choice;
      const added = session.editor.attendees.add({ kind: 'person', name: person.name, honorific: person.honorific, titles: person.titles, role: 'attendee', delegation: null, personId: person.id });
      session.editor.attendees.tagOccurrences(added);
      onAdded(added);
    } else setForm(choice.kind === 'new-person' ? 'person' : 'collective');
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') { event.preventDefault(); event.stopPropagation(); onCancel(); }
    else if (event.key === 'ArrowDown') { event.preventDefault(); setAt((now) => (now + 1) % choices.length); }
    else if (event.key === 'ArrowUp') { event.preventDefault(); setAt((now) => (now + choices.length - 1) % choices.length); }
    else if (event.key === 'Enter') { event.preventDefault(); take(choices[at]); }
  };

  if (form !== null) {
    return (
      <AttendeeForm
        attendee={{ kind: form, name, honorific: form === 'person' ? 'đồng chí' : null, titles: [], role: 'attendee', delegation: null }}
        known={session.editor.snapshot().attendees.flatMap(({ delegation }) => delegation ?? [])}
        onSave={(change) => {
          const added = session.editor.attendees.add({ ...change, kind: form, personId: null });
          if (form === 'person') {
            session.editor.attendees.tagOccurrences(added);
            void app.client.people.remember({ people: [{ name: change.name, honorific: change.honorific, titles: [...change.titles] }] }).then((kept) => {
              if (!kept.ok) app.tell(kept.error);
            });
          }
          onAdded(added);
        }}
        onCancel={onCancel}
      />
    );
  }
  return (
    <div className={styles.add}>
      <input
        ref={field}
        className={fieldStyles.input}
        role="combobox"
        aria-expanded
        aria-controls={id}
        aria-activedescendant={`${id}-${at}`}
        aria-label={t('people.find')}
        placeholder={t('people.find')}
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={(event) => {
          if (event.relatedTarget === null || !event.currentTarget.parentElement?.contains(event.relatedTarget)) onLeave();
        }}
      />
      <div id={id} role="listbox" aria-label={t('people.find')} className={styles.list} onMouseDown={(event) => event.preventDefault()}>
        {choices.map((choice, index) => (
          <div key={choice.kind === 'person' ? choice.person.id : choice.kind} id={`${id}-${index}`} role="option" aria-selected={index === at} className={classNames(styles.choice, index === at && styles.on)} onClick={() => take(choice)}>
            {choice.kind === 'person' ? (
              <span className={styles.person}>
                <b>{choice.person.name}</b>
                {choice.person.titles.length > 0 && <small>{choice.person.titles.join(', ')}</small>}
              </span>
            ) : (
              <>
                <Icon name={choice.kind === 'new-person' ? 'user-plus' : 'users'} size={14} />
                <span>{name === '' ? t(choice.kind === 'new-person' ? 'people.new-person' : 'people.new-collective') : t(choice.kind === 'new-person' ? 'people.new-person.named' : 'people.new-collective.named', { name })}</span>
              </>
            )}
            {index === at && <Keys of="Enter" bare />}
          </div>
        ))}
      </div>
    </div>
  );
}
