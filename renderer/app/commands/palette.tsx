import { useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, ReactElement, ReactNode } from 'react';
import { Dialog } from '@base-ui/react/dialog';
import type { Person } from '#core/contract/people.ts';
import type { StoryRow } from '#core/story/meta.ts';
import { MatchedText } from '#renderer/features/library/matched-text.tsx';
import { storyStatusLook } from '#renderer/features/library/story-status.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { classNames } from '#renderer/ui/class-names.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import type { IconName } from '#renderer/ui/icon-names.ts';
import { Keys } from '#renderer/ui/keys.tsx';
import { useResource } from '../resource.ts';
import { useApp } from '../services.ts';
import { useStore } from '../store.ts';
import { commandsHere } from './app-commands.ts';
import { useCommandVersion } from './command-center.ts';
import { lastUsed, noteUsed } from './last-used.ts';
import { matchIn, searchCommands } from './palette-search.ts';
import type { FoundCommand } from './palette-search.ts';
import { commandOff, runCommand } from './run-command.ts';
import styles from './palette.module.css';

interface Group {
  readonly id: 'recent' | 'commands' | 'screens' | 'stories' | 'people';
  readonly rows: readonly Row[];
}

interface Row {
  readonly key: string;
  readonly icon: IconName;
  readonly label: ReactNode;
  readonly aside: string;
  /** What stands beside it stands at the right. */
  readonly end?: boolean;
  readonly shortcut: string | undefined;
  readonly off: boolean;
  readonly run: () => void;
}

const none: readonly StoryRow[] = [];

/** Every command, story, person and screen under one chord; before anything is asked, what was used and opened last. `>` commands only, `@` people only. Opens without motion. */
export function Palette({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }): ReactElement {
  const before = useRef<HTMLElement | null>(null);
  const app = useApp();
  const { t } = useWords();
  return (
    <Dialog.Root
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.scrim} />
        <Dialog.Popup data-asks="" className={styles.palette} aria-label={t('app.palette')} finalFocus={() => before.current ?? true}>
          <Finder
            onOpened={() => {
              before.current = app.story.get()?.editor.lexical.getRootElement()?.isConnected === true ? (app.story.get()?.editor.lexical.getRootElement() ?? null) : null;
            }}
            onClose={onClose}
          />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Finder({ onOpened, onClose }: { readonly onOpened: () => void; readonly onClose: () => void }): ReactElement {
  const app = useApp();
  const words = useWords();
  const { t } = words;
  const [asked, setAsked] = useState('');
  const [stories, setStories] = useState<readonly StoryRow[]>([]);
  const [people, setPeople] = useState<readonly Person[]>([]);
  /** What was asked when the stories and people that are shown were found. */
  const [answered, setAnswered] = useState('');
  const recent = useResource(app.facts.recent).value?.rows ?? none;
  const open = useStore(app.story)?.id ?? null;
  const here = useStore(app.route).view === 'story' ? open : null;
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const version = useCommandVersion(app.commands);
  const only = asked.startsWith('>') ? 'commands' : asked.startsWith('@') ? 'people' : null;
  const query = only === null ? asked.trim() : asked.slice(1).trim();
  useEffect(onOpened, [onOpened]);
  useEffect(() => {
    let here = true;
    setAt(0);
    if (query === '' && only !== 'people') {
      setStories([]);
      setPeople([]);
      return undefined;
    }
    const timer = setTimeout(() => {
      const find = async (): Promise<void> => {
        const [found, known] = await Promise.all([
          only === null ? app.client.library.list({ query: query.normalize('NFC'), limit: 5 }) : null,
          only === 'commands' ? null : app.client.people.search({ query: query.normalize('NFC'), limit: only === 'people' ? 12 : 3 }),
        ]);
        if (!here) return;
        setStories(found?.ok === true ? found.value.rows : []);
        setPeople(known?.ok === true ? known.value.people : []);
        setAnswered(asked);
      };
      void find();
    }, 60);
    return () => {
      here = false;
      clearTimeout(timer);
    };
  }, [app, asked, query, only]);

  const groups = useMemo<readonly Group[]>(() => {
    const done = (run: () => void) => (): void => {
      onClose();
      // After the dialog has given the focus back.
      setTimeout(run, 0);
    };
    const commandRow = ({ command, label, match }: FoundCommand): Row => {
      const off = commandOff(app, command);
      return {
        key: command.id,
        icon: command.icon,
        label: match === null ? label : <MatchedText text={label} matches={[match]} />,
        aside: off ?? (match === null && query !== '' ? t('app.palette.related') : ''),
        shortcut: command.shortcuts[0],
        off: off !== null,
        run: done(() => {
          noteUsed(app, command.id);
          runCommand(app, command);
        }),
      };
    };
    const storyRow = (row: StoryRow): Row => ({ key: row.id, icon: 'file-text', label: <span className={styles.story}><MatchedText text={row.headline || t('app.rail.untitled')} matches={row.headlineMatches} /></span>, aside: t(storyStatusLook(row.status).label), end: true, shortcut: undefined, off: false, run: done(() => void app.openStory(row.id)) });
    const personRow = (person: Person): Row => {
      const match = matchIn(person.name, query);
      return { key: person.id, icon: 'user-round', label: match === null ? person.name : <MatchedText text={person.name} matches={[match]} />, aside: person.titles.join(', '), shortcut: undefined, off: false, run: done(() => app.go({ view: 'directory', query: person.name })) };
    };
    const known = commandsHere(app.desktop).filter((command) => command.hidden !== true);
    const found = only === 'people' ? [] : searchCommands(known, query, words).slice(0, query === '' ? known.length : 8);
    const used = query === '' && only === null ? lastUsed(app).flatMap((id) => found.filter(({ command }) => command.id === id && commandOff(app, command) === null)) : [];
    const others = found.filter((one) => !used.includes(one));
    // What can't be done now stands after what can.
    const rowsOf = (isScreen: boolean): readonly Row[] => others.filter(({ command }) => (command.group === 'go') === isScreen).map(commandRow).toSorted((left, right) => Number(left.off) - Number(right.off));
    const commands: Group = { id: 'commands', rows: rowsOf(false) };
    const places: Group = { id: 'screens', rows: rowsOf(true) };
    const isPlace = query !== '' && (found.find(({ command }) => commandOff(app, command) === null)?.command.group === 'go' || commands.rows[0]?.off === true);
    return [
      { id: 'recent', rows: [...used.map(commandRow), ...(query === '' && only === null ? recent.filter((row) => row.id !== here).slice(0, 5).map(storyRow) : [])] },
      // What fits best stands first: Enter does it.
      ...(isPlace ? [places, commands] : [commands, places]),
      { id: 'stories', rows: stories.map(storyRow) },
      { id: 'people', rows: people.map(personRow) },
    ];
    // `version`: commands were switched on or off.
  }, [app, words, t, query, only, stories, people, recent, here, onClose, version]);
  const rows = useMemo(() => groups.flatMap((group) => group.rows), [groups]);

  const current = Math.min(at, Math.max(0, rows.length - 1));
  const move = (to: number): void => {
    setAt(to);
    list.current?.querySelector(`#palette-${to}`)?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') { event.preventDefault(); move((current + 1) % Math.max(1, rows.length)); }
    else if (event.key === 'ArrowUp') { event.preventDefault(); move((current + rows.length - 1) % Math.max(1, rows.length)); }
    else if (event.key === 'Enter') {
      event.preventDefault();
      const row = rows[current];
      if (row !== undefined && !row.off) row.run();
    }
  };
  return (
    <>
      <div className={styles.ask}>
        <Icon name="search" />
        <input
          className={styles.input}
          role="combobox"
          aria-expanded
          aria-controls="palette-list"
          aria-activedescendant={rows.length > 0 ? `palette-${current}` : undefined}
          aria-label={t('app.palette.ask')}
          placeholder={t('app.palette.ask')}
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
          value={asked}
          onChange={(event) => setAsked(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <Keys of="Escape" />
      </div>
      <div ref={list} id="palette-list" role="listbox" aria-label={t('app.palette')} className={styles.list} onMouseDown={(event) => event.preventDefault()}>
        {groups.map((group) => {
          if (group.rows.length === 0) return null;
          const first = rows.indexOf(group.rows[0] as Row);
          return (
            <div key={group.id} role="group" aria-label={t(`app.palette.${group.id}`)}>
              <div className={styles.heading} role="presentation">{t(`app.palette.${group.id}`)}</div>
              {group.rows.map((row, offset) => {
                const index = first + offset;
                return (
                  <div key={row.key} id={`palette-${index}`} role="option" aria-selected={index === current} aria-disabled={row.off || undefined} className={classNames(styles.row, index === current && styles.on, row.off && styles.off)} onClick={() => { if (!row.off) row.run(); }} onMouseMove={() => setAt(index)}>
                    <Icon name={row.icon} />
                    <span className={styles.label}>{row.label}</span>
                    {row.aside !== '' && <small className={row.end === true ? styles.end : styles.aside}>{row.aside}</small>}
                    {row.shortcut !== undefined && <span className={styles.keys}><Keys of={row.shortcut} bare={index !== current} /></span>}
                  </div>
                );
              })}
            </div>
          );
        })}
      </div>
      {rows.length === 0 && (answered === asked || only === 'commands') && (
        <div className={styles.none} role="status">
          <p>{t('app.palette.none')}</p>
          <p className={styles.try}>{t('app.palette.none.text')}</p>
        </div>
      )}
      <div className={styles.foot}>
        <span><Keys of="ArrowUp+ArrowDown" bare />{t('app.palette.hint.choose')}</span>
        <span><Keys of="Enter" bare />{t('app.palette.hint.do')}</span>
        <span><Keys of=">" bare />{t('app.palette.hint.commands')}</span>
        <span><Keys of="@" bare />{t('app.palette.hint.people')}</span>
      </div>
    </>
  );
}
