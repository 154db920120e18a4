import type { KeyboardEvent, ReactElement, Ref } from 'react';
import type { StoryRow } from '#core/story/meta.ts';
import { useApp } from '#renderer/app/services.ts';
import { shortMoment } from '#renderer/i18n/moment.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { Status } from '#renderer/ui/status.tsx';
import { useIsSample } from '../first/first-notes.tsx';
import { MatchedText } from './matched-text.tsx';
import { storyStatusLook } from './story-status.ts';
import styles from './story-list-row.module.css';

export interface StoryListRowProps {
  readonly row: StoryRow;
  readonly current: boolean;
  /** Open in this window. */
  readonly open: boolean;
  readonly onOpen: () => void;
  readonly onCurrent: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly ref?: Ref<HTMLDivElement>;
}

export function StoryListRow({ row, current, open, onOpen, onCurrent, onKeyDown, ref }: StoryListRowProps): ReactElement {
  const app = useApp();
  const words = useWords();
  const look = storyStatusLook(row.status, open);
  const who = useIsSample(row.id) ? words.t('first.sample') : row.author;
  const others = row.attendeeCount - row.attendees.slice(0, 2).length;
  return (
    <div
      ref={ref}
      role="option"
      aria-selected={current}
      tabIndex={current ? 0 : -1}
      className={styles.row}
      data-story={row.id}
      onClick={onOpen}
      onFocus={onCurrent}
      onKeyDown={onKeyDown}
    >
      {row.thumb === null ? (
        <span className={styles.none}><Icon name="image-off" /></span>
      ) : (
        <img className={`${styles.thumb} photo-dim`} src={app.addresses.photo(row.thumb, 'thumb')} alt="" loading="lazy" width={72} height={48} />
      )}
      <span className={styles.story}>
        <span className={styles.headline}>{row.headline === '' ? words.t('app.rail.untitled') : <MatchedText text={row.headline} matches={row.headlineMatches} />}</span>
        <span className={styles.snippet}><MatchedText text={row.snippet} matches={row.snippetMatches} /></span>
      </span>
      <span className={styles.people}>{others > 0 && row.attendees.length > 0 ? words.t('library.people', { names: row.attendees.slice(0, 2).join(', '), count: others }) : row.attendees.slice(0, 2).join(', ')}</span>
      <span className={styles.state}>
        <Status icon={look.icon} tone={look.tone}>{words.t(look.label)}</Status>
        <span className={styles.who}>{who === '' ? shortMoment(row.updatedAt, app.now(), words.language) : words.t('library.who-when', { who, when: shortMoment(row.updatedAt, app.now(), words.language) })}</span>
      </span>
    </div>
  );
}
