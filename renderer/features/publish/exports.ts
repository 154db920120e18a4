import type { App } from '#renderer/app/services.ts';
import type { StorySession } from '../story/story-session.ts';

export interface Exports {
  readonly html: () => void;
  readonly folder: () => void;
  readonly text: () => void;
}

/** The three ways a story leaves as a file. What is unsaved is saved first: a file is made from what is stored. */
export function createExports(app: App, session: StorySession): Exports {
  const download = async (ending: 'html' | 'txt'): Promise<void> => {
    if (!(await session.flush())) return;
    // Asked for first, so that a story that can't be exported says why instead of downloading an error page.
    const made = ending === 'html' ? await app.client.export.html({ id: session.id }) : await app.client.export.text({ id: session.id });
    if (!made.ok) {
      app.tell(made.error);
      return;
    }
    const link = document.createElement('a');
    link.href = `/export/${session.id}.${ending}`;
    link.download = made.value.name;
    link.click();
    app.toasts.show({ text: app.words.get().t('publish.exported', { name: made.value.name }), icon: 'file-down' });
  };
  const folder = async (): Promise<void> => {
    if (!(await session.flush())) return;
    const made = await app.client.export.toFolder({ id: session.id, to: 'html-folder' });
    if (!made.ok) app.tell(made.error);
    else app.toasts.show({ text: app.words.get().t('publish.exported-to', { path: made.value.path }), icon: 'folder', stays: true });
  };
  return { html: () => void download('html'), folder: () => void folder(), text: () => void download('txt') };
}
