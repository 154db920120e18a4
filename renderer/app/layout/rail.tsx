import type { ReactElement } from 'react';
import { useWords } from '#renderer/i18n/words.ts';
import { Avatar } from '#renderer/ui/avatar.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import type { IconName } from '#renderer/ui/icon-names.ts';
import { Keys } from '#renderer/ui/keys.tsx';
import { Tip } from '#renderer/ui/tip.tsx';
import { commandNamed } from '../commands/app-commands.ts';
import type { AppCommandId } from '../commands/app-commands.ts';
import { useResource } from '../resource.ts';
import { useApp } from '../services.ts';
import { useStore } from '../store.ts';
import { RecentStories } from './recent-stories.tsx';
import styles from './rail.module.css';

interface Place {
  readonly command: AppCommandId;
  readonly icon: IconName;
  readonly here: boolean;
  readonly count: number;
}

/** Where everything is; narrow, it keeps the icons and the counts. */
export function Rail({ narrow, over }: { readonly narrow: boolean; readonly over: boolean }): ReactElement {
  const app = useApp();
  const words = useWords();
  const route = useStore(app.route);
  const counts = useResource(app.facts.counts).value;
  const profile = useStore(app.settings).profile;
  const list = route.view === 'library' ? route.list : null;
  const places: readonly Place[] = [
    { command: 'go.mine', icon: 'pen-line', here: list === 'mine', count: counts?.mine ?? 0 },
    { command: 'go.toReview', icon: 'inbox', here: list === 'toReview', count: counts?.toReview ?? 0 },
    { command: 'go.all', icon: 'library', here: list === 'all', count: 0 },
    { command: 'go.directory', icon: 'users', here: route.view === 'directory', count: 0 },
    { command: 'go.outbox', icon: 'send', here: route.view === 'outbox' || route.view === 'publish', count: counts?.outbox ?? 0 },
    ...(counts !== null && (counts.trash > 0 || list === 'trash') ? [{ command: 'go.trash', icon: 'trash-2', here: list === 'trash', count: 0 } as const] : []),
  ];
  const name = profile.name || profile.penName || words.t('app.rail.profile');
  const create = commandNamed('story.new');
  const find = (
    <button type="button" className={styles.find} aria-label={narrow ? words.t('app.rail.find') : undefined} onClick={() => app.commands.run('palette')}>
      <Icon name="search" size={narrow ? 16 : 14} />
      {!narrow && <span className="clip">{words.t('app.rail.find')}</span>}
      {!narrow && <Keys of="Mod+K" bare />}
    </button>
  );
  return (
    <nav className={classNames(styles.rail, narrow && styles.narrow, over && styles.over)} data-region="rail" tabIndex={-1} aria-label={words.t('app.region.rail')}>
      <div className={styles.top}>
        {narrow ? <Tip text={words.t('app.rail.find')} shortcut="Mod+K">{find}</Tip> : find}
        <IconButton name="square-pen" label={words.t(create.labelKey)} shortcut={create.shortcuts[0]} onClick={() => app.commands.run('story.new')} />
      </div>
      {places.map((place) => <PlaceButton key={place.command} place={place} narrow={narrow} />)}
      {!narrow && <RecentStories />}
      <div className={styles.foot}>
        <button type="button" className={styles.who} aria-label={narrow ? name : undefined} onClick={() => app.go({ view: 'settings' })}>
          {profile.name === '' && profile.penName === '' ? <Icon name="user-round" /> : <Avatar name={name} mine />}
          {!narrow && <span className="clip">{name}</span>}
        </button>
        <IconButton name="sun-moon" label={words.t('app.command.theme')} onClick={() => app.commands.run('app.theme')} />
        <IconButton name="circle-help" label={words.t('app.command.go.help')} shortcut={commandNamed('go.help').shortcuts[0]} on={route.view === 'help'} onClick={() => app.go({ view: 'help' })} />
        <IconButton name="settings" label={words.t('app.command.go.settings')} shortcut={commandNamed('go.settings').shortcuts[0]} on={route.view === 'settings'} onClick={() => app.go({ view: 'settings' })} />
      </div>
    </nav>
  );
}

function PlaceButton({ place, narrow }: { readonly place: Place; readonly narrow: boolean }): ReactElement {
  const app = useApp();
  const words = useWords();
  const command = commandNamed(place.command);
  const label = words.t(command.labelKey);
  const button = (
    <button
      type="button"
      className={classNames(styles.place, place.here && styles.here)}
      aria-current={place.here ? 'page' : undefined}
      aria-label={!narrow ? undefined : place.count > 0 ? `${label}: ${words.number(place.count)}` : label}
      onClick={() => app.commands.run(place.command)}
    >
      <Icon name={place.icon} />
      {!narrow && <span className="clip">{label}</span>}
      {place.count > 0 && <span className={styles.count}>{words.number(place.count)}</span>}
    </button>
  );
  return narrow ? <Tip text={label} shortcut={command.shortcuts[0]}>{button}</Tip> : button;
}
