import type { ReactElement } from 'react';
import { storyStatusLook } from '#renderer/features/library/story-status.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { classNames } from '#renderer/ui/class-names.ts';
import { Status } from '#renderer/ui/status.tsx';
import { useResource } from '../resource.ts';
import { useApp } from '../services.ts';
import { useStore } from '../store.ts';
import styles from './recent-stories.module.css';

/** The stories touched last, the open one marked. */
export function RecentStories(): ReactElement | null {
  const app = useApp();
  const words = useWords();
  const rows = useResource(app.facts.recent).value?.rows ?? [];
  const route = useStore(app.route);
  const open = useStore(app.story)?.id ?? null;
  if (rows.length === 0) return null;
  return (
    <>
      <h2 className={styles.heading}>{words.t('app.rail.recent')}</h2>
      <ul className={styles.list}>
        {rows.map((row) => {
          const here = row.id === open && route.view === 'story';
          const look = storyStatusLook(row.status, row.id === open);
          return (
            <li key={row.id}>
              <button type="button" className={classNames(styles.story, here && styles.here)} aria-current={here ? 'page' : undefined} onClick={() => void app.openStory(row.id)}>
                <span className={styles.headline}>{row.headline || words.t('app.rail.untitled')}</span>
                <Status icon={look.icon}>{words.t(look.label)}</Status>
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
