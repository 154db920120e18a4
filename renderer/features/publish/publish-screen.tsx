import { useCallback, useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import type { BlockId, DestinationId } from '#core/base/ids.ts';
import type { ReadinessItem } from '#core/contract/export.ts';
import type { Destination, Job } from '#core/contract/publish.ts';
import { commandNamed } from '#renderer/app/commands/app-commands.ts';
import { isAsking, useCommand } from '#renderer/app/commands/command-center.ts';
import { Slot } from '#renderer/app/layout/slots.tsx';
import { useResource } from '#renderer/app/resource.ts';
import { useApp } from '#renderer/app/services.ts';
import { useStore } from '#renderer/app/store.ts';
import { useWidth } from '#renderer/app/width.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Menu } from '#renderer/ui/menu.tsx';
import { Status } from '#renderer/ui/status.tsx';
import { storyStatusLook } from '../library/story-status.ts';
import type { StorySession } from '../story/story-session.ts';
import { useEditorPart } from '../story/use-editor.ts';
import { DestinationForm } from './destination-form.tsx';
import { Destinations } from './destinations.tsx';
import { createExports } from './exports.ts';
import { canCancel, canRetry } from './job-look.ts';
import { JobList } from './job-list.tsx';
import { JobSteps } from './job-steps.tsx';
import { Previews } from './previews.tsx';
import { ReadinessList } from './readiness-list.tsx';
import styles from './publish-screen.module.css';

/** Is it ready, how will readers see it, where does it go, and how far is it. */
export function PublishScreen({ session }: { readonly session: StorySession }): ReactElement {
  const app = useApp();
  const words = useWords();
  const slim = useWidth() === 'slim';
  const { t } = words;
  const { meta } = useStore(session.state);
  const headline = useEditorPart(session.editor, (snapshot) => snapshot.headline);
  const destinations = useResource(app.facts.destinations).value?.destinations ?? [];
  const jobs = (useResource(app.facts.jobs).value?.jobs ?? []).filter((job) => job.storyId === session.id);
  const [items, setItems] = useState<readonly ReadinessItem[]>([]);
  const [picked, setPicked] = useState<DestinationId | null>(null);
  const [busy, setBusy] = useState(false);
  const way = useRef<HTMLElement>(null);
  const [signIn, setSignIn] = useState<Destination | null>(null);
  const chosen = destinations.find((one) => one.id === picked) ?? destinations[0] ?? null;
  const job = jobs[0] ?? null;
  const underWay = job !== null && job.state !== 'done' && job.state !== 'cancelled' && job.state !== 'failed' && job.state !== 'conflict';

  const check = useCallback(async () => {
    await session.flush();
    const found = await app.client.export.readiness({ id: session.id });
    if (found.ok) setItems(found.value.items);
    else app.tell(found.error);
  }, [app, session]);
  useEffect(() => void check(), [check, meta.seq, meta.status]);
  useEffect(() => void app.facts.jobs.reload(), [app]);

  const blocking = items.filter((item) => item.level === 'blocking');
  const approved = meta.status === 'approved' || meta.status === 'published';
  // Published and read-only: the text is the one that was sent until someone sends it back.
  const isThere = meta.status === 'published' && jobs.some((one) => one.destinationId === chosen?.id && one.state === 'done');
  const off = chosen === null ? t('publish.off.no-destination') : !approved ? t('publish.off.not-approved') : blocking.length > 0 ? t('publish.off.blocking', { count: blocking.length }) : underWay ? t('publish.off.under-way') : isThere ? t('publish.off.already', { to: chosen.name }) : null;
  const publish = async (): Promise<void> => {
    if (busy || off !== null || chosen === null) return;
    setBusy(true);
    const asked = await app.client.publish.request({ id: session.id, destinationId: chosen.id, seq: meta.seq });
    setBusy(false);
    if (!asked.ok) app.tell(asked.error);
    await app.facts.jobs.reload();
    // The steps stand below what was ready and where it goes: who sends wants to see them.
    if (asked.ok) requestAnimationFrame(() => way.current?.scrollIntoView({ block: 'nearest' }));
  };
  const signInTo = (one: Job): void => setSignIn(destinations.find((destination) => destination.id === one.destinationId) ?? null);
  const change = async (call: 'cancel' | 'retry'): Promise<void> => {
    if (job === null) return;
    const done = await app.client.publish[call]({ id: job.id });
    if (!done.ok) app.tell(done.error);
    await app.facts.jobs.reload();
  };
  const back = useCallback(() => app.go({ view: 'story' }), [app]);
  const go = (block: BlockId | null, code: string): void => {
    if (block !== null) session.view.caret = { blockId: block, offset: 0 };
    if (code === 'date') app.showPanel('info');
    if (code === 'attendees') app.showPanel('people');
    back();
  };
  useCommand(app.commands, 'publish.now', () => void publish(), off === null ? null : 'app.off.status');
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented && !isAsking() && document.querySelector('[role="menu"]') === null) back();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [back]);

  const look = storyStatusLook(meta.status);
  const exports = createExports(app, session);
  const count = (level: ReadinessItem['level']): number => items.filter((item) => item.level === level).length;
  return (
    <div className={styles.publish}>
      <Slot name="title">
        <h1 className={styles.title}>{headline || t('app.rail.untitled')}</h1>
        <Status icon={look.icon} className={styles.status}>{t(look.label)}</Status>
      </Slot>
      <Slot name="titleEnd">
        <Menu
          align="end"
          label={t('publish.export')}
          trigger={<Button look="quiet" icon="file-down">{t('publish.export')}</Button>}
          entries={(['html', 'folder', 'text'] as const).map((kind) => ({ id: kind, label: t(`app.command.export-${kind}`), icon: commandNamed(`export.${kind}`).icon, run: exports[kind] }))}
        />
        {slim ? <IconButton name="pen-line" label={t('app.command.go.story')} shortcut="Escape" onClick={back} /> : <Button look="quiet" icon="pen-line" shortcut="Escape" onClick={back}>{t('app.command.go.story')}</Button>}
      </Slot>
      <aside className={styles.side} aria-label={t('publish.ready')}>
        <h2 className={styles.heading}>
          {t('publish.ready')}
          <span className={styles.aside}>{items.length === 0 ? '' : t('publish.ready.count', { done: count('done'), advice: count('advice'), blocking: count('blocking') })}</span>
        </h2>
        <ReadinessList items={items} meta={meta} onGo={go} />
        <h2 className={styles.heading}>{t('publish.destinations')}</h2>
        <Destinations chosen={chosen?.id ?? null} onChoose={setPicked} jobs={jobs} />
        <Button look="primary" size="large" className={styles.send} busy={busy || job?.state === 'running'} off={job?.state === 'running' ? null : off} shortcut={underWay ? undefined : commandNamed('publish.now').shortcuts[0]} onClick={() => void publish()}>
          {underWay ? t(job.state === 'running' ? 'publish.sending' : 'publish.waits') : chosen === null ? t('publish.send') : t(meta.status === 'published' ? 'publish.send-again' : 'publish.send-to', { to: chosen.name })}
        </Button>
        {off !== null && !underWay && <p className={styles.why}>{off}</p>}
        {job !== null && (
          <section ref={way} aria-label={job.destinationName}>
            <h2 className={styles.progress}>{job.destinationName}</h2>
            <JobSteps job={job} />
            {(canCancel(job) || canRetry(job)) && (
              <div className={styles.acts}>
                {job.state === 'needs-sign-in' ? <Button onClick={() => signInTo(job)}>{t('publish.sign-in')}</Button> : canRetry(job) && <Button icon="refresh-cw" onClick={() => void change('retry')}>{t('app.retry')}</Button>}
                {canCancel(job) && <Button look="quiet" onClick={() => void change('cancel')}>{t('publish.cancel')}</Button>}
              </div>
            )}
          </section>
        )}
      </aside>
      <div className={styles.main}>
        <h2 className={styles.heading}>
          {t('publish.preview')}
          <span className={styles.aside}>{t('publish.preview.text')}</span>
        </h2>
        <Previews id={session.id} seq={meta.seq} />
        {jobs.length > 0 && (
          <>
            <h2 className={styles.heading}>{t('publish.outbox')}</h2>
            <JobList jobs={jobs} label={t('publish.outbox')} onSignIn={signInTo} />
          </>
        )}
      </div>
      <Slot name="status"><span className="num">{t('publish.waiting', { count: underWay ? 1 : 0 })}</span></Slot>
      {signIn !== null && <DestinationForm known={signIn} onClose={() => setSignIn(null)} />}
    </div>
  );
}
