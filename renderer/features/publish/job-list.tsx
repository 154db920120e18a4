import type { ReactElement } from 'react';
import type { Job } from '#core/contract/publish.ts';
import { useApp } from '#renderer/app/services.ts';
import { clockTime, daysAgo, shortDay } from '#renderer/i18n/moment.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import linkStyles from '#renderer/ui/button.module.css';
import { canCancel, canRetry, jobLook, jobProblem } from './job-look.ts';
import styles from './job-list.module.css';

/** The outbox in plain words, newest first, each with what can be done about it. */
export function JobList({ jobs, onSignIn }: { readonly jobs: readonly Job[]; readonly onSignIn: (job: Job) => void }): ReactElement {
  const app = useApp();
  const words = useWords();
  const { t } = words;
  const act = async (call: 'cancel' | 'retry', job: Job): Promise<void> => {
    const done = await app.client.publish[call]({ id: job.id });
    if (!done.ok) app.tell(done.error);
    await app.facts.jobs.reload();
  };
  const when = (at: number): string => {
    const days = daysAgo(at, app.now());
    return days <= 0 ? clockTime(at) : days === 1 ? t('publish.yesterday', { time: clockTime(at) }) : `${shortDay(at, app.now())} ${clockTime(at)}`;
  };
  return (
    <ol className={styles.jobs} aria-label={t('publish.outbox')}>
      {jobs.map((job) => {
        const look = jobLook(job, words);
        const problem = job.state === 'done' || job.state === 'cancelled' ? '' : jobProblem(job, words);
        return (
          <li key={job.id} data-job={job.id} data-state={job.state}>
            <time>{when(job.updatedAt)}</time>
            <Icon name={look.icon} className={look.tone === 'plain' ? 'faint' : look.tone} />
            <span className={styles.words}>
              <q>{job.headline || t('app.rail.untitled')}</q> {look.text}
              {problem !== '' && <small>{problem}</small>}
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
