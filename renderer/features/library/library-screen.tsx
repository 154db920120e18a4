import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { commandNamed } from '#renderer/app/commands/app-commands.ts';
import { isAsking } from '#renderer/app/commands/command-center.ts';
import { isFocusFree } from '#renderer/app/keep-focus.ts';
import { Slot } from '#renderer/app/layout/slots.tsx';
import { useResource } from '#renderer/app/resource.ts';
import type { LibraryList } from '#renderer/app/route.ts';
import { useApp } from '#renderer/app/services.ts';
import { useStore } from '#renderer/app/store.ts';
import type { MessageKey } from '#renderer/i18n/catalogue.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Keys } from '#renderer/ui/keys.tsx';
import { Status } from '#renderer/ui/status.tsx';
import { LibraryEmpty } from './library-empty.tsx';
import { LibraryFilterBar } from './library-filters.tsx';
import { LibraryFind } from './library-find.tsx';
import { libraryMemory } from './library-memory.ts';
import { activeFilters, listQuestion, noFilters, withoutFilters } from './library-query.ts';
import type { LibraryFilters } from './library-query.ts';
import { MarkBar } from './mark-bar.tsx';
import { rowMenu } from './row-acts.ts';
import { RowDialogs } from './row-dialogs.tsx';
import { noMarks } from './story-marks.ts';
import { StoryRows } from './story-rows.tsx';
import type { CurrentRow } from './story-rows.tsx';
import { useRowActs } from './use-row-acts.ts';
import { useStoryList } from './use-story-list.ts';
import styles from './library-screen.module.css';

const titles: Readonly<Record<LibraryList, MessageKey>> = { mine: 'app.command.go.mine', toReview: 'app.command.go.review', all: 'app.command.go.all', trash: 'app.command.go.trash' };
const firstRow: CurrentRow = { index: 0, id: null };

export interface LibraryScreenProps {
  readonly list: LibraryList;
  /** What it opens with; null: everything, where it was left. */
  readonly asked: { readonly query: string; readonly person: string | null } | null;
}

/** Every story on this machine: looked for without accents, filtered, marked, opened. */
export function LibraryScreen({ list, asked }: LibraryScreenProps): ReactElement {
  const app = useApp();
  const words = useWords();
  const { t } = words;
  const { profile, newsroom } = useStore(app.settings);
  const counts = useResource(app.facts.counts).value;
  const [filters, setFilters] = useState<LibraryFilters>({ ...noFilters, ...(asked ?? {}) });
  const [now] = useState(() => app.now());
  const [current, setCurrent] = useState(firstRow);
  const [marks, setMarks] = useState(noMarks);
  const stories = useStoryList(listQuestion(list, filters, profile.name || profile.penName, now));
  const trashed = list === 'trash';
  const field = useRef<HTMLInputElement>(null);
  const rows = useRef<HTMLDivElement>(null);
  const scroll = useRef(asked === null ? libraryMemory.get(app, list) : 0);
  const create = commandNamed('story.new');

  useEffect(() => {
    if (isFocusFree()) field.current?.focus();
  }, []);
  const isWhole = filters.query === '' && activeFilters(filters) === 0;
  useEffect(() => () => libraryMemory.keep(app, list, isWhole ? scroll.current : 0), [app, list, isWhole]);
  // Another question, another list: what was marked in the one before is not in sight any more.
  const shown = JSON.stringify(stories.asked);
  const before = useRef(shown);
  useLayoutEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    scroll.current = 0;
    setCurrent(firstRow);
    setMarks(noMarks);
  }, [shown]);

  // Down or Enter right after the last letter means the rows that are being looked for, never the ones of the question before.
  const wantsRow = useRef(false);
  const toRow = useCallback((): void => {
    wantsRow.current = !stories.fresh;
    if (stories.fresh) rows.current?.querySelector<HTMLElement>('[role="option"][tabindex="0"]')?.focus();
  }, [stories.fresh]);
  useEffect(() => {
    if (wantsRow.current) toRow();
  }, [toRow]);
  const toField = useCallback(() => field.current?.focus(), []);

  // From wherever the focus went: a button of the bar, nowhere at all.
  const marking = marks.ids.size > 0;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || isAsking() || document.querySelector('[role="menu"]') !== null) return;
      setMarks(noMarks);
      toRow();
    };
    if (marking) window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [marking, toRow]);

  const targets = useMemo(() => (marks.ids.size > 0 ? [...marks.ids] : current.id === null ? [] : [current.id]), [marks, current.id]);
  const targetRows = useMemo(() => {
    const wanted = new Set(targets);
    return stories.loaded.filter(({ id }) => wanted.has(id));
  }, [targets, stories.loaded]);
  const acts = useRowActs({ targets, onGone: () => setMarks(noMarks) });
  const idsBetween = useCallback(
    async (first: number, last: number) => {
      const all = await app.client.library.ids(stories.asked);
      if (!all.ok) app.tell(all.error);
      return all.ok ? all.value.ids.slice(first, last + 1) : [];
    },
    [app, stories.asked],
  );
  const menuFor = { trashed, count: targets.length, rows: targetRows, sections: newsroom.sections, onAct: acts.run };

  const { query } = filters;
  const { total } = stories;
  const onMachine = trashed ? total : (counts?.all ?? 0);
  return (
    <div className={styles.library}>
      <Slot name="title">
        <h1 className={styles.title}>{t(titles[list])}</h1>
        {counts !== null && <Status icon={trashed ? 'trash-2' : 'hard-drive'} className={styles.machine}>{t(trashed ? 'library.in-trash' : 'library.on-machine', { count: onMachine })}</Status>}
      </Slot>
      <Slot name="titleEnd">
        {trashed ? (
          (counts?.trash ?? 0) > 0 && <Button onClick={acts.emptyTrash}>{t('library.empty-trash')}</Button>
        ) : (
          <Button look={total > 0 || query === '' ? 'primary' : 'plain'} icon="square-pen" shortcut={create.shortcuts[0]} className={styles.create} onClick={() => app.commands.run('story.new')}>
            {t(create.labelKey)}
          </Button>
        )}
      </Slot>
      <LibraryFind
        field={field}
        filters={filters}
        total={stories.fresh ? total : null}
        onFilters={(next) => {
          wantsRow.current = false;
          setFilters(next);
        }}
        onRow={toRow}
      />
      {marking ? (
        <MarkBar
          {...menuFor}
          total={total}
          onAll={() => void idsBetween(0, total - 1).then((ids) => setMarks({ ids: new Set(ids), anchor: current.index }))}
          onNone={() => {
            setMarks(noMarks);
            toRow();
          }}
        />
      ) : (
        <LibraryFilterBar list={list} filters={filters} onFilters={setFilters} />
      )}
      <div className={styles.body} ref={rows}>
        {stories.error !== null && <p className={styles.failed} role="alert">{words.error(stories.error)}</p>}
        {total > 0 && (
          <StoryRows
            key={shown}
            list={stories}
            trashed={trashed}
            marks={marks}
            onMarks={setMarks}
            current={current}
            onCurrent={setCurrent}
            onAct={acts.run}
            menu={rowMenu(words, menuFor)}
            onLeaveUp={toField}
            idsBetween={idsBetween}
            scroll={scroll.current}
            onScroll={(top) => {
              scroll.current = top;
            }}
          />
        )}
        {total === 0 && stories.settled && stories.error === null && (
          <LibraryEmpty list={list} filters={filters} active={activeFilters(filters)} onFilters={setFilters} onClearFilters={() => setFilters(withoutFilters(filters))} onClearAll={() => setFilters(noFilters)} />
        )}
      </div>
      <Slot name="status">
        <span className="num">{total === 0 ? t('library.count', { count: 0 }) : t('library.place', { at: Math.min(current.index, total - 1) + 1, count: total })}</span>
      </Slot>
      <Slot name="statusEnd">
        {total > 0 && (
          <>
            <span><Keys of="ArrowUp+ArrowDown" bare /> {t('app.palette.hint.choose')}</span>
            <span><Keys of="Space" bare /> {t('library.key.mark')}</span>
            <span><Keys of="Enter" bare /> {t('library.key.open')}</span>
            {trashed ? <span><Keys of="Mod+Backspace" bare /> {t('library.key.restore')}</span> : <span><Keys of="Mod+D" bare /> {t('library.key.duplicate')}</span>}
            <span><Keys of="Delete" bare /> {t(trashed ? 'library.key.erase' : 'library.key.trash')}</span>
          </>
        )}
      </Slot>
      <RowDialogs acts={acts} />
    </div>
  );
}
