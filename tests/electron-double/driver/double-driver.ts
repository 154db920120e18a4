import { type ChildProcess, fork } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { launchOptions } from '#tests/e2e/browser.ts';
import { sightOf } from '../screen/double-page.ts';
import { DoubleScreen } from '../screen/double-screen.ts';
import type { Bounds, DialogKind, Drive, FrameSight, MenuLine, ProcessSight, Records, WindowSight } from '../wire.ts';
import type { DesktopApp, DesktopDriver, StartOptions } from './desktop-app.ts';
import { watchPage } from './watch-page.ts';

const root = resolve(import.meta.dirname, '..', '..', '..');
const bundle = join(root, 'dist', 'electron', 'main.mjs');
const register = join(import.meta.dirname, '..', 'main', 'register.ts');

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'toasoan-desktop-'));
const ended = (child: ChildProcess): Promise<number | null> => (child.exitCode !== null || child.signalCode !== null ? Promise.resolve(child.exitCode) : new Promise((done) => child.once('exit', (code) => done(code))));

/** One Chromium for all runs of this process; each run has a context of its own. */
let browser: Promise<Browser> | null = null;
const ourBrowser = (): Promise<Browser> => (browser ??= chromium.launch(launchOptions));
export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = null;
}

/** The built main process in a Node of its own, its windows in our Chromium. */
export class DoubledApp implements DesktopApp {
  readonly library: string;
  readonly profile: string;
  readonly documents: string;
  readonly #problems: string[] = [];
  #isPackaged = false;
  #main: ChildProcess | null = null;
  #screen: DoubleScreen | null = null;

  private constructor({ library = join(newFolder(), 'library'), profile = newFolder() }: StartOptions) {
    this.library = library;
    this.profile = profile;
    this.documents = join(profile, 'Documents');
    mkdirSync(this.documents, { recursive: true });
  }

  static async start(options: StartOptions = {}): Promise<DoubledApp> {
    const app = new DoubledApp(options);
    const context = await (await ourBrowser()).newContext({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', serviceWorkers: 'block' });
    context.on('page', (page) => watchPage(page, app.#problems));
    app.#isPackaged = options.packaged ?? false;
    app.#main = app.#fork(options.args ?? []);
    app.#screen = await DoubleScreen.start(context, app.#main);
    app.#main.once('exit', () => void context.close().catch(() => undefined));
    // Chromium asks its own prompts, not the application; so it gets the application's answer beforehand.
    const { asked } = await app.permission('clipboard-sanitized-write', 'app://toasoan');
    if (asked) await context.grantPermissions(['clipboard-write']);
    return app;
  }

  #fork(args: readonly string[]): ChildProcess {
    // Node warns when a test runner's wishes about colour contradict each other, and nothing else may be said on stderr.
    const { NO_COLOR: _no, FORCE_COLOR: _force, ...environment } = process.env;
    const child = fork(bundle, ['--library', this.library, ...args], {
      cwd: root,
      execArgv: ['--import', register],
      serialization: 'advanced',
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: { ...environment, DOUBLE_USER_DATA: this.profile, DOUBLE_DOCUMENTS: this.documents, DOUBLE_PACKAGED: this.#isPackaged ? '1' : '' },
    });
    child.stderr?.on('data', (text: Buffer) => this.#problems.push(`main: ${text.toString('utf8').trim()}`));
    return child;
  }

  get screen(): DoubleScreen {
    if (this.#screen === null) throw new Error('the application has not started');
    return this.#screen;
  }
  #drive<T>(drive: Drive): Promise<T> {
    return this.screen.ask<T>({ kind: 'drive', drive });
  }

  takeProblems(): readonly string[] {
    return this.#problems.splice(0);
  }
  pages(): readonly Page[] {
    return this.screen.pages();
  }
  async page(count = 1): Promise<Page> {
    const patience = Date.now() + 60_000;
    while (this.pages().length < count) {
      if (this.#main?.exitCode !== null || Date.now() > patience) throw new Error(`the application opened ${this.pages().length} of ${count} windows:\n${this.#problems.join('\n')}`);
      await new Promise((done) => setTimeout(done, 20));
    }
    const page = this.pages()[count - 1];
    if (page === undefined) throw new Error('a window was there, and is gone');
    return page;
  }
  menu(): Promise<readonly MenuLine[] | null> {
    return this.#drive({ kind: 'menu' });
  }
  clickMenu(...path: readonly string[]): Promise<void> {
    return this.#drive({ kind: 'click-menu', path });
  }
  answerDialog(dialog: DialogKind, answer: string | null): Promise<void> {
    return this.#drive({ kind: 'answer-dialog', dialog, answer });
  }
  records(): Promise<Records> {
    return this.#drive({ kind: 'records' });
  }
  windows(): Promise<readonly WindowSight[]> {
    return this.#drive({ kind: 'windows' });
  }
  async resize(bounds: Bounds): Promise<void> {
    await this.#drive({ kind: 'resize', window: this.screen.numberOf(await this.page()), bounds });
  }
  processes(): Promise<readonly ProcessSight[]> {
    return this.#drive({ kind: 'processes' });
  }
  startSecond(args: readonly string[]): Promise<number | null> {
    return ended(this.#fork(args));
  }
  async quit(): Promise<number | null> {
    // It may be gone before it can answer.
    await this.#drive({ kind: 'quit' }).catch(() => null);
    return this.#main === null ? null : await ended(this.#main);
  }
  /** How it ended, when nobody here asked it to. */
  get ended(): Promise<number | null> {
    return this.#main === null ? Promise.resolve(null) : ended(this.#main);
  }
  /** The reporter presses the window's own button. */
  async clickClose(page?: Page): Promise<void> {
    await this.#drive({ kind: 'click-close', window: this.screen.numberOf(page ?? (await this.page())) });
  }
  /** The system shuts down. */
  shutdown(): Promise<void> {
    return this.#drive({ kind: 'shutdown' });
  }
  setKeychain(backend: 'gnome_libsecret' | 'basic_text'): Promise<void> {
    return this.#drive({ kind: 'keychain', backend });
  }
  /** What main says to a permission, asked and checked. */
  permission(permission: string, origin: string): Promise<{ readonly asked: boolean; readonly checked: boolean }> {
    return this.screen.ask({ kind: 'permission', permission, origin });
  }
  /** A message of a page that is not bound by its preload any more: any channel, any arguments, from any frame. */
  forge(page: Page, channel: string, args: readonly unknown[], sight = sightOf(page.mainFrame())): Promise<unknown> {
    return this.screen.ask({ kind: 'invoke', window: this.screen.numberOf(page), frame: sight, channel, args });
  }
  /** What a scheme answers, however the address is spelled. */
  fetch(url: string, method = 'GET'): Promise<{ readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: Uint8Array }> {
    return this.screen.ask({ kind: 'fetch', url, method, headers: {} });
  }
  mayNavigate(page: Page, url: string, isTop = true): Promise<boolean> {
    return this.screen.ask({ kind: 'navigate', window: this.screen.numberOf(page), url, isTop });
  }
  async mayOpenWindow(page: Page, url: string): Promise<boolean> {
    return (await this.screen.ask({ kind: 'open-window', window: this.screen.numberOf(page), url })) !== 'deny';
  }
  mayAttachWebview(page: Page): Promise<boolean> {
    return this.screen.ask({ kind: 'attach-webview', window: this.screen.numberOf(page) });
  }
  /** As `forge`, from contents that belong to no window of the application. */
  forgeFromNowhere(channel: string, args: readonly unknown[], sight: FrameSight): Promise<unknown> {
    return this.screen.ask({ kind: 'invoke', window: -1, frame: sight, channel, args });
  }
  /** Answers that were laid ready and never asked for. */
  forgetDialogs(): Promise<void> {
    return this.#drive({ kind: 'forget-dialogs' });
  }
  mayRequest(url: string): Promise<boolean> {
    return this.screen.ask({ kind: 'request', url });
  }
  async end(): Promise<void> {
    if (this.#main === null) return;
    this.#main.kill('SIGKILL');
    await ended(this.#main);
  }
}

export const doubleDriver: DesktopDriver & { start(options?: StartOptions): Promise<DoubledApp> } = { name: 'double', start: (options) => DoubledApp.start(options) };
