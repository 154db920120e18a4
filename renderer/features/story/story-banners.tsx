import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { useApp } from '#renderer/app/services.ts';
import { useStore } from '#renderer/app/store.ts';
import { useCommand } from '#renderer/app/commands/command-center.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { HelpLink } from '../help/help-link.tsx';
import type { StorySession } from './story-session.ts';
import { useSaveState } from './use-editor.ts';

/** What keeps this text from being written or saved, and what to do about it. */
export function StoryBanners({ session }: { readonly session: StorySession }): ReactElement | null {
  const app = useApp();
  const words = useWords();
  const { stale, mode, readReason, meta } = useStore(session.state);
  const save = useSaveState(session.editor);
  const { t } = words;
  useCommand(app.commands, 'story.take-over', () => void session.takeOver(), mode === 'read' && readReason === 'other-window' ? null : 'app.off.status');

  if (stale !== null) {
    return (
      <Banner
        kind="fail"
        icon="circle-alert"
        acts={
          <>
            {stale.error.code === 'story.not-writer' && stale.kept && <Button size="small" onClick={() => void session.takeOver()}>{t('app.command.take-over')}</Button>}
            {stale.kept && <Button size="small" onClick={() => app.commands.run('story.versions')}>{t('versions.see-kept')}</Button>}
            {stale.kept && <Button size="small" onClick={() => void session.reload()}>{t('story.stale.reload')}</Button>}
            {!stale.kept && <CopyText session={session} />}
          </>
        }
      >
        <span className="strong">{words.error(stale.error)}</span> {t(stale.kept ? 'story.stale.kept' : 'story.stale.keeping')}
      </Banner>
    );
  }
  if (save.kind === 'failed') return <FailedSave session={session} why={words.error(save.error)} />;
  if (mode === 'write') return null;
  if (readReason === 'other-window') {
    return (
      <Banner kind="info" icon="lock" acts={<Button size="small" onClick={() => void session.takeOver()}>{t('app.command.take-over')}</Button>}>
        <span className="strong">{t('story.read.other')}</span> {t('story.read.other.text')}
      </Banner>
    );
  }
  if (readReason === 'trashed') {
    return (
      <Banner kind="info" icon="trash-2" acts={<Button size="small" onClick={() => void restore()}>{t('library.take-back')}</Button>}>
        {t('story.read.trashed')}
      </Banner>
    );
  }
  return <Banner kind="info" icon="lock">{t(meta.status === 'published' ? 'story.read.published' : 'story.read.approved')}</Banner>;

  async function restore(): Promise<void> {
    const done = await app.client.story.restore({ ids: [session.id] });
    if (done.ok) await session.reload();
    else app.tell(done.error);
  }
}

/** How long, in words a worried reporter can use; and a way to try at once. */
function FailedSave({ session, why }: { readonly session: StorySession; readonly why: string }): ReactElement {
  const app = useApp();
  const { t } = useWords();
  const [since] = useState(() => app.now());
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds(Math.round((app.now() - since) / 1000)), 5_000);
    return () => clearInterval(timer);
  }, [app, since]);
  return (
    <Banner
      kind="fail"
      icon="circle-alert"
      acts={
        <>
          <HelpLink topic="trouble" />
          <CopyText session={session} />
          <Button size="small" onClick={() => session.editor.save.retry()}>{t('app.retry')}</Button>
        </>
      }
    >
      <span className="strong">{seconds < 5 ? t('story.failed.now') : t('story.failed.for', { seconds })}</span> {why}
    </Banner>
  );
}

function CopyText({ session }: { readonly session: StorySession }): ReactElement {
  const app = useApp();
  const { t } = useWords();
  const copy = async (): Promise<void> => {
    const text = session.editor.lexical.getRootElement()?.innerText ?? '';
    await navigator.clipboard.writeText(text);
    app.toasts.show({ text: t('story.failed.copied'), icon: 'copy' });
  };
  return <Button size="small" onClick={() => void copy()}>{t('story.failed.copy')}</Button>;
}
