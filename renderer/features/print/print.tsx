import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { useCommand } from '#renderer/app/commands/command-center.ts';
import { useApp } from '#renderer/app/services.ts';
import { storyStatusLook } from '../library/story-status.ts';
import { clockTime, civilDate, printedDate } from '#renderer/i18n/moment.ts';
import type { StorySession } from '../story/story-session.ts';
import type * as drafts from './open-draft.tsx';

const loadDraft = () => import('./open-draft.tsx');
const PrintDialog = lazy(async () => ({ default: (await import('./print-dialog.tsx')).PrintDialog }));

/** Print and PDF of the open story: asks what goes along, makes the draft, hands it to the printer. */
export function Print({ session }: { readonly session: StorySession }): ReactElement | null {
  const app = useApp();
  const [asking, setAsking] = useState(false);
  const made = useRef<typeof drafts | null>(null);
  const open = useRef<drafts.OpenDraft | null>(null);
  useCommand(app.commands, 'story.print', () => setAsking(true));

  const close = (): void => {
    open.current?.close();
    open.current = null;
  };
  const make = (): drafts.OpenDraft | null => {
    if (made.current === null || open.current !== null) return open.current;
    const words = app.words.get();
    const { newsroom, interface: look } = app.settings.get();
    const { status, seq } = session.state.get().meta;
    const now = app.now();
    const footer = words.t('print.footer', { status: words.t(storyStatusLook(status).label), seq, time: clockTime(now), date: printedDate(civilDate(now)) });
    open.current = made.current.openDraft({ document: session.editor.document(), newsroom: newsroom.name, choice: look.print, words, addresses: app.addresses }, footer);
    return open.current;
  };
  const print = async (): Promise<void> => {
    setAsking(false);
    // The stored copy is named at the foot of every page: it must be the one that is printed.
    await session.flush();
    made.current ??= await loadDraft();
    const draft = make();
    await draft?.ready;
    window.print();
  };

  const pdf = async (): Promise<void> => {
    setAsking(false);
    if (app.desktop === null) return;
    const { bridge } = app.desktop;
    await session.flush();
    made.current ??= await loadDraft();
    const draft = make();
    await draft?.ready;
    const { t } = app.words.get();
    const saved = await bridge.savePdf(draft?.name || t('print.pdf.name'));
    close();
    if (saved.kind === 'failed') app.tell(saved.error);
    if (saved.kind !== 'saved') return;
    const { path, name } = saved;
    app.toasts.show({ text: t('publish.exported', { name }), icon: 'file-down', acts: [{ label: t('publish.show-file'), run: () => bridge.showFile(path) }] });
  };
  useCommand(app.commands, 'story.pdf', () => void pdf());

  useEffect(() => {
    const idle = requestIdleCallback(() => void loadDraft().then((module) => { made.current = module; }, () => undefined), { timeout: 8_000 });
    // The browser's own menu, and the system's.
    const onBefore = (): void => void make();
    window.addEventListener('beforeprint', onBefore);
    window.addEventListener('afterprint', close);
    return () => {
      cancelIdleCallback(idle);
      window.removeEventListener('beforeprint', onBefore);
      window.removeEventListener('afterprint', close);
      close();
    };
  }, [app, session]);

  return asking ? (
    <Suspense fallback={null}>
      <PrintDialog onClose={() => setAsking(false)} onPrint={() => void print()} onPdf={app.desktop === null ? undefined : () => void pdf()} />
    </Suspense>
  ) : null;
}
