import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import type { Bounds, DialogKind, MenuLine, ProcessSight, Records, WindowSight } from '../wire.ts';
import type { DesktopApp, DesktopDriver, StartOptions } from './desktop-app.ts';
import { watchPage } from './watch-page.ts';

const root = resolve(import.meta.dirname, '..', '..', '..');
const newFolder = (): string => mkdtempSync(join(tmpdir(), 'toasoan-desktop-'));

/** What the script below keeps in Electron's main process. */
interface Kept {
  doubleRecords?: { dialogs: { dialog: DialogKind; options: unknown; wasScripted: boolean }[]; opened: string[]; shown: string[]; answers: { dialog: DialogKind; answer: string | null }[] };
}

/** Electron itself, driven by Playwright. Dialogs are the one thing replaced: nobody is there to press their buttons. */
class RealApp implements DesktopApp {
  readonly library: string;
  readonly profile: string;
  readonly documents: string;
  readonly #problems: string[] = [];
  readonly #program: string;
  #app: ElectronApplication | null = null;

  private constructor(program: string, { library = join(newFolder(), 'library'), profile = newFolder() }: StartOptions) {
    this.#program = program;
    this.library = library;
    this.profile = profile;
    this.documents = join(profile, 'Documents');
    mkdirSync(this.documents, { recursive: true });
  }

  static async start(program: string, options: StartOptions = {}): Promise<RealApp> {
    const real = new RealApp(program, options);
    const app = await _electron.launch({ executablePath: program, args: real.#arguments(options.args ?? []), cwd: root, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });
    real.#app = app;
    app.on('window', (page) => watchPage(page, real.#problems));
    await app.evaluate(({ app: electron, dialog, shell }, documents) => {
      electron.setPath('documents', documents);
      const kept: NonNullable<Kept['doubleRecords']> = { dialogs: [], opened: [], shown: [], answers: [] };
      (globalThis as Kept).doubleRecords = kept;
      const answer = (kind: DialogKind, args: readonly unknown[]): string | null => {
        const options = args.at(-1);
        const at = kept.answers.findIndex((entry) => entry.dialog === kind);
        const [entry] = at < 0 ? [] : kept.answers.splice(at, 1);
        kept.dialogs.push({ dialog: kind, options: JSON.parse(JSON.stringify(options)), wasScripted: entry !== undefined });
        return entry?.answer ?? null;
      };
      const button = (args: readonly unknown[]): number => {
        const { buttons = [], cancelId = 0 } = args.at(-1) as { buttons?: string[]; cancelId?: number };
        const words = answer('message', args);
        return words === null ? cancelId : buttons.indexOf(words);
      };
      Object.assign(dialog, {
        showSaveDialog: (...args: unknown[]) => {
          const path = answer('save', args);
          return Promise.resolve({ canceled: path === null, filePath: path ?? '' });
        },
        showMessageBox: (...args: unknown[]) => Promise.resolve({ response: button(args), checkboxChecked: false }),
        showMessageBoxSync: (...args: unknown[]) => button(args),
        showErrorBox: (title: string, content: string) => void answer('error', [{ title, content }]),
      });
      Object.assign(shell, { openExternal: (url: string) => Promise.resolve(void kept.opened.push(url)), showItemInFolder: (path: string) => void kept.shown.push(path) });
    }, real.documents);
    return real;
  }

  #arguments(args: readonly string[]): string[] {
    const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
    return [...(isRoot ? ['--no-sandbox'] : []), `--user-data-dir=${this.profile}`, root, '--library', this.library, ...args];
  }
  get #electron(): ElectronApplication {
    if (this.#app === null) throw new Error('the application has not started');
    return this.#app;
  }

  takeProblems(): readonly string[] {
    return this.#problems.splice(0);
  }
  pages(): readonly Page[] {
    return this.#electron.windows().filter((page) => !page.isClosed());
  }
  async page(count = 1): Promise<Page> {
    while (this.pages().length < count) await this.#electron.waitForEvent('window');
    const page = this.pages()[count - 1];
    if (page === undefined) throw new Error('a window was there, and is gone');
    return page;
  }
  menu(): Promise<readonly MenuLine[] | null> {
    return this.#electron.evaluate(({ Menu }) => {
      const lines = (menu: Electron.Menu): MenuLine[] =>
        menu.items.map((item) => ({
          label: item.label,
          type: item.type,
          role: item.role ?? null,
          enabled: item.enabled,
          checked: item.checked,
          accelerator: item.accelerator === undefined || item.accelerator === null ? null : String(item.accelerator),
          registerAccelerator: item.registerAccelerator,
          submenu: item.submenu === undefined || item.submenu === null ? null : lines(item.submenu),
        }));
      const menu = Menu.getApplicationMenu();
      return menu === null ? null : lines(menu);
    });
  }
  async clickMenu(...path: readonly string[]): Promise<void> {
    await this.#electron.evaluate(({ Menu }, words) => {
      let level = Menu.getApplicationMenu();
      let found: Electron.MenuItem | undefined;
      for (const word of words) {
        found = level?.items.find((item) => item.label === word);
        if (found === undefined) throw new Error(`the menu has no “${words.join(' › ')}”`);
        level = found.submenu ?? null;
      }
      if (found?.enabled === false) throw new Error(`“${words.join(' › ')}” is grey`);
      found?.click();
    }, path);
  }
  async answerDialog(dialog: DialogKind, answer: string | null): Promise<void> {
    await this.#electron.evaluate((_electronModule, entry) => void (globalThis as Kept).doubleRecords?.answers.push(entry), { dialog, answer });
  }
  records(): Promise<Pick<Records, 'dialogs' | 'opened' | 'shown'>> {
    return this.#electron.evaluate(() => {
      const { dialogs = [], opened = [], shown = [] } = (globalThis as Kept).doubleRecords ?? {};
      return { dialogs, opened, shown };
    });
  }
  windows(): Promise<readonly WindowSight[]> {
    return this.#electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => ({ window: window.id, bounds: window.getNormalBounds(), isVisible: window.isVisible(), isFocused: window.isFocused(), options: null })),
    );
  }
  async resize(bounds: Bounds): Promise<void> {
    await this.#electron.evaluate(({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0]?.setBounds(wanted), bounds);
  }
  async clickClose(): Promise<void> {
    await this.#electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  }
  async processes(): Promise<readonly ProcessSight[]> {
    return await this.#electron.evaluate(({ app }) => app.getAppMetrics().flatMap(({ pid, name, type }) => (type === 'Utility' && name !== undefined ? [{ pid, serviceName: name }] : [])));
  }
  startSecond(args: readonly string[]): Promise<number | null> {
    const child = spawn(this.#program, this.#arguments(args), { stdio: 'ignore', cwd: root });
    return new Promise((done) => child.once('exit', (code) => done(code)));
  }
  async quit(): Promise<number | null> {
    const child = this.#electron.process();
    const gone = new Promise<number | null>((done) => child.once('exit', (code) => done(code)));
    await this.#electron.evaluate(({ app }) => app.quit()).catch(() => undefined);
    return await gone;
  }
  async end(): Promise<void> {
    const child = this.#app?.process();
    if (child === undefined || child.exitCode !== null) return;
    const gone = new Promise((done) => child.once('exit', done));
    child.kill('SIGKILL');
    await gone;
  }
}

/** @param program Electron's own, or that of a package made for tests: one with its fuses set lets nobody drive it */
export const electronDriver = (program: string): DesktopDriver => ({ name: 'electron', start: (options) => RealApp.start(program, options) });
