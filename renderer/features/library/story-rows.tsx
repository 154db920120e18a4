import { Fragment, useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';
import type { StoryId } from '#core/base/ids.ts';
import type { StoryRow } from '#core/story/meta.ts';
import { isFocusFree } from '#renderer/app/keep-focus.ts';
import { useApp } from '#renderer/app/services.ts';
import { useStore } from '#renderer/app/store.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { pressed } from '#renderer/ui/shortcut.ts';
import type { RowActions } from './row-actions.ts';
import { groupByDay } from './story-days.ts';
import { StoryListRow } from './story-list-row.tsx';
import styles from './story-rows.module.css';

export interface StoryRowsProps {
  readonly rows: readonly StoryRow[];
  readonly actions: RowActions;
  readonly onCurrent: (index: number) => void;
  /** More of the list, when there is more. */
  readonly onMore: (() => void) | null;
  /** Back to the field above, when going up from the first row. */
  readonly onLeaveUp: () => void;
}

/** The list: one stop of Tab, arrows inside, every key of a row printed in the status line. */
export function StoryRows({ rows, actions, onCurrent, onMore, onLeaveUp }: StoryRowsProps): ReactElement {
  const app = useApp();
  const words = useWords();
  const heading = useId();
  const open = useStore(app.story)?.id ?? null;
  const [current, setCurrent] = useState<StoryId | null>(rows[0]?.id ?? null);
  const places = useRef(new Map<StoryId, HTMLDivElement>());
  const lastIndex = useRef(0);
  const at = Math.max(0, rows.findIndex((row) => row.id === current));
  const here = rows[at]?.id ?? null;

  // A row that went (trashed, filtered out) hands its place to the next one, focus and all.
  useEffect(() => {
    if (current !== null && rows.some((row) => row.id === current)) {
      lastIndex.current = rows.findIndex((row) => row.id === current);
      return;
    }
    const next = rows[Math.min(lastIndex.current, rows.length - 1)]?.id ?? null;
    setCurrent(next);
    if (next !== null && isFocusFree() && current !== null) places.current.get(next)?.focus();
  }, [rows, current]);
  useEffect(() => onCurrent(at), [at, onCurrent]);

  const goTo = (index: number): void => {
    const row = rows[Math.min(rows.length - 1, Math.max(0, index))];
    if (row === undefined) return;
    setCurrent(row.id);
    places.current.get(row.id)?.focus();
  };
  const onKeyDown = (row: StoryRow) => (event: KeyboardEvent): void => {
    const native = event.nativeEvent;
    const index = rows.indexOf(row);
    const act = (): void => event.preventDefault();
    if (pressed(native, 'ArrowDown')) { act(); goTo(index + 1); }
    else if (pressed(native, 'ArrowUp')) { act(); if (index === 0) onLeaveUp(); else goTo(index - 1); }
    else if (pressed(native, 'Home')) { act(); goTo(0); }
    else if (pressed(native, 'End')) { act(); goTo(rows.length - 1); }
    else if (pressed(native, 'Enter') || event.key === ' ') { act(); actions.open(row); }
    else if (pressed(native, 'Mod+D')) { act(); actions.duplicate(row); }
    else if (pressed(native, 'Delete')) { act(); actions.trash(row); }
  };

  return (
    <div className={styles.rows}>
      <div role="listbox" aria-label={words.t('library.results')}>
        {groupByDay(rows, app.now(), words).map((group, number) => (
          <Fragment key={group.label}>
            <div role="group" aria-labelledby={`${heading}-${number}`}>
              <div className={styles.day} id={`${heading}-${number}`} role="presentation">{group.label}</div>
              {group.rows.map((row) => (
                <StoryListRow
                  key={row.id}
                  row={row}
                  current={row.id === here}
                  open={row.id === open}
                  onOpen={() => actions.open(row)}
                  onCurrent={() => setCurrent(row.id)}
                  onKeyDown={onKeyDown(row)}
                  ref={(place) => {
                    if (place === null) places.current.delete(row.id);
                    else places.current.set(row.id, place);
                  }}
                />
              ))}
            </div>
          </Fragment>
        ))}
      </div>
      {onMore !== null && <div className={styles.more}><Button onClick={onMore}>{words.t('library.more')}</Button></div>}
    </div>
  );
}
