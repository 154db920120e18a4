import type { ReactElement } from 'react';
import type { Job, JobStep } from '#core/contract/publish.ts';
import { useApp } from '#renderer/app/services.ts';
import type { MessageKey } from '#renderer/i18n/catalogue.ts';
import { clockTime } from '#renderer/i18n/moment.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { ProgressBar } from '#renderer/ui/progress-bar.tsx';
import { attemptText, jobLook, jobMoment, jobProblem } from './job-look.ts';
import styles from './job-steps.module.css';

const steps: readonly { readonly step: JobStep; readonly label: MessageKey }[] = [
  { step: 'queued', label: 'publish.step.queued' },
  { step: 'media', label: 'publish.step.media' },
  { step: 'draft', label: 'publish.step.draft' },
  { step: 'verify', label: 'publish.step.verify' },
  { step: 'publish', label: 'publish.step.publish' },
  { step: 'read-back', label: 'publish.step.read-back' },
];

/** The way a story takes, step by step; each is committed before the next one acts. */
export function JobSteps({ job }: { readonly job: Job }): ReactElement {
  const app = useApp();
  const words = useWords();
  const { t } = words;
  const at = job.step === 'done' ? steps.length : steps.findIndex(({ step }) => step === job.step);
  const look = jobLook(job, words);
  const problem = jobProblem(job, words);
  const attempt = attemptText(job, app.now(), words);
  return (
    <ol className={styles.steps} aria-label={t('publish.steps')}>
      {steps.map(({ step, label }, index) => {
        const state = index < at || job.state === 'done' ? 'done' : index === at ? 'now' : 'later';
        const name = step === 'media' && job.mediaTotal > 0 ? t('publish.step.media-of', { done: job.mediaDone, total: job.mediaTotal }) : t(label);
        return (
          <li key={step} className={styles[state]} aria-current={state === 'now' ? 'step' : undefined}>
            <Icon name={state === 'done' ? 'circle-check' : state === 'later' ? 'circle' : look.icon} className={state === 'now' && look.tone !== 'accent' ? look.tone : undefined} />
            <span>{name}</span>
            {index === 0 && <time>{clockTime(job.createdAt)}</time>}
            {state === 'now' && step === 'media' && job.mediaTotal > 0 && <div className={styles.below}><ProgressBar at={job.mediaDone / job.mediaTotal} label={name} /></div>}
            {job.state === 'done' && step === 'read-back' && <small className={styles.below}>{t('publish.done-once', { when: jobMoment(job.updatedAt, app.now(), words) })}</small>}
            {state === 'now' && <small className={styles.below} role="status">{problem || (job.state === 'running' ? t('publish.safe') : look.text)}{attempt !== '' && <span className={styles.attempt}>{attempt}</span>}</small>}
          </li>
        );
      })}
    </ol>
  );
}
