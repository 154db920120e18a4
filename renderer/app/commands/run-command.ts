import type { EditorCommandId } from '#renderer/editor/editor-commands.ts';
import type { MessageKey } from '#renderer/i18n/catalogue.ts';
import type { App } from '../services.ts';
import type { Command } from './app-commands.ts';

/** Why a command can't be done now, in words; null: it can. The editor's commands and the shell's, by the same name. */
export function commandOff(app: App, command: Command): string | null {
  const { t } = app.words.get();
  if (command.byEditor === true) {
    const editor = app.route.get().view === 'story' ? app.story.get()?.editor : undefined;
    if (editor === undefined) return t('app.off.no-story');
    if (!editor.snapshot().editable) return t('app.off.read-only');
    return null;
  }
  const handler = app.commands.find(command.id);
  const reason = handler === null ? notHere(app, command) : handler.off;
  return reason === null ? null : t(reason);
}

/** Why nobody handles a command: no story, or another screen than the one it belongs to. */
const notHere = (app: App, command: Command): MessageKey =>
  app.story.get() === null ? 'app.off.no-story' : command.id === 'publish.now' ? 'app.off.not-publishing' : command.id === 'proposal.accept' ? 'app.off.no-proposal' : 'app.off.elsewhere';

/** Does it, wherever it was chosen: the editor gets the focus back for its own. */
export function runCommand(app: App, command: Command): void {
  if (command.byEditor === true) {
    const editor = app.story.get()?.editor;
    editor?.focus();
    editor?.run(command.id.slice('editor.'.length) as EditorCommandId);
  } else app.commands.run(command.id);
}
