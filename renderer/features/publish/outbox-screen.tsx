import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import type { Destination, Job } from '#core/contract/publish.ts';
import { Slot } from '#renderer/app/layout/slots.tsx';
import { useResource } from '#renderer/app/resource.ts';
import { useApp } from '#renderer/app/services.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Empty } from '#renderer/ui/empty.tsx';
import { Keys } from '#renderer/ui/keys.tsx';
import { HelpLink } from '../help/help-link.tsx';
import { DestinationForm } from './destination-form.tsx';
import { Destinations } from './destinations.tsx';
import { JobList } from './job-list.tsx';
import styles from './publish-screen.module.css';

/** Everything that is on its way out or went out, and where to. */
export function OutboxScreen(): ReactElement {
  const app = useApp();
  const words = useWords();
  const { t } = words;
  const jobs = useResource(app.facts.jobs);
  const destinations = useResource(app.facts.destinations).value?.destinations ?? [];
  const [signIn, setSignIn] = useState<Destination | null>(null);
  useEffect(() => void app.facts.jobs.reload(), [app]);
  const all = jobs.value?.jobs ?? [];
  const waiting = all.filter((job) => job.state !== 'done' && job.state !== 'cancelled');
  const past = all.filter((job) => !waiting.includes(job));
  const signInTo = (job: Job): void => setSignIn(destinations.find((one) => one.id === job.destinationId) ?? null);
  return (
    <div className={styles.publish}>
      <Slot name="title"><h1 className={styles.title}>{t('publish.outbox')}</h1></Slot>
      <aside className={styles.side} aria-label={t('publish.destinations')}>
        <h2 className={styles.heading}>{t('publish.destinations')}</h2>
        <Destinations jobs={all} />
      </aside>
      <div className={styles.main}>
        {jobs.error !== null && <p role="alert" className="danger">{words.error(jobs.error)}</p>}
        {jobs.value !== null && all.length === 0 && <Empty title={t('publish.outbox.empty')} text={t('publish.outbox.empty.text')} acts={<HelpLink topic="publish" spelled />} />}
        {waiting.length > 0 && (
          <>
            <h2 className={styles.heading}>{t('publish.outbox.waiting')}<span className={styles.aside}>{t('publish.outbox.safe')}</span></h2>
            <JobList jobs={waiting} label={t('publish.outbox.waiting')} onSignIn={signInTo} />
          </>
        )}
        {past.length > 0 && (
          <>
            <h2 className={styles.heading}>{t('publish.outbox.past')}</h2>
            <JobList jobs={past} label={t('publish.outbox.past')} onSignIn={signInTo} />
          </>
        )}
      </div>
      <Slot name="status"><span className="num">{t('publish.waiting', { count: waiting.length })}</span></Slot>
      <Slot name="statusEnd">
        {all.length > 0 && (
          <>
            <span><Keys of="ArrowUp+ArrowDown" bare /> {t('app.palette.hint.choose')}</span>
            <span><Keys of="Enter" bare /> {t('publish.key.story')}</span>
            {waiting.length > 0 && <span><Keys of="R" bare /> {t('publish.key.retry')}</span>}
            {waiting.length > 0 && <span><Keys of="Delete" bare /> {t('publish.key.cancel')}</span>}
          </>
        )}
      </Slot>
      {signIn !== null && <DestinationForm known={signIn} onClose={() => setSignIn(null)} />}
    </div>
  );
}
