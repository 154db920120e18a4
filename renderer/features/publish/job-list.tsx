import { useRef } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';
import type { Job } from '#core/contract/publish.ts';
import { isFocusFree } from '#renderer/app/keep-focus.ts';
import { useApp } from '#renderer/app/services.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { pressed } from '#renderer/ui/shortcut.ts';
import { classNames } from '#renderer/ui/class-names.ts';
import linkStyles from '#renderer/ui/button.module.css';
import { attemptText, canCancel, canRetry, jobLook, jobMoment, jobProblem } from './job-look.ts';
import styles from './job-list.module.css';

export interface JobListProps {
  readonly jobs: readonly Job[];
  readonly label: string;
  readonly onSignIn: (job: Job) => void;
}

/** The outbox in plain words, each with what can be done about it. From row to row by arrows, also into the next list: R tries again, Delete calls back. */
export function JobList({ jobs, label, onSignIn }: JobListProps): ReactElement {
  const app = useApp();
  const words = useWords();
  const { t } = words;
  const list = useRef<HTMLOListElement>(null);
  const act = async (call: 'cancel' | 'retry', job: Job): Promise<void> => {
    const done = await app.client.publish[call]({ id: job.id });
    if (!done.ok) app.tell(done.error);
    await app.facts.jobs.reload();
    // The button that was pressed may be gone with what it did, and the row may stand in another list.
    requestAnimationFrame(() => {
      if (isFocusFree()) document.querySelector<HTMLElement>(`[data-job="${job.id}"] [data-row]`)?.focus();
    });
  };
  const again = (job: Job): void => (job.state === 'needs-sign-in' ? onSignIn(job) : void act('retry', job));
  const onKeyDown = (job: Job) => (event: KeyboardEvent<HTMLElement>): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const rows = [...(list.current?.parentElement?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) rows[rows.indexOf(event.currentTarget) + step]?.focus();
    else if (pressed(event.nativeEvent, 'R') && canRetry(job)) again(job);
    else if (event.key === 'Delete' && canCancel(job)) void act('cancel', job);
    else return;
    event.preventDefault();
  };
  return (
    <ol ref={list} className={styles.jobs} aria-label={label}>
      {jobs.map((job) => {
        const look = jobLook(job, words);
        const problem = job.state === 'done' || job.state === 'cancelled' ? '' : jobProblem(job, words);
        const attempt = attemptText(job, app.now(), words);
        return (
          <li key={job.id} data-job={job.id} data-state={job.state}>
            <time>{jobMoment(job.updatedAt, app.now(), words)}</time>
            <Icon name={look.icon} className={look.tone === 'plain' ? 'faint' : look.tone} />
            <span className={styles.words}>
              <button type="button" data-row="" className={styles.headline} aria-keyshortcuts={[canRetry(job) ? 'R' : '', canCancel(job) ? 'Delete' : ''].join(' ').trim() || undefined} onClick={() => void app.openStory(job.storyId)} onKeyDown={onKeyDown(job)}>
                <q>{job.headline || t('app.rail.untitled')}</q>
              </button>{' '}
              {look.text}
              {problem !== '' && <small>{problem}</small>}
              {attempt !== '' && <small className={styles.attempt}>{attempt}</small>}
            </span>
            <span className={styles.acts}>
              {job.state === 'needs-sign-in' && <Button look="link" size="small" onClick={() => onSignIn(job)}>{t('publish.sign-in')}</Button>}
              {canRetry(job) && job.state !== 'needs-sign-in' && <Button look="link" size="small" onClick={() => void act('retry', job)}>{t('app.retry')}</Button>}
              {canCancel(job) && <Button look="link" size="small" onClick={() => void act('cancel', job)}>{t('publish.cancel')}</Button>}
              {job.url !== null && job.state === 'done' && (
                <a className={classNames(linkStyles.button, linkStyles.link, linkStyles.small)} href={job.url} target="_blank" rel="noopener noreferrer">
                  {t('publish.open-page')}
                  <Icon name="external-link" size={14} />
                </a>
              )}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
