import type { StoryId } from '#core/base/ids.ts';
import { hintNames } from '#core/contract/settings.ts';
import type { App } from '#renderer/app/services.ts';

/** Opens the story to begin with; brings the invented newsroom where it is not there, and the hints where nobody saw them yet. */
export async function openSample(app: App): Promise<void> {
  if (!(await addSample(app))) return;
  const { help } = app.settings.get();
  if (help.hints === null) await app.saveSettings({ help: { ...help, hints: [...hintNames] } });
  const sample = await app.client.library.sample({});
  const first = sample.ok ? sample.value.stories[0] : undefined;
  if (first !== undefined) await app.openStory(first);
}

/** True when the invented newsroom is in the library. */
async function addSample(app: App): Promise<boolean> {
  const added = await app.client.library.addSample({});
  if (!added.ok) app.tell(added.error);
  return added.ok;
}

/** Takes the invented newsroom away in one act, with a way back; the reporter's own stories stay. */
export async function removeSample(app: App): Promise<void> {
  const was: StoryId | null = app.story.get()?.id ?? null;
  const { t } = app.words.get();
  const sample = await app.client.library.sample({});
  const wasOpen = was !== null && sample.ok && sample.value.stories.includes(was);
  if (wasOpen) {
    await app.closeStory();
    // Words that could not be saved are not thrown away for tidiness.
    if (app.story.get() !== null) return;
  }
  const removed = await app.client.library.removeSample({});
  if (!removed.ok) {
    app.tell(removed.error);
    return;
  }
  const counts = await app.client.library.counts({});
  if (counts.ok && counts.value.all === 0) app.go({ view: 'welcome' });
  else if (wasOpen) app.go({ view: 'library', list: 'all' });
  app.undo.did({
    text: t('first.sample.removed', { count: removed.value.removed }),
    icon: 'trash-2',
    takeBack: async () => {
      const words = app.words.get();
      const restored = await app.client.library.restoreSample({});
      if (!restored.ok) return { kind: 'failed', text: words.error(restored.error) };
      if (restored.value.restored === 0) return { kind: 'gone', text: words.t('first.sample.gone.for-good') };
      if (wasOpen) await app.openStory(was);
      else if (app.route.get().view === 'welcome') app.go({ view: 'library', list: 'all' });
      return { kind: 'done', text: words.t('first.sample.restored', { count: restored.value.restored }) };
    },
  });
}
