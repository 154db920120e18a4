import { useCallback, useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';
import type { CallOutput } from '#core/contract/contract.ts';
import type { WireError } from '#core/contract/errors.ts';
import type { Person } from '#core/contract/people.ts';
import { isFocusFree } from '#renderer/app/keep-focus.ts';
import { Slot } from '#renderer/app/layout/slots.tsx';
import { useApp } from '#renderer/app/services.ts';
import { shortMoment } from '#renderer/i18n/moment.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Empty } from '#renderer/ui/empty.tsx';
import { Avatar } from '#renderer/ui/avatar.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Keys } from '#renderer/ui/keys.tsx';
import { Menu } from '#renderer/ui/menu.tsx';
import { HelpLink } from '../help/help-link.tsx';
import { EditPerson } from './edit-person.tsx';
import styles from './directory-screen.module.css';

type Found = CallOutput<'people', 'list'>;

/** Everyone the newsroom has written about; grows from what is accepted in stories. */
export function DirectoryScreen({ firstQuery }: { readonly firstQuery: string }): ReactElement {
  const app = useApp();
  const words = useWords();
  const { t } = words;
  const [query, setQuery] = useState(firstQuery);
  const [found, setFound] = useState<Found | null>(null);
  const [error, setError] = useState<WireError | null>(null);
  const [editing, setEditing] = useState<Person | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const turn = useRef(0);

  const ask = useCallback(async () => {
    const mine = ++turn.current;
    const answer = await app.client.people.list({ query: query.normalize('NFC') });
    if (mine !== turn.current) return;
    if (answer.ok) setFound(answer.value);
    setError(answer.ok ? null : answer.error);
  }, [app, query]);
  useEffect(() => void ask(), [ask]);
  useEffect(() => app.pushes.on('people.changed', () => void ask()), [app, ask]);
  useEffect(() => {
    if (isFocusFree()) field.current?.focus();
  }, []);

  const rows = (): HTMLElement[] => [...(list.current?.querySelectorAll<HTMLElement>('[data-person]') ?? [])];
  const remove = async (person: Person): Promise<void> => {
    const done = await app.client.people.remove({ id: person.id });
    if (!done.ok) {
      app.tell(done.error);
      return;
    }
    const { name, honorific, titles } = person;
    app.toasts.show({ text: t('directory.removed', { name }), icon: 'user-minus', acts: [{ label: t('app.undo'), run: () => void app.client.people.remember({ people: [{ name, honorific, titles }] }) }] });
  };
  const onKeyDown = (person: Person) => (event: KeyboardEvent<HTMLElement>): void => {
    const all = rows();
    const at = all.indexOf(event.currentTarget);
    if (event.key === 'ArrowDown') { event.preventDefault(); all[at + 1]?.focus(); }
    else if (event.key === 'ArrowUp') { event.preventDefault(); (at === 0 ? field.current : all[at - 1])?.focus(); }
    else if (event.key === 'Delete') { event.preventDefault(); void remove(person); }
  };
  const people = found?.people ?? [];
  return (
    <div className={styles.directory}>
      <Slot name="title"><h1 className={styles.title}>{t('directory.people')}</h1></Slot>
      <div className={styles.find} role="search">
        <Icon name="search" size={20} />
        <input
          ref={field}
          type="text"
          className={styles.asked}
          spellCheck={false}
          maxLength={100}
          value={query}
          placeholder={t('directory.ask')}
          aria-label={t('directory.ask')}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') { event.preventDefault(); rows()[0]?.focus(); }
            else if (event.key === 'Escape' && query !== '') { event.preventDefault(); setQuery(''); }
          }}
        />
        {query !== '' && <IconButton name="x" label={t('library.clear')} shortcut="Escape" onClick={() => setQuery('')} />}
      </div>
      <div className={styles.body}>
        {error !== null && <p className={styles.failed} role="alert">{words.error(error)}</p>}
        {found !== null && people.length === 0 && <Empty title={t(query === '' ? 'directory.empty' : 'directory.none')} text={t(query === '' ? 'directory.empty.text' : 'directory.none.text')} {...(query === '' ? { acts: <HelpLink topic="people" spelled /> } : {})} />}
        {people.length > 0 && (
          <ul ref={list} aria-label={t('directory.people')}>
            {people.map((person) => (
              <li key={person.id} className={styles.person}>
                <button type="button" className={styles.open} data-person={person.id} onClick={() => setEditing(person)} onKeyDown={onKeyDown(person)}>
                  <Avatar name={person.name} large />
                  <span className={styles.who}>
                    <span className={styles.name}>{person.name}{person.honorific !== null && <small>{person.honorific}</small>}</span>
                    <span className={styles.titles}>{person.titles.join(', ')}</span>
                  </span>
                  <span className={styles.uses}>
                    {t('directory.uses', { count: person.uses })}
                    <small>{t('directory.last', { when: shortMoment(person.lastUsedAt, app.now(), words.language) })}</small>
                  </span>
                </button>
                <Menu
                  align="end"
                  label={t('people.actions', { name: person.name })}
                  trigger={<IconButton small name="ellipsis" label={t('people.actions', { name: person.name })} tabIndex={-1} className={styles.more} />}
                  entries={[
                    { id: 'edit', label: t('directory.edit.title'), icon: 'pen-line', shortcut: 'Enter', run: () => setEditing(person) },
                    { id: 'stories', label: t('directory.stories'), icon: 'library', run: () => app.go({ view: 'library', list: 'all', person: person.name }) },
                    { id: 'remove', label: t('directory.remove'), icon: 'user-minus', shortcut: 'Delete', line: true, run: () => void remove(person) },
                  ]}
                />
              </li>
            ))}
          </ul>
        )}
      </div>
      <Slot name="status"><span className="num">{t('directory.count', { count: found?.total ?? 0 })}</span></Slot>
      <Slot name="statusEnd">
        {people.length > 0 && (
          <>
            <span><Keys of="ArrowUp+ArrowDown" bare /> {t('app.palette.hint.choose')}</span>
            <span><Keys of="Enter" bare /> {t('directory.key.edit')}</span>
            <span><Keys of="Delete" bare /> {t('directory.key.remove')}</span>
          </>
        )}
      </Slot>
      {editing !== null && <EditPerson key={editing.id} person={editing} onClose={() => setEditing(null)} />}
    </div>
  );
}
