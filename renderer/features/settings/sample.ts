import type { App } from '#renderer/app/services.ts';

/** Puts the invented newsroom into the library; true when it is there. */
export async function addSample(app: App): Promise<boolean> {
  const added = await app.client.library.addSample({});
  if (!added.ok) {
    app.tell(added.error);
    return false;
  }
  app.toasts.show({ text: app.words.get().t('settings.sample.added', { count: added.value.added }), icon: 'newspaper' });
  return true;
}

/** Takes the invented newsroom away again; the reporter's own stories stay. */
export async function removeSample(app: App): Promise<void> {
  const open = app.story.get();
  if (open !== null) await app.closeStory();
  const removed = await app.client.library.removeSample({});
  if (!removed.ok) app.tell(removed.error);
  else app.toasts.show({ text: app.words.get().t('settings.sample.removed', { count: removed.value.removed }), icon: 'newspaper' });
}
