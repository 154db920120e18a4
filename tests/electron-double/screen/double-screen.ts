import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Dialog, Download, Frame, Page, Request, Route } from '@playwright/test';
import type { Fetched } from '../main/protocol.ts';
import type { Question, ToMain, ToScreen } from '../wire.ts';
import { isOurs, policyToChromium, toChromium, toElectron } from './addresses.ts';
import { DoublePage } from './double-page.ts';

const host = readFileSync(join(import.meta.dirname, 'preload-host.js'), 'utf8').replace(/^\/\/.*$/gmu, '').trim();

/** The screen of one run of the application: its windows as Chromium's pages, all they ask for answered by the main process. */
export class DoubleScreen {
  /** Addresses outside that a page asked for and the application let go. Nothing is ever fetched from there. */
  readonly letOut: string[] = [];
  /** Windows that a page tried to open and the application did not forbid. */
  readonly letOpen: string[] = [];
  readonly #context: BrowserContext;
  readonly #main: ChildProcess;
  readonly #windows = new Map<number, DoublePage>();
  readonly #waiting = new Map<number, { resolve(value: unknown): void; reject(problem: Error): void }>();
  #count = 0;
  #opening = 0;
  #theme: 'light' | 'dark' = 'light';
  /** What main says is done in its order. */
  #queue: Promise<void> = Promise.resolve();

  private constructor(context: BrowserContext, main: ChildProcess) {
    this.#context = context;
    this.#main = main;
  }

  static async start(context: BrowserContext, main: ChildProcess): Promise<DoubleScreen> {
    const screen = new DoubleScreen(context, main);
    main.on('message', (message: ToScreen) => screen.#hear(message));
    main.once('exit', () => {
      for (const { reject } of screen.#waiting.values()) reject(new Error('the application has ended'));
      screen.#waiting.clear();
    });
    context.on('page', (page) => {
      if (screen.#opening > 0) screen.#opening--;
      else void screen.#closePopup(page);
    });
    await context.route('**/*', (route, request) => screen.#answer(route, request));
    return screen;
  }

  /** Windows in the order they were opened. */
  pages(): readonly Page[] {
    return [...this.#windows.values()].flatMap(({ page }) => (page === null || page.isClosed() ? [] : [page]));
  }

  numberOf(page: Page): number {
    return [...this.#windows].find(([, window]) => window.page === page)?.[0] ?? -1;
  }

  ask<T = unknown>(question: Question): Promise<T> {
    if (!this.#main.connected) return Promise.reject(new Error('the application has ended'));
    const number = this.#count++;
    return new Promise<T>((resolve, reject) => {
      this.#waiting.set(number, { resolve: (value) => resolve(value as T), reject });
      this.#tell({ kind: 'ask', number, question });
    });
  }

  #tell(message: ToMain): void {
    if (this.#main.connected) this.#main.send(message, () => undefined);
  }

  #hear(message: ToScreen): void {
    if (message.kind === 'answer') {
      const waiter = this.#waiting.get(message.number);
      this.#waiting.delete(message.number);
      if (message.error === undefined) waiter?.resolve(message.value);
      else waiter?.reject(new Error(message.error));
      return;
    }
    this.#queue = this.#queue.then(() => this.#do(message)).catch(() => undefined);
  }

  async #do(message: Exclude<ToScreen, { kind: 'answer' }>): Promise<void> {
    if (message.kind === 'theme') {
      // The tests' system is a light one.
      this.#theme = message.theme === 'dark' ? 'dark' : 'light';
      await Promise.all(this.pages().map((page) => page.emulateMedia({ colorScheme: this.#theme })));
      return;
    }
    if (message.kind === 'open') return await this.#open(message);
    const window = this.#windows.get(message.window);
    if (message.kind === 'print') {
      const bytes = (await window?.page?.pdf({ preferCSSPageSize: message.preferCSSPageSize }).catch(() => null)) ?? null;
      return this.#tell({ kind: 'printed', number: message.number, bytes });
    }
    if (window === undefined) return;
    switch (message.kind) {
      case 'load':
        // The page may take its time; what main says next need not wait for it.
        return window.load(toChromium(message.url));
      case 'send':
        return window.send(message.channel, message.args);
      case 'close':
        return await window.close(message.ask);
      case 'bounds':
        return await window.page?.setViewportSize({ width: message.bounds.width, height: message.bounds.height });
      case 'focus':
        return await window.page?.bringToFront();
      case 'reload':
        return window.reload();
    }
  }

  async #open({ window: number, bounds, preload }: Extract<ToScreen, { kind: 'open' }>): Promise<void> {
    const binding = `double${Math.random().toString(36).slice(2)}`;
    const window = new DoublePage({
      invoke: (frame, channel, args) => this.ask({ kind: 'invoke', window: number, frame, channel, args }),
      openWindow: (url) => this.#judgeWindow(number, url),
    });
    this.#windows.set(number, window);
    this.#opening++;
    const page = await this.#context.newPage();
    await page.setViewportSize({ width: bounds.width, height: bounds.height });
    await page.emulateMedia({ colorScheme: this.#theme });
    await page.exposeBinding(binding, (source, message) => window.hear(source.frame, message));
    await page.addInitScript({ content: `${host}(${JSON.stringify({ binding, schemes: ['app', 'media'] })}, function (require, module, exports) {\n${preload}\n});` });
    page.on('load', () => this.#tell({ kind: 'loaded', window: number }));
    page.on('close', () => {
      this.#windows.delete(number);
      this.#tell({ kind: 'gone', window: number });
    });
    // The page, or the whole application, may go away before it is answered.
    page.on('dialog', (dialog) => void this.#answerDialog(number, dialog).catch(() => undefined));
    page.on('download', (download) => void this.#judgeDownload(number, download).catch(() => undefined));
    window.show(page);
  }

  async #answerDialog(window: number, dialog: Dialog): Promise<void> {
    if (dialog.type() !== 'beforeunload') return await dialog.dismiss();
    if (!(await this.ask<boolean>({ kind: 'prevent-unload', window }))) return await dialog.accept();
    await dialog.dismiss();
    this.#tell({ kind: 'stayed', window });
  }

  async #judgeDownload(window: number, download: Download): Promise<void> {
    if (await this.ask<boolean>({ kind: 'download', window, url: download.url() })) this.letOut.push(download.url());
    await download.cancel();
  }

  async #judgeWindow(window: number, url: string): Promise<void> {
    if ((await this.ask({ kind: 'open-window', window, url: toElectron(url) })) !== 'deny') this.letOpen.push(toElectron(url));
  }

  /** A page that Chromium opened by itself is closed once its address was asked about: no test here wants one. */
  async #closePopup(page: Page): Promise<void> {
    await page.waitForEvent('requestfailed', { timeout: 2_000 }).catch(() => null);
    await page.close().catch(() => undefined);
  }

  async #answer(route: Route, request: Request): Promise<void> {
    try {
      const url = toElectron(request.url());
      const window = this.#windowOf(request);
      if (window === null) {
        const opener = await frameOf(request)?.page().opener();
        await this.#judgeWindow(opener ? this.numberOf(opener) : 1, request.url());
        return await route.abort('blockedbyclient');
      }
      if (request.isNavigationRequest() && !window.window.isExpected(request.url())) {
        const isTop = frameOf(request)?.parentFrame() === null;
        if (!(await this.ask<boolean>({ kind: 'navigate', window: window.number, url, isTop }))) return await route.abort('aborted');
      }
      const isAllowed = await this.ask<boolean>({ kind: 'request', url });
      if (!isOurs(request.url())) {
        if (isAllowed) this.letOut.push(url);
        return await route.abort('blockedbyclient');
      }
      if (!isAllowed) return await route.abort('blockedbyclient');
      const { status, headers, body } = await this.ask<Fetched>({ kind: 'fetch', url, method: request.method(), headers: request.headers() });
      const policy = headers['content-security-policy'];
      await route.fulfill({ status, headers: { ...headers, ...(policy === undefined ? {} : { 'content-security-policy': policyToChromium(policy) }) }, body: Buffer.from(body) });
    } catch {
      // The window or the application went away meanwhile.
      await route.abort().catch(() => undefined);
    }
  }

  #windowOf(request: Request): { readonly number: number; readonly window: DoublePage } | null {
    const page = frameOf(request)?.page();
    const found = [...this.#windows].find(([, window]) => window.page !== null && window.page === page);
    return found === undefined ? null : { number: found[0], window: found[1] };
  }
}

/** Playwright does not know the frame of a page that is only being made. */
function frameOf(request: Request): Frame | null {
  try {
    return request.frame();
  } catch {
    return null;
  }
}

