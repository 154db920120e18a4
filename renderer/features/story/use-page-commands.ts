import { useCommand } from '#renderer/app/commands/command-center.ts';
import { changeLook, nextTextSize, normalTextSize } from '#renderer/app/page-look.ts';
import type { App } from '#renderer/app/services.ts';

/**
 * Keys that only a page has. On the other screens the same keys are the window's own zoom; here they never are, not even at
 * the end of the row of sizes.
 */
export function usePageCommands(app: App): void {
  const resize = (by: 1 | -1): void => changeLook(app, { textSize: nextTextSize(app.settings.get().interface.textSize, by) });
  useCommand(app.commands, 'page.larger', () => resize(1));
  useCommand(app.commands, 'page.smaller', () => resize(-1));
  useCommand(app.commands, 'page.normal-size', () => changeLook(app, { textSize: normalTextSize }));
}
