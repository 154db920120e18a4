import { useCallback, useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import type { CallOutput } from '#core/contract/contract.ts';
import type { WireError } from '#core/contract/errors.ts';
import type { Person } from '#core/contract/people.ts';
import { isFocusFree } from '#renderer/app/keep-focus.ts';
import { Slot } from '#renderer/app/layout/slots.tsx';
import { useApp } from '#renderer/app/services.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Empty } from '#renderer/ui/empty.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Keys } from '#renderer/ui/keys.tsx';
import { HelpLink } from '../help/help-link.tsx';
import { EditPerson } from './edit-person.tsx';
import { PersonPane } from './person-pane.tsx';
import { PersonRows } from './person-rows.tsx';
import styles from './directory-screen.module.css';

type Found = CallOutput<'people', 'list'>;

/** Everyone the newsroom has written about; grows from what is accepted in stories. At the right, where there is room, who is current and where they are named. */
export function DirectoryScreen({ firstQuery }: { readonly firstQuery: string }): ReactElement {
  const app = useApp();
  const words = useWords();
  const { t } = words;
  const [query, setQuery] = useState(firstQuery);
  const [found, setFound] = useState<Found | null>(null);
  const [error, setError] = useState<WireError | null>(null);
  const [current, setCurrent] = useState(0);
  const [editing, setEditing] = useState<Person | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const pane = useRef<HTMLElement>(null);
  const turn = useRef(0);

  const ask = useCallback(async () => {
    const mine = ++turn.current;
    const answer = await app.client.people.list({ query: query.normalize('NFC'), limit: 5000 });
    if (mine !== turn.current) return;
    if (answer.ok) setFound(answer.value);
    setError(answer.ok ? null : answer.error);
  }, [app, query]);
  useEffect(() => void ask(), [ask]);
  useEffect(() => app.pushes.on('people.changed', () => void ask()), [app, ask]);
  useEffect(() => {
    if (isFocusFree()) field.current?.focus();
  }, []);

  const people = found?.people ?? [];
  const at = Math.min(current, Math.max(0, people.length - 1));
  const shown = people[at] ?? null;
  const toList = (): void => list.current?.querySelector<HTMLElement>('[data-row][tabindex="0"]')?.focus();
  const storiesOf = (person: Person): void => app.go({ view: 'library', list: 'all', person: person.name });
  const remove = async (person: Person): Promise<void> => {
    const done = await app.client.people.remove({ id: person.id });
    if (!done.ok) {
      app.tell(done.error);
      return;
    }
    const { name, honorific, titles } = person;
    app.toasts.show({ text: t('directory.removed', { name }), icon: 'user-minus', acts: [{ label: t('app.undo'), run: () => void app.client.people.remember({ people: [{ name, honorific, titles }] }) }] });
  };
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
          onChange={(event) => {
            setQuery(event.target.value);
            setCurrent(0);
          }}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') { event.preventDefault(); toList(); }
            else if (event.key === 'Escape' && query !== '') { event.preventDefault(); setQuery(''); }
          }}
        />
        {query !== '' && <IconButton name="x" label={t('library.clear')} shortcut="Escape" onClick={() => setQuery('')} />}
      </div>
      <div ref={list} className={styles.body}>
        {error !== null && <p className={styles.failed} role="alert">{words.error(error)}</p>}
        {found !== null && people.length === 0 && <div className={styles.nobody}><Empty title={t(query === '' ? 'directory.empty' : 'directory.none')} text={t(query === '' ? 'directory.empty.text' : 'directory.none.text')} acts={query === '' ? <HelpLink topic="people" spelled /> : <Button onClick={() => setQuery('')} shortcut="Escape">{t('library.clear')}</Button>} /></div>}
        {people.length > 0 && (
          <PersonRows
            key={query}
            people={people}
            current={at}
            onCurrent={setCurrent}
            onChoose={(person) => {
              // Where there is no room for the pane, choosing is editing.
              if (pane.current?.checkVisibility() !== true) setEditing(person);
            }}
            onEdit={setEditing}
            onRemove={(person) => void remove(person)}
            onStories={storiesOf}
            onLeaveUp={() => field.current?.focus()}
          />
        )}
        {shown !== null && <PersonPane ref={pane} person={shown} onEdit={() => setEditing(shown)} onRemove={() => void remove(shown)} onStories={() => storiesOf(shown)} />}
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
