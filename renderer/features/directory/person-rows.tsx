import { useLayoutEffect, useRef } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';
import type { Person } from '#core/contract/people.ts';
import { useApp } from '#renderer/app/services.ts';
import { shortMoment } from '#renderer/i18n/moment.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Avatar } from '#renderer/ui/avatar.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Menu } from '#renderer/ui/menu.tsx';
import { useRowWindow } from '#renderer/ui/row-window.ts';
import styles from './person-rows.module.css';

export interface PersonRowsProps {
  readonly people: readonly Person[];
  readonly current: number;
  readonly onCurrent: (index: number) => void;
  /** By a click or a touch; Enter edits. */
  readonly onChoose: (person: Person) => void;
  readonly onEdit: (person: Person) => void;
  readonly onRemove: (person: Person) => void;
  readonly onStories: (person: Person) => void;
  /** Back to the field above, when going up from the first row. */
  readonly onLeaveUp: () => void;
}

/** What most rows measure, pixels. */
const rowHeight = 56;

/** One stop of Tab, arrows inside; of thousands only those in sight are drawn. */
export function PersonRows({ people, current, onCurrent, onChoose, onEdit, onRemove, onStories, onLeaveUp }: PersonRowsProps): ReactElement {
  const app = useApp();
  const words = useWords();
  const { t } = words;
  const scroller = useRef<HTMLDivElement>(null);
  const view = useRowWindow({ count: people.length, guess: rowHeight, scroller });
  /** The focus is to follow the current row as soon as that is drawn. */
  const wantsFocus = useRef(false);
  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${current}"] [data-row]`);
    if (row === null || row === undefined) return;
    wantsFocus.current = false;
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: 'nearest' });
  });
  const goTo = (index: number): void => {
    wantsFocus.current = true;
    onCurrent(Math.min(people.length - 1, Math.max(0, index)));
  };
  const onKeyDown = (person: Person, index: number) => (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const to = ({ ArrowDown: index + 1, ArrowUp: index - 1, PageDown: index + view.page, PageUp: index - view.page, Home: 0, End: people.length - 1 } as Readonly<Record<string, number>>)[event.key];
    if (event.key === 'ArrowUp' && index === 0) onLeaveUp();
    else if (to !== undefined) goTo(to);
    else if (event.key === 'Enter') onEdit(person);
    else if (event.key === 'Delete') {
      wantsFocus.current = true;
      onRemove(person);
    } else return;
    event.preventDefault();
  };
  const drawn = [...new Set([...(current < view.first ? [current] : []), ...Array.from({ length: view.end - view.first }, (_, offset) => view.first + offset), ...(current >= view.end ? [current] : [])])];
  const last = drawn.at(-1) ?? 0;
  // The room of the rows that are not drawn: a list may hold nothing but its rows.
  let bottom = 0;
  return (
    <div ref={scroller} className={styles.rows}>
      <ul aria-label={t('directory.people')} style={{ paddingBlockEnd: Math.max(0, view.top(people.length) - view.top(last + 1)) }}>
        {drawn.map((index) => {
          const person = people[index];
          if (person === undefined) return null;
          const gap = view.top(index) - bottom;
          bottom = view.top(index + 1);
          return (
            <li key={person.id} className={classNames(styles.person, index === current && styles.current)} style={gap > 0 ? { marginBlockStart: gap } : undefined} data-index={index} ref={view.measure} aria-setsize={people.length} aria-posinset={index + 1}>
              <button
                type="button"
                className={styles.open}
                data-row=""
                tabIndex={index === current ? 0 : -1}
                aria-current={index === current ? 'true' : undefined}
                onFocus={() => onCurrent(index)}
                onClick={() => onChoose(person)}
                onDoubleClick={() => onEdit(person)}
                onKeyDown={onKeyDown(person, index)}
              >
                <Avatar name={person.name} large />
                <span>
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
                  { id: 'edit', label: t('directory.edit.title'), icon: 'pen-line', shortcut: 'Enter', run: () => onEdit(person) },
                  { id: 'stories', label: t('directory.stories'), icon: 'library', run: () => onStories(person) },
                  { id: 'remove', label: t('directory.remove'), icon: 'user-minus', shortcut: 'Delete', line: true, run: () => onRemove(person) },
                ]}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
