import { routeName } from './route.ts';
import type { App } from './services.ts';

/** Milliseconds a change of place may wait before it is written down. */
const wait = 800;

/**
 * Writes down where the reporter stands (screen, story, caret, scroll, panel) so that the next start comes back to it, and
 * flushes what is unsaved whenever this window may go away. The answer ends it.
 */
export function keepSession(app: App, onFlushed: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let lastWritten = '';
  const write = async (): Promise<void> => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const story = app.story.get();
    const caret = story?.editor.caret() ?? null;
    const session = {
      view: routeName(app.route.get()),
      storyId: story?.id ?? null,
      caret: caret === null ? null : { blockId: caret.blockId, offset: caret.offset },
      scroll: Math.round(story?.view.scroll ?? 0),
      panel: app.panel.get(),
    };
    const text = JSON.stringify(session);
    if (text === lastWritten) return;
    lastWritten = text;
    const kept = await app.client.settings.saveSession({ session });
    if (!kept.ok) lastWritten = '';
  };
  const later = (): void => {
    timer ??= setTimeout(() => void write(), wait);
  };
  const flush = async (): Promise<void> => {
    await Promise.all([app.story.get()?.flush() ?? Promise.resolve(true), write()]);
  };
  const onHide = (): void => {
    if (document.visibilityState === 'hidden') void flush();
  };
  const onLeave = (): void => void flush();
  const onClose = (event: BeforeUnloadEvent): void => {
    void flush();
    const story = app.story.get();
    if (story === null || story.state.get().stale?.kept === true) return;
    // What is only on its way is sent to the end by a browser, and by nobody in the desktop application: its window waited for the
    // acknowledgement before it closed, so whatever is not saved by now would be lost.
    const { kind } = story.editor.save.state();
    if (app.desktop === null ? kind === 'failed' : kind !== 'clean') event.preventDefault();
  };
  document.addEventListener('visibilitychange', onHide);
  document.addEventListener('selectionchange', later);
  document.addEventListener('scroll', later, { capture: true, passive: true });
  window.addEventListener('blur', onLeave);
  window.addEventListener('pagehide', onLeave);
  window.addEventListener('beforeunload', onClose);
  const stops = [
    app.route.subscribe(later),
    app.panel.subscribe(later),
    app.story.subscribe(later),
    app.pushes.on('app.closing', () => {
      void flush().then(onFlushed);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
    if (timer !== null) clearTimeout(timer);
    document.removeEventListener('visibilitychange', onHide);
    document.removeEventListener('selectionchange', later);
    document.removeEventListener('scroll', later, { capture: true });
    window.removeEventListener('blur', onLeave);
    window.removeEventListener('pagehide', onLeave);
    window.removeEventListener('beforeunload', onClose);
  };
}
