import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { commandNamed } from '#renderer/app/commands/app-commands.ts';
import { isFocusFree } from '#renderer/app/keep-focus.ts';
import { Slot } from '#renderer/app/layout/slots.tsx';
import { useResource } from '#renderer/app/resource.ts';
import type { LibraryList } from '#renderer/app/route.ts';
import { useApp } from '#renderer/app/services.ts';
import { useStore } from '#renderer/app/store.ts';
import type { MessageKey } from '#renderer/i18n/catalogue.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Keys } from '#renderer/ui/keys.tsx';
import { Status } from '#renderer/ui/status.tsx';
import { LibraryEmpty } from './library-empty.tsx';
import { LibraryFilterBar } from './library-filters.tsx';
import { activeFilters, listQuestion, noFilters } from './library-query.ts';
import type { LibraryFilters } from './library-query.ts';
import { createRowActions } from './row-actions.ts';
import { StoryRows } from './story-rows.tsx';
import { useStoryList } from './use-story-list.ts';
import styles from './library-screen.module.css';

const titles: Readonly<Record<LibraryList, MessageKey>> = { mine: 'app.command.go.mine', toReview: 'app.command.go.review', all: 'app.command.go.all', trash: 'app.command.go.trash' };

/** Every story on this machine: looked for without accents, filtered, opened. */
export function LibraryScreen({ list, firstQuery }: { readonly list: LibraryList; readonly firstQuery: string }): ReactElement {
  const app = useApp();
  const words = useWords();
  const { t } = words;
  const { profile } = useStore(app.settings);
  const counts = useResource(app.facts.counts).value;
  const [filters, setFilters] = useState<LibraryFilters>({ ...noFilters, query: firstQuery });
  const [now] = useState(() => app.now());
  const [current, setCurrent] = useState(0);
  const stories = useStoryList(listQuestion(list, filters, profile.name || profile.penName, now));
  const actions = useMemo(() => createRowActions(app), [app]);
  const field = useRef<HTMLInputElement>(null);
  const rows = useRef<HTMLDivElement>(null);
  const create = commandNamed('story.new');

  useEffect(() => {
    if (isFocusFree()) field.current?.focus();
  }, []);
  // Down or Enter right after the last letter means the rows that are being looked for, never the ones of the question before.
  const wantsRow = useRef(false);
  const toFirstRow = useCallback((): void => {
    wantsRow.current = !stories.fresh;
    if (stories.fresh) rows.current?.querySelector<HTMLElement>('[role="option"][tabindex="0"]')?.focus();
  }, [stories.fresh]);
  useEffect(() => {
    if (wantsRow.current) toFirstRow();
  }, [toFirstRow]);
  const toField = useCallback(() => field.current?.focus(), []);

  const { query } = filters;
  const answer = query.trim() === '' || !stories.fresh ? '' : stories.total === 0 ? t('library.answer.none') : t('library.answer', { count: stories.total, query: query.trim() });
  const onMachine = list === 'trash' ? stories.total : (counts?.all ?? 0);
  return (
    <div className={styles.library}>
      <Slot name="title">
        <h1 className={styles.title}>{t(titles[list])}</h1>
        {counts !== null && <Status icon={list === 'trash' ? 'trash-2' : 'hard-drive'} className={styles.machine}>{t(list === 'trash' ? 'library.in-trash' : 'library.on-machine', { count: onMachine })}</Status>}
      </Slot>
      <Slot name="titleEnd">
        <Button look={stories.rows.length > 0 || query === '' ? 'primary' : 'plain'} icon="square-pen" shortcut={create.shortcuts[0]} className={styles.create} onClick={() => app.commands.run('story.new')}>
          {t(create.labelKey)}
        </Button>
      </Slot>
      <div className={styles.find} role="search">
        <Icon name="search" size={20} />
        <input
          ref={field}
          className={styles.asked}
          type="text"
          inputMode="search"
          spellCheck={false}
          maxLength={200}
          value={query}
          placeholder={t('library.ask')}
          aria-label={t('library.ask')}
          onChange={(event) => {
            wantsRow.current = false;
            setFilters({ ...filters, query: event.target.value });
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'ArrowDown' || event.key === 'Enter') {
              event.preventDefault();
              toFirstRow();
            } else if (event.key === 'Escape' && query !== '') {
              event.preventDefault();
              setFilters({ ...filters, query: '' });
            }
          }}
        />
        <span className={styles.answer} role="status">{answer}</span>
        {query !== '' && (
          <IconButton
            name="x"
            label={t('library.clear')}
            shortcut="Escape"
            onClick={() => {
              setFilters({ ...filters, query: '' });
              toField();
            }}
          />
        )}
      </div>
      <LibraryFilterBar list={list} filters={filters} onFilters={setFilters} />
      <div className={styles.body} ref={rows}>
        {stories.error !== null && <p className={styles.failed} role="alert">{words.error(stories.error)}</p>}
        {stories.rows.length > 0 && <StoryRows key={JSON.stringify([stories.asked.query, stories.asked.status, stories.asked.from])} rows={stories.rows} actions={actions} onCurrent={setCurrent} onMore={stories.next === null ? null : stories.more} onLeaveUp={toField} />}
        {stories.rows.length === 0 && stories.settled && stories.error === null && (
          <LibraryEmpty list={list} query={query.trim()} filters={activeFilters(filters)} onClearFilters={() => setFilters({ ...noFilters, query })} onClearAll={() => setFilters(noFilters)} />
        )}
      </div>
      <Slot name="status">
        <span className="num">{stories.rows.length === 0 ? t('library.count', { count: 0 }) : t('library.place', { at: current + 1, count: stories.total })}</span>
      </Slot>
      <Slot name="statusEnd">
        {stories.rows.length > 0 && (
          <>
            <span><Keys of="ArrowUp+ArrowDown" bare /> {t('app.palette.hint.choose')}</span>
            <span><Keys of="Enter" bare /> {t('library.key.open')}</span>
            <span><Keys of="Mod+D" bare /> {t('library.key.duplicate')}</span>
            <span><Keys of="Delete" bare /> {t(list === 'trash' ? 'library.key.restore' : 'library.key.trash')}</span>
          </>
        )}
      </Slot>
    </div>
  );
}
