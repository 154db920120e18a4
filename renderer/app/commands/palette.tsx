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
import { useApp } from '../services.ts';
import { commandsHere } from './app-commands.ts';
import { useCommandVersion } from './command-center.ts';
import { searchCommands } from './palette-search.ts';
import { commandOff, runCommand } from './run-command.ts';
import styles from './palette.module.css';

interface Row {
  readonly key: string;
  readonly group: 'commands' | 'stories' | 'people';
  readonly icon: IconName;
  readonly label: ReactNode;
  readonly aside: string;
  readonly shortcut: string | undefined;
  readonly off: boolean;
  readonly run: () => void;
}

/** Every command, story and person under one chord. `>` commands only, `@` people only. Opens without motion. */
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
      if (only === null) void app.client.library.list({ query: query.normalize('NFC'), limit: 5 }).then((found) => { if (here) setStories(found.ok ? found.value.rows : []); });
      else setStories([]);
      if (only !== 'commands') void app.client.people.search({ query: query.normalize('NFC'), limit: only === 'people' ? 12 : 3 }).then((found) => { if (here) setPeople(found.ok ? found.value.people : []); });
      else setPeople([]);
    }, 60);
    return () => {
      here = false;
      clearTimeout(timer);
    };
  }, [app, query, only]);

  const rows = useMemo<readonly Row[]>(() => {
    const done = (run: () => void) => (): void => {
      onClose();
      // After the dialog has given the focus back.
      setTimeout(run, 0);
    };
    const commands = only === 'people' ? [] : searchCommands(commandsHere(app.desktop).filter((command) => command.hidden !== true), query, words).slice(0, query === '' ? 60 : 8);
    const commandRows = commands.map(({ command, label, match }): Row => {
      const off = commandOff(app, command);
      return {
        key: command.id,
        group: 'commands',
        icon: command.icon,
        label: match === null ? label : <><span>{label.slice(0, match[0])}</span><b className={styles.hit}>{label.slice(match[0], match[1])}</b><span>{label.slice(match[1])}</span></>,
        aside: off ?? (match === null && query !== '' ? t('app.palette.related') : ''),
        shortcut: command.shortcuts[0],
        off: off !== null,
        run: done(() => runCommand(app, command)),
      };
    });
    return [
      ...commandRows.filter((row) => !row.off),
      ...commandRows.filter((row) => row.off),
      ...stories.map((row): Row => ({ key: row.id, group: 'stories', icon: 'file-text', label: <span className={styles.story}><MatchedText text={row.headline || t('app.rail.untitled')} matches={row.headlineMatches} /></span>, aside: t(storyStatusLook(row.status).label), shortcut: undefined, off: false, run: done(() => void app.openStory(row.id)) })),
      ...people.map((person): Row => ({ key: person.id, group: 'people', icon: 'user-round', label: person.name, aside: person.titles.join(', '), shortcut: undefined, off: false, run: done(() => app.go({ view: 'directory', query: person.name })) })),
    ];
    // `version`: commands were switched on or off.
  }, [app, words, t, query, only, stories, people, onClose, version]);

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
        {(['commands', 'stories', 'people'] as const).map((group) => {
          const members = rows.map((row, index) => ({ row, index })).filter(({ row }) => row.group === group);
          return members.length === 0 ? null : (
            <div key={group} role="group" aria-label={t(`app.palette.${group}`)}>
              <div className={styles.heading} role="presentation">{t(`app.palette.${group}`)}</div>
              {members.map(({ row, index }) => (
                <div key={row.key} id={`palette-${index}`} role="option" aria-selected={index === current} aria-disabled={row.off || undefined} className={classNames(styles.row, index === current && styles.on, row.off && styles.off)} onClick={() => { if (!row.off) row.run(); }} onMouseMove={() => setAt(index)}>
                  <Icon name={row.icon} />
                  <span className={styles.label}>{row.label}</span>
                  {row.aside !== '' && <small className={row.group === 'stories' ? styles.end : styles.aside}>{row.aside}</small>}
                  {row.shortcut !== undefined && <span className={styles.keys}><Keys of={row.shortcut} bare={index !== current} /></span>}
                </div>
              ))}
            </div>
          );
        })}
      </div>
      {rows.length === 0 && <p className={styles.none} role="status">{t('app.palette.none')}</p>}
      <div className={styles.foot}>
        <span><Keys of="ArrowUp+ArrowDown" bare />{t('app.palette.hint.choose')}</span>
        <span><Keys of="Enter" bare />{t('app.palette.hint.do')}</span>
        <span><Keys of=">" bare />{t('app.palette.hint.commands')}</span>
        <span><Keys of="@" bare />{t('app.palette.hint.people')}</span>
      </div>
    </>
  );
}
