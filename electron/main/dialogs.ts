import { dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import type { ExportKind } from '#core/contract/desktop.ts';
import { errorSentence } from '#core/contract/errors.ts';
import type { WireError } from '#core/contract/errors.ts';
import type { ExternalLink } from './external-link.ts';
import { shellWords } from './shell-words.ts';
import type { ShellWords } from './shell-words.ts';

/** The system's own dialogs, each with words for what it is about; the safe answer is the default one. */
export interface Dialogs {
  askToLose(window: BrowserWindow): boolean;
  askLink(window: BrowserWindow | null, link: ExternalLink, isMail: boolean): Promise<boolean>;
  /** Null: cancelled. */
  askWhere(window: BrowserWindow | null, proposed: string, as: ExportKind | 'pdf'): Promise<string | null>;
  tellGone(error: WireError | null): void;
  tellPageGone(): void;
  /** In both languages: nobody has said yet which one is theirs. */
  tellUnsandboxed(): void;
}

export function makeDialogs(language: () => 'vi' | 'en'): Dialogs {
  const words = (): ShellWords => shellWords[language()];
  return {
    askToLose(window) {
      const { closeUnsaved, closeUnsavedDetail, stay, closeAnyway } = words();
      return dialog.showMessageBoxSync(window, { type: 'warning', message: closeUnsaved, detail: closeUnsavedDetail, buttons: [stay, closeAnyway], defaultId: 0, cancelId: 0, noLink: true }) === 1;
    },
    async askLink(window, { href, shown }, isMail) {
      const { openLink, openMail, open, cancel } = words();
      const options = { type: 'question' as const, message: isMail ? openMail(shown) : openLink(shown), detail: href.slice(0, 300), buttons: [open, cancel], defaultId: 0, cancelId: 1, noLink: true };
      const { response } = await (window === null ? dialog.showMessageBox(options) : dialog.showMessageBox(window, options));
      return response === 0;
    },
    async askWhere(window, proposed, as) {
      const { saveTitle, document } = words();
      const filters = as === 'html-folder' ? [] : [{ name: document[as], extensions: [as === 'text' ? 'txt' : as] }];
      const options = { title: saveTitle, defaultPath: proposed, filters, properties: ['createDirectory' as const, 'showOverwriteConfirmation' as const] };
      const { canceled, filePath } = await (window === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(window, options));
      return canceled || filePath === '' ? null : filePath;
    },
    tellUnsandboxed() {
      dialog.showErrorBox(shellWords.vi.noSandbox, `${shellWords.vi.noSandboxDetail}\n\n${shellWords.en.noSandbox}. ${shellWords.en.noSandboxDetail}`);
    },
    tellPageGone() {
      const { pageGone, pageGoneDetail } = words();
      dialog.showErrorBox(pageGone, pageGoneDetail);
    },
    tellGone(error) {
      const { openFailed, backendGone, backendGoneDetail } = words();
      if (error === null) dialog.showErrorBox(backendGone, backendGoneDetail);
      else dialog.showErrorBox(openFailed, errorSentence(error, language()));
    },
  };
}
