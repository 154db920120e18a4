import { memo } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { daysLeft } from '#core/story/trash.ts';
import type { StoryRow } from '#core/story/meta.ts';
import { useApp } from '#renderer/app/services.ts';
import { shortMoment } from '#renderer/i18n/moment.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { classNames } from '#renderer/ui/class-names.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { Status } from '#renderer/ui/status.tsx';
import { useIsSample } from '../first/first-notes.tsx';
import { MatchedText } from './matched-text.tsx';
import { storyStatusLook } from './story-status.ts';
import styles from './story-list-row.module.css';

export interface StoryListRowProps {
  /** Null: on its way here. */
  readonly row: StoryRow | null;
  readonly index: number;
  readonly total: number;
  /** Of its day, or of all. */
  readonly first: boolean;
  readonly current: boolean;
  readonly marked: boolean;
  /** Some rows are marked: the boxes stay in sight. */
  readonly marking: boolean;
  /** Open in this window. */
  readonly open: boolean;
}

/**
 * One story. Its box and its dots are for the mouse alone: who works by keyboard has Space and the menu key, and a row of a list may hold
 * nothing that takes the focus by itself. The list hears its clicks.
 */
export const StoryListRow = memo(function StoryListRow({ row, index, total, first, current, marked, marking, open }: StoryListRowProps): ReactElement {
  return (
    <div
      role="option"
      aria-selected={marking ? marked : current}
      aria-setsize={total}
      aria-posinset={index + 1}
      aria-busy={row === null || undefined}
      tabIndex={current ? 0 : -1}
      className={classNames(styles.row, first && styles.first, marking && styles.marking, marking ? marked && styles.on : current && styles.on, row === null && styles.waiting)}
      data-story={row?.id}
      data-at={index}
    >
      {row === null ? <Waiting /> : <Content row={row} open={open} marked={marked} />}
    </div>
  );
});

const Waiting = (): ReactElement => {
  const { t } = useWords();
  return (
    <>
      <span className={styles.blank} />
      <span className={styles.story}>
        <span className={styles.line} />
        <span className={styles.line} />
        <span className="unseen">{t('app.loading')}</span>
      </span>
    </>
  );
};

/** A name stays in one line where it can. */
const unbroken = (name: string): string => name.replaceAll(' ', '\u00a0');

function Content({ row, open, marked }: { readonly row: StoryRow; readonly open: boolean; readonly marked: boolean }): ReactNode {
  const app = useApp();
  const words = useWords();
  const { t } = words;
  const names = row.attendees.slice(0, 2).map(unbroken).join(', ');
  const others = row.attendeeCount - Math.min(2, row.attendees.length);
  return (
    <>
      <span className={styles.check} data-check="" aria-hidden="true">
        <span className={classNames(styles.box, marked && styles.checked)} />
      </span>
      {row.thumb === null ? (
        <span className={styles.none}><Icon name="image-off" /></span>
      ) : (
        <img className={`${styles.thumb} photo-dim`} src={app.addresses.photo(row.thumb, 'thumb')} alt="" loading="lazy" width={72} height={48} draggable={false} />
      )}
      <span className={styles.story}>
        <span className={classNames(styles.headline, row.headline === '' && styles.untitled)}>{row.headline === '' ? t('app.rail.untitled') : <MatchedText text={row.headline} matches={row.headlineMatches} />}</span>
        <span className={styles.snippet}>{row.snippet === '' ? t('library.blank') : <MatchedText text={row.snippet} matches={row.snippetMatches} />}</span>
      </span>
      <span className={styles.people}>{others > 0 && names !== '' ? t('library.people', { names, count: others }) : names}</span>
      <span className={styles.state}><Step row={row} open={open} /></span>
      <span className={styles.more} data-more="" aria-hidden="true"><Icon name="ellipsis" size={14} /></span>
    </>
  );
}

/** How far it is; in the trash, how long it is still there. */
function Step({ row, open }: { readonly row: StoryRow; readonly open: boolean }): ReactElement {
  const app = useApp();
  const words = useWords();
  const { t } = words;
  const look = storyStatusLook(row.status, open);
  const who = useIsSample(row.id) ? t('first.sample') : row.author;
  const when = shortMoment(row.trashedAt ?? row.updatedAt, app.now(), words.language);
  const days = row.trashedAt === null ? null : daysLeft(row.trashedAt, app.now());
  return (
    <>
      <Status icon={look.icon} tone={row.trashedAt === null ? look.tone : 'plain'}>{t(look.label)}</Status>
      <span className={styles.who}>
        {days === null && who !== '' && <span className={styles.author}>{who}</span>}
        <span>{days === null ? `${who === '' ? '' : ', '}${when}` : row.status === 'published' ? t('library.trash.kept') : t('library.trash.days', { days })}</span>
      </span>
    </>
  );
}
