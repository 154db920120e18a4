import type { ExportKind } from '#core/contract/desktop.ts';
import type { App } from '#renderer/app/services.ts';
import type { StorySession } from '../story/story-session.ts';

export interface Exports {
  readonly html: () => void;
  readonly folder: () => void;
  readonly text: () => void;
}

/** The three ways a story leaves as a file. What is unsaved is saved first: a file is made from what is stored. */
export function createExports(app: App, session: StorySession): Exports {
  /** The system's dialog asks where to; the toast leads there. */
  const save = async (as: ExportKind): Promise<void> => {
    const { desktop } = app;
    if (desktop === null || !(await session.flush())) return;
    const saved = await desktop.bridge.saveExport(session.id, as);
    if (saved.kind === 'failed') app.tell(saved.error);
    if (saved.kind !== 'saved') return;
    const { path, name } = saved;
    const { t } = app.words.get();
    app.toasts.show({ text: t('publish.exported', { name }), icon: as === 'html-folder' ? 'folder' : 'file-down', acts: [{ label: t('publish.show-file'), run: () => desktop.bridge.showFile(path) }] });
  };
  const download = async (ending: 'html' | 'txt'): Promise<void> => {
    if (app.desktop !== null) return await save(ending === 'html' ? 'html' : 'text');
    if (!(await session.flush())) return;
    // Asked for first, so that a story that can't be exported says why instead of downloading an error page.
    const made = ending === 'html' ? await app.client.export.html({ id: session.id }) : await app.client.export.text({ id: session.id });
    if (!made.ok) {
      app.tell(made.error);
      return;
    }
    const link = document.createElement('a');
    link.href = app.addresses.download(session.id, ending) ?? '';
    link.download = made.value.name;
    link.click();
    app.toasts.show({ text: app.words.get().t('publish.exported', { name: made.value.name }), icon: 'file-down' });
  };
  const folder = async (): Promise<void> => {
    if (app.desktop !== null) return await save('html-folder');
    if (!(await session.flush())) return;
    const made = await app.client.export.toFolder({ id: session.id, to: 'html-folder' });
    if (!made.ok) app.tell(made.error);
    else app.toasts.show({ text: app.words.get().t('publish.exported-to', { path: made.value.path }), icon: 'folder', stays: true });
  };
  return { html: () => void download('html'), folder: () => void folder(), text: () => void download('txt') };
}
