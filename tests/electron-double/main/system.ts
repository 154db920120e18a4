import { EventEmitter } from 'node:events';
import type { SafeStorage } from 'electron';
import { strict } from '../strict.ts';
import type { Bounds } from '../wire.ts';
import { answerDialog, records } from './records.ts';
import { tellScreen } from './screen-link.ts';

/** Leaves out the window a dialog belongs to. */
const optionsOf = (args: readonly unknown[]): object => (args.at(-1) ?? {});

/** Dialogs that a test has laid an answer ready for; any other is cancelled and stands in the records. */
export const dialog = strict('dialog', {
  showSaveDialog: (...args: unknown[]): Promise<{ canceled: boolean; filePath: string }> => {
    const path = answerDialog('save', optionsOf(args));
    return Promise.resolve(typeof path === 'string' ? { canceled: false, filePath: path } : { canceled: true, filePath: '' });
  },
  showMessageBox: (...args: unknown[]): Promise<{ response: number; checkboxChecked: boolean }> => Promise.resolve({ response: messageAnswer(optionsOf(args)), checkboxChecked: false }),
  showMessageBoxSync: (...args: unknown[]): number => messageAnswer(optionsOf(args)),
  showErrorBox: (title: string, content: string): void => {
    answerDialog('error', { title, content });
    // As Electron does where it can't show one; and a test that did not want it fails.
    process.stderr.write(`${title}\n${content}\n`);
  },
});

/** A button by its words, as whoever presses it would say; unscripted, the one that Escape presses. */
function messageAnswer(options: { buttons?: readonly string[]; cancelId?: number }): number {
  const answer = answerDialog('message', options);
  if (typeof answer !== 'string') return options.cancelId ?? 0;
  const at = options.buttons?.indexOf(answer) ?? -1;
  if (at < 0) throw new Error(`the dialog has no button “${answer}”, but ${JSON.stringify(options.buttons)}`);
  return at;
}

let theme: 'system' | 'light' | 'dark' = 'system';

export const nativeTheme = strict('nativeTheme', {
  get themeSource(): 'system' | 'light' | 'dark' {
    return theme;
  },
  set themeSource(next) {
    theme = next;
    tellScreen({ kind: 'theme', theme: next });
  },
  get shouldUseDarkColors(): boolean {
    return theme === 'dark';
  },
});

export const powerMonitor = strict('powerMonitor', new EventEmitter());

export const shell = strict('shell', {
  openExternal: (url: string): Promise<void> => {
    records.opened.push(url);
    return Promise.resolve();
  },
  showItemInFolder: (path: string): void => void records.shown.push(path),
});

const workArea: Bounds = { x: 0, y: 0, width: 1920, height: 1040 };
const display = strict('Display', { workArea });
export const screen = strict('screen', { getPrimaryDisplay: () => display, getAllDisplays: () => [display] });

type Backend = ReturnType<SafeStorage['getSelectedStorageBackend']>;
let keychain: Backend = 'gnome_libsecret';
/** What `getSelectedStorageBackend` says from now on. */
export const setKeychain = (backend: Backend): void => void (keychain = backend);

const mark = 'sealed by the double: ';

/** Encrypts nothing: shows who asks, and when. */
export const safeStorage = strict('safeStorage', {
  isAsyncEncryptionAvailable: (): Promise<boolean> => Promise.resolve(true),
  getSelectedStorageBackend: (): Backend => keychain,
  encryptStringAsync: (text: string): Promise<Buffer> => Promise.resolve(Buffer.from(mark + Buffer.from(text).toString('base64'))),
  decryptStringAsync: (sealed: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }> => {
    const text = sealed.toString('utf8');
    if (!text.startsWith(mark)) return Promise.reject(new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.'));
    return Promise.resolve({ result: Buffer.from(text.slice(mark.length), 'base64').toString('utf8'), shouldReEncrypt: false });
  },
});
