import { useEffect, useState } from 'react';
import type { ReactElement, Ref } from 'react';
import type { CallOutput } from '#core/contract/contract.ts';
import type { Person } from '#core/contract/people.ts';
import { useApp } from '#renderer/app/services.ts';
import { shortMoment } from '#renderer/i18n/moment.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Avatar } from '#renderer/ui/avatar.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Status } from '#renderer/ui/status.tsx';
import { storyStatusLook } from '../library/story-status.ts';
import styles from './person-pane.module.css';

export interface PersonPaneProps {
  readonly person: Person;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
  readonly onStories: () => void;
  readonly ref: Ref<HTMLElement>;
}

/** Milliseconds an arrow held down has between two rows: nobody reads what is passed over. */
const patience = 120;

/** Who is current: titles as printed, and the stories that name them. */
export function PersonPane({ person, onEdit, onRemove, onStories, ref }: PersonPaneProps): ReactElement {
  const app = useApp();
  const words = useWords();
  const { t } = words;
  const [named, setNamed] = useState<{ readonly of: string; readonly found: CallOutput<'library', 'list'> } | null>(null);
  const { name } = person;
  useEffect(() => {
    let here = true;
    const timer = setTimeout(() => {
      void app.client.library.list({ person: name, limit: 5 }).then((answer) => {
        if (here && answer.ok) setNamed({ of: name, found: answer.value });
      });
    }, patience);
    return () => {
      here = false;
      clearTimeout(timer);
    };
  }, [app, name]);
  const stories = named?.of === name ? named.found : null;
  return (
    <aside ref={ref} className={styles.pane} aria-label={t('directory.pane')} data-pane="">
      <div className={styles.who}>
        <Avatar name={name} large />
        <div>
          <h2 className={styles.name}>{name}</h2>
          <p className={styles.meta}>{[person.honorific, t('directory.uses', { count: person.uses }), t('directory.last', { when: shortMoment(person.lastUsedAt, app.now(), words.language) })].filter((part) => part !== null).join(' · ')}</p>
        </div>
      </div>
      <div className={styles.acts}>
        <Button icon="pen-line" onClick={onEdit}>{t('directory.edit')}</Button>
        <IconButton name="user-minus" label={t('directory.remove')} onClick={onRemove} />
      </div>
      <h3 className={styles.heading}>{t('people.field.titles')}</h3>
      {person.titles.length === 0 ? <p className={styles.meta}>{t('directory.untitled')}</p> : <ul className={styles.titles}>{person.titles.map((title) => <li key={title}>{title}</li>)}</ul>}
      <h3 className={styles.heading}>{t('directory.stories')}</h3>
      {stories?.total === 0 && <p className={styles.meta}>{t('directory.no-stories')}</p>}
      <ul className={styles.stories}>
        {stories?.rows.map((row) => {
          const look = storyStatusLook(row.status);
          return (
            <li key={row.id}>
              <button type="button" className={styles.story} onClick={() => void app.openStory(row.id)}>
                <b>{row.headline || t('app.rail.untitled')}</b>
                <Status icon={look.icon}>{t(look.label)}</Status>
              </button>
            </li>
          );
        })}
      </ul>
      {stories !== null && stories.total > stories.rows.length && <Button look="link" onClick={onStories}>{t('directory.all-stories', { count: stories.total })}</Button>}
    </aside>
  );
}
