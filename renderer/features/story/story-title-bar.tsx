import { lazy, Suspense, useState } from 'react';
import type { ReactElement } from 'react';
import type { StoryMeta } from '#core/story/meta.ts';
import type { Result } from '#core/base/result.ts';
import type { WireError } from '#core/contract/errors.ts';
import { commandNamed } from '#renderer/app/commands/app-commands.ts';
import { useCommand } from '#renderer/app/commands/command-center.ts';
import { Slot } from '#renderer/app/layout/slots.tsx';
import { useApp } from '#renderer/app/services.ts';
import { useStore } from '#renderer/app/store.ts';
import { useWidth } from '#renderer/app/width.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Menu } from '#renderer/ui/menu.tsx';
import { Status } from '#renderer/ui/status.tsx';
import { useIsSample } from '../first/first-notes.tsx';
import { createStoryActs } from '../library/story-acts.ts';
import { storyStatusLook } from '../library/story-status.ts';
import { Print } from '../print/print.tsx';
import { createExports } from '../publish/exports.ts';
import { plainBody } from './plain-document.ts';
import { FocusMode } from './focus-mode.tsx';
import { SaveStatus } from './save-status.tsx';
import type { StorySession } from './story-session.ts';
import { useEditorPart } from './use-editor.ts';
import styles from './story-title-bar.module.css';

const SendBack = lazy(async () => ({ default: (await import('../review/send-back.tsx')).SendBack }));

const VersionsDialog = lazy(async () => ({ default: (await import('../versions/versions-dialog.tsx')).VersionsDialog }));

const AskName = lazy(async () => ({ default: (await import('../first/ask-name.tsx')).AskName }));

/** Name, step, save state; and the one act that leads on from this step. */
export function StoryTitleBar({ session }: { readonly session: StorySession }): ReactElement {
  const app = useApp();
  const { t } = useWords();
  const { meta, mode } = useStore(session.state);
  const headline = useEditorPart(session.editor, (snapshot) => snapshot.headline);
  const width = useWidth();
  const [busy, setBusy] = useState(false);
  // The step that waits until the reporter has a name.
  const [unnamed, setUnnamed] = useState<(() => void) | null>(null);
  const [sendingBack, setSendingBack] = useState(false);
  const [showsVersions, setShowsVersions] = useState(false);
  const panel = useStore(app.panel);
  const over = useStore(app.panelOver);
  const focused = useStore(app.focusMode);
  const { status } = meta;
  const look = storyStatusLook(status);
  const mayWrite = mode === 'write';
  const isSample = useIsSample(session.id);

  const step = async (take: () => Promise<Result<StoryMeta, WireError>>, done: string): Promise<void> => {
    if (busy) return;
    const { name, penName } = app.settings.get().profile;
    if (name === '' && penName === '') {
      setUnnamed(() => () => void step(take, done));
      return;
    }
    setBusy(true);
    // Review judges what is stored: nothing may still be on its way.
    const saved = await session.flush();
    const taken = saved ? await take() : null;
    setBusy(false);
    if (taken === null) return;
    if (!taken.ok) {
      app.tell(taken.error);
      return;
    }
    session.setMeta(taken.value);
    app.toasts.show({ text: done, icon: 'circle-check', tone: 'success' });
  };
  const canSubmit = status === 'draft' || status === 'sent_back';
  const submit = (): void => void step(() => app.client.review.submit({ id: session.id }), t('review.submitted'));
  const approve = (): void => void step(() => app.client.review.approve({ id: session.id }), t('review.approved'));
  const exports = createExports(app, session);
  useCommand(app.commands, 'story.submit', submit, canSubmit && mayWrite ? null : 'app.off.status');
  useCommand(app.commands, 'story.approve', approve, status === 'submitted' ? null : 'app.off.status');
  useCommand(app.commands, 'story.send-back', () => setSendingBack(true), canSubmit ? 'app.off.status' : null);
  useCommand(app.commands, 'export.html', exports.html);
  useCommand(app.commands, 'export.folder', exports.folder);
  useCommand(app.commands, 'export.text', exports.text);
  useCommand(app.commands, 'publish.open', () => void session.flush().then(() => app.go({ view: 'publish' })));
  useCommand(app.commands, 'story.versions', () => setShowsVersions(true));
  useCommand(app.commands, 'story.duplicate', () => void duplicate());
  useCommand(app.commands, 'story.trash', () => void trash());
  useCommand(app.commands, 'story.analyze', analyze, mayWrite ? null : 'app.off.read-only');
  const keys = (id: string): string | undefined => commandNamed(id).shortcuts[0];

  function analyze(): void {
    const body = plainBody(session.editor.document());
    if (body === null) app.toasts.show({ text: t('proposal.not-plain'), icon: 'circle-alert' });
    else void session.analyze({ ...body, intoEmptyStory: false });
  }
  async function duplicate(): Promise<void> {
    await session.flush();
    const made = await app.client.story.duplicate({ id: session.id });
    if (made.ok) await app.openStory(made.value.id);
    else app.tell(made.error);
  }
  async function trash(): Promise<void> {
    if ((await createStoryActs(app).trash([session.id], session.id)) > 0) app.go({ view: 'library', list: 'all' });
  }

  const small = width === 'slim';
  const menu = ['page.focus', 'publish.open', 'story.print', 'export.html', 'export.folder', 'export.text', 'story.analyze', 'story.versions', ...(canSubmit ? [] : ['story.send-back']), 'story.duplicate', 'story.trash'];
  const panelOpen = width === 'narrow' || width === 'slim' ? over : panel !== null;
  return (
    <>
      <Slot name="title">
        <h1 className={styles.name}>{headline || t('app.rail.untitled')}</h1>
        {!small && width !== 'narrow' && isSample && <Status icon="newspaper">{t('first.sample')}</Status>}
        {!small && <Status icon={look.icon}>{t(look.label)}</Status>}
        <SaveStatus session={session} />
      </Slot>
      <Slot name="titleEnd">
        {/* In a slim window the way out of focus takes the place of what steps back. */}
        {!(small && focused) && (
          <Menu
            align="end"
            label={t('app.more')}
            trigger={<IconButton name="ellipsis" label={t('app.more')} />}
            entries={menu.map((id) => {
              const command = commandNamed(id);
              const off = app.commands.find(id)?.off ?? null;
              return { id, label: t(command.labelKey), icon: command.icon, shortcut: command.shortcuts[0], line: id === 'publish.open' || id === 'story.duplicate', off: off === null ? null : t(off), run: () => app.commands.run(id) };
            })}
          />
        )}
        <FocusMode session={session} hasButton={!small || focused} />
        {!small && <IconButton name="history" label={t('versions.title')} shortcut={keys('story.versions')} onClick={() => setShowsVersions(true)} />}
        {!small && <IconButton name="panel-right" label={t('app.command.panel')} shortcut={keys('panel.toggle')} on={panelOpen} onClick={() => app.commands.run('panel.toggle')} />}
        {!canSubmit && width === 'narrow' && <IconButton name="corner-up-left" label={t('app.command.send-back')} onClick={() => setSendingBack(true)} />}
        {!canSubmit && width !== 'narrow' && !small && <Button look="quiet" icon="corner-up-left" onClick={() => setSendingBack(true)}>{t('app.command.send-back')}</Button>}
        {canSubmit && <Button look="primary" className={styles.act} busy={busy} off={mayWrite ? null : t('app.off.read-only')} shortcut={small ? undefined : keys('story.submit')} onClick={submit}>{t(busy ? 'review.submitting' : 'app.command.submit')}</Button>}
        {status === 'submitted' && <Button look="primary" className={styles.act} busy={busy} shortcut={small ? undefined : keys('story.approve')} onClick={approve}>{t(busy ? 'review.approving' : 'app.command.approve')}</Button>}
        {(status === 'approved' || status === 'published') && <Button look="primary" className={styles.act} shortcut={small ? undefined : keys('publish.open')} onClick={() => app.commands.run('publish.open')}>{t('publish.open')}</Button>}
      </Slot>
      {unnamed !== null && (
        <Suspense fallback={null}>
          <AskName onClose={() => setUnnamed(null)} onNamed={unnamed} />
        </Suspense>
      )}
      {showsVersions && (
        <Suspense fallback={null}>
          <VersionsDialog session={session} onClose={() => setShowsVersions(false)} />
        </Suspense>
      )}
      <Print session={session} />
      {sendingBack && (
        <Suspense fallback={null}>
          <SendBack onClose={() => setSendingBack(false)} onSend={(note) => void step(() => app.client.review.sendBack({ id: session.id, note }), t('review.sent-back'))} />
        </Suspense>
      )}
    </>
  );
}
