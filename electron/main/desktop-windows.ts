import { randomUUID } from 'node:crypto';
import { BrowserWindow, screen } from 'electron';
import type { WebFrameMain } from 'electron';
import { desktop } from '#core/contract/desktop-bridge.ts';
import type { Appearance, DesktopNews, Opened } from '#core/contract/desktop.ts';
import type { EditFlags } from './context-menu.ts';
import { nextStart } from './restart-policy.ts';
import type { Sender } from './sender.ts';
import { titleBarOverlay, windowOptions } from './window-options.ts';
import type { WindowMemory } from './window-state.ts';
import { placeWindow } from './window-state.ts';

interface Open {
  readonly id: string;
  readonly window: BrowserWindow;
  isReady: boolean;
  /** Closes without another word. */
  isReleased: boolean;
  readonly openings: Opened[];
  onFlushed: (() => void) | null;
  /** When its page's process ended by itself, milliseconds. */
  readonly deaths: number[];
  /** The reporter was asked and stays. */
  onStay: (() => void) | null;
}

export interface DesktopWindowsPorts {
  readonly preload: string;
  readonly isDevelopment: boolean;
  readonly memory: () => WindowMemory;
  readonly remember: (change: Partial<WindowMemory>) => void;
  readonly appearance: () => Appearance;
  readonly onCame: (windowId: string) => void;
  readonly onGone: (windowId: string) => void;
  readonly onFocus: (windowId: string) => void;
  /** Its page ended again and again; the window closes. */
  readonly onPageGone: () => void;
  /** The pointer's other button, or its key, over the page. */
  readonly onContextMenu: (windowId: string, window: BrowserWindow, flags: EditFlags) => void;
  /** Its text is sent; the page may still hold what could not be saved. True: lose it. */
  readonly askToLose: (window: BrowserWindow) => boolean;
  /** The reporter closed the last one (not on macOS, where the application stays). */
  readonly onAllGone: () => void;
  /** Closing one window: send what is unsaved. */
  readonly announce: (windowId: string) => void;
  /** Windows log-off and shutdown. */
  readonly onSessionEnd: () => void;
}

/** Milliseconds a window may take to send its last words before it closes. */
const flushPatience = 2_000;

export class DesktopWindows {
  readonly #open = new Map<string, Open>();
  readonly #ports: DesktopWindowsPorts;

  constructor(ports: DesktopWindowsPorts) {
    this.#ports = ports;
  }

  ids(): readonly string[] {
    return [...this.#open.keys()];
  }

  find(id: string): BrowserWindow | null {
    return this.#open.get(id)?.window ?? null;
  }

  /** The one in front, else any. */
  front(): { readonly id: string; readonly window: BrowserWindow } | null {
    const all = [...this.#open.values()];
    return all.find(({ window }) => window.isFocused()) ?? all.at(-1) ?? null;
  }

  senderOf(frame: WebFrameMain | null, contentsId: number): Sender {
    const owner = [...this.#open.values()].find(({ window }) => !window.isDestroyed() && window.webContents.id === contentsId);
    return { origin: frame?.origin ?? null, isTopFrame: frame !== null && frame.parent === null, windowId: owner?.id ?? null };
  }

  open(): string {
    const { preload, isDevelopment, memory, appearance } = this.#ports;
    const kept = memory();
    const areas = screen.getAllDisplays().map((display) => display.workArea);
    const primary = screen.getPrimaryDisplay().workArea;
    // A second window must not lie exactly on the first one.
    const bounds = placeWindow(kept.bounds, [primary, ...areas], this.#open.size * 28);
    const window = new BrowserWindow(windowOptions({ bounds, appearance: appearance(), zoom: kept.zoom, platform: process.platform, preload, isDevelopment }));
    const open: Open = { id: randomUUID(), window, isReady: false, isReleased: false, openings: [], deaths: [], onFlushed: null, onStay: null };
    this.#open.set(open.id, open);
    this.#ports.onCame(open.id);
    window.once('ready-to-show', () => {
      if (kept.isMaximized && this.#open.size === 1) window.maximize();
      window.show();
    });
    this.#watch(open);
    void window.loadURL(`${desktop.origin}/`);
    return open.id;
  }

  #watch(open: Open): void {
    const { id, window } = open;
    window.on('close', (event) => {
      if (!window.isMinimized()) this.#ports.remember({ bounds: window.getNormalBounds(), isMaximized: window.isMaximized() });
      if (open.isReleased || !open.isReady) return;
      event.preventDefault();
      void this.#flushAndClose(open);
    });
    window.on('focus', () => this.#ports.onFocus(id));
    window.on('closed', () => {
      this.#open.delete(id);
      open.onFlushed?.();
      this.#ports.onGone(id);
      if (this.#open.size === 0) this.#ports.onAllGone();
    });
    for (const name of ['enter-full-screen', 'leave-full-screen'] as const) {
      window.on(name as 'enter-full-screen', () => this.#send(open, { kind: 'full-screen', on: name === 'enter-full-screen' }));
    }
    for (const name of ['query-session-end', 'session-end'] as const) window.on(name as 'session-end', () => this.#ports.onSessionEnd());
    // The page refuses to go because a story could not be saved.
    window.webContents.on('will-prevent-unload', (event) => {
      if (this.#ports.askToLose(window)) return event.preventDefault();
      open.isReleased = false;
      open.onStay?.();
    });
    window.webContents.on('context-menu', (_event, { editFlags }) => this.#ports.onContextMenu(id, window, editFlags));
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      open.isReady = false;
      if (reason !== 'clean-exit') this.#reviveLater(open);
    });
    window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) open.isReady = false;
    });
  }

  /** The same patience as with the library's process: a page that dies of what it shows would die for ever. */
  #reviveLater(open: Open): void {
    open.deaths.push(Date.now());
    const wait = nextStart(open.deaths);
    if (wait === null) {
      this.#ports.onPageGone();
      open.window.destroy();
      return;
    }
    setTimeout(() => {
      if (!open.window.isDestroyed()) void open.window.loadURL(`${desktop.origin}/`);
    }, wait);
  }

  async #flushAndClose(open: Open): Promise<void> {
    this.#ports.announce(open.id);
    await Promise.race([this.flushed(open.id), new Promise((resolve) => setTimeout(resolve, flushPatience))]);
    this.release(open.id);
  }

  /** Closes it now; its page may still refuse. */
  release(id: string): void {
    const open = this.#open.get(id);
    if (open === undefined) return;
    open.isReleased = true;
    open.window.close();
  }

  /** Resolves when the window says that all is acknowledged, or is gone, or has no page that could have written anything. */
  flushed(id: string): Promise<void> {
    const open = this.#open.get(id);
    if (open === undefined || !open.isReady) return Promise.resolve();
    return new Promise((resolve) => {
      open.onFlushed = resolve;
    });
  }

  hasFlushed(id: string): void {
    this.#open.get(id)?.onFlushed?.();
  }

  ready(id: string): void {
    const open = this.#open.get(id);
    if (open === undefined) return;
    open.isReady = true;
    for (const opened of open.openings.splice(0)) this.#send(open, { kind: 'opened', opened });
  }

  /** Kept until its page listens. */
  deliver(id: string, opened: Opened): void {
    const open = this.#open.get(id);
    if (open === undefined) return;
    if (open.isReady) this.#send(open, { kind: 'opened', opened });
    else open.openings.push(opened);
  }

  tell(id: string, news: DesktopNews): void {
    const open = this.#open.get(id);
    if (open !== undefined) this.#send(open, news);
  }

  tellAll(news: DesktopNews): void {
    for (const open of this.#open.values()) this.#send(open, news);
  }

  #send({ window }: Open, news: DesktopNews): void {
    if (!window.isDestroyed()) window.webContents.send(desktop.newsChannel, news);
  }

  show(id: string): void {
    const window = this.find(id);
    if (window === null) return;
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  }

  /** In new colours, or another size. */
  paint(appearance: Appearance): void {
    const overlay = titleBarOverlay(appearance, this.#ports.memory().zoom);
    for (const { window } of this.#open.values()) {
      window.setBackgroundColor(appearance.ground);
      if (process.platform !== 'darwin') window.setTitleBarOverlay(overlay);
    }
  }

  /** True when all are gone; false when one page refused and the reporter stays. */
  async closeAll(): Promise<boolean> {
    for (const open of [...this.#open.values()]) {
      const gone = new Promise<boolean>((resolve) => {
        open.window.once('closed', () => resolve(true));
        open.onStay = () => resolve(false);
      });
      this.release(open.id);
      if (!(await gone)) return false;
    }
    return true;
  }
}
