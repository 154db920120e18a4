import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { useApp } from '#renderer/app/services.ts';
import { useStore } from '#renderer/app/store.ts';
import { clockTime } from '#renderer/i18n/moment.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Status } from '#renderer/ui/status.tsx';
import { Tip } from '#renderer/ui/tip.tsx';
import type { StorySession } from './story-session.ts';
import { useSaveState } from './use-editor.ts';
import styles from './save-status.module.css';

/** The four wordings. It never disappears; its width does not jump. Screen readers hear only of trouble and of its end. */
export function SaveStatus({ session }: { readonly session: StorySession }): ReactElement {
  const app = useApp();
  const words = useWords();
  const save = useSaveState(session.editor);
  const { meta, mode } = useStore(session.state);
  const jobs = app.facts.jobs.get().value?.jobs ?? [];
  const [heard, setHeard] = useState('');
  const wasFailed = useRef(false);
  const failure = save.kind === 'failed' ? words.error(save.error) : '';
  const savedAt = save.kind === 'clean' && save.savedAt !== null ? save.savedAt : meta.updatedAt;

  useEffect(() => {
    if (save.kind === 'failed') setHeard(words.t('story.save.failed', { why: failure }));
    else if (save.kind === 'clean' && wasFailed.current) setHeard(words.t('story.save.saved'));
    if (save.kind !== 'saving' && save.kind !== 'dirty') wasFailed.current = save.kind === 'failed';
  }, [save.kind, failure, words]);

  // A job of this story that reached its end says which text the portal has.
  const sent = meta.status === 'published' && !jobs.some((job) => job.storyId === session.id && job.state === 'running');
  const shown =
    save.kind === 'failed' ? <Status icon="circle-alert" tone="danger"><span className={styles.words}>{words.t('story.save.failed.short')}</span></Status>
    : save.kind !== 'clean' ? <Status icon="loader-circle"><span className={styles.words}>{words.t('story.save.saving')}</span></Status>
    : sent ? <Status icon="globe" tone="success"><span className={styles.words}>{words.t('story.save.sent')}</span></Status>
    : <Status icon="check"><span className={styles.words}>{words.t('story.save.saved')}</span></Status>;
  const tip = save.kind === 'failed' ? failure : words.t('story.save.when', { time: clockTime(savedAt), seq: meta.seq });
  return (
    <>
      <Tip text={tip}>
        <span className={styles.save} tabIndex={0} data-stays-in-focus="" data-save={mode === 'read' && save.kind === 'clean' ? 'clean' : save.kind}>{shown}</span>
      </Tip>
      <span className="unseen" role="status">{heard}</span>
    </>
  );
}
