import type { HintName } from '#core/contract/settings.ts';
import { hintNames } from '#core/contract/settings.ts';
import type { App } from '#renderer/app/services.ts';
import { currentWidth } from '#renderer/app/width.ts';

/** Puts these hints up, for every window and every later start. */
export async function keepHints(app: App, hints: readonly HintName[]): Promise<boolean> {
  return await app.saveSettings({ help: { ...app.settings.get().help, hints: [...hints] } });
}

/** All hints again, beside the story; without one they come with the next. */
export async function showHints(app: App): Promise<void> {
  if (!(await keepHints(app, hintNames))) return;
  if (app.story.get() === null) {
    app.toasts.show({ text: app.words.get().t('first.hints.later'), icon: 'circle-help' });
    return;
  }
  app.go({ view: 'story' });
  const width = currentWidth();
  app.showPanel(width === 'narrow' || width === 'slim' ? 'hints' : 'people');
}
