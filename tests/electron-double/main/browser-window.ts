import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { PrintToPDFOptions, WebContents } from 'electron';
import { strict } from '../strict.ts';
import type { Bounds, FrameSight, WindowSight } from '../wire.ts';
import { app } from './app.ts';
import { preventable } from './preventable.ts';
import { onScreen, tellScreen } from './screen-link.ts';
import { windowList } from './window-list.ts';

type WindowOpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0];

let count = 0;
let prints = 0;
const printing = new Map<number, (bytes: Uint8Array | null) => void>();

/** Electron's frame, as handlers of messages see it. */
export const frameOf = ({ url, origin, isTop }: FrameSight): object => strict('WebFrameMain', { url, origin, parent: isTop ? null : strict('WebFrameMain', {}) });

class Contents extends EventEmitter {
  readonly id: number;
  zoom = 0;
  windowOpenHandler: WindowOpenHandler = () => ({ action: 'allow' });

  constructor(id: number) {
    super();
    this.id = id;
  }
  send(channel: string, ...args: unknown[]): void {
    // As the real one: what can't be cloned is refused here and now.
    tellScreen({ kind: 'send', window: this.id, channel, args: structuredClone(args) });
  }
  setZoomLevel(level: number): void {
    this.zoom = level;
  }
  getZoomLevel(): number {
    return this.zoom;
  }
  /** What the application says to a page that asks for a window. */
  judgeWindow(url: string): 'allow' | 'deny' {
    return this.windowOpenHandler({ url, frameName: '', features: '', disposition: 'foreground-tab', referrer: { url: '', policy: 'no-referrer' } }).action;
  }
  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.windowOpenHandler = handler;
  }
  reload(): void {
    this.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false });
    tellScreen({ kind: 'reload', window: this.id });
  }
  toggleDevTools(): void {}
  /** By Playwright, which asks Chromium for the same thing. */
  async printToPDF({ preferCSSPageSize = false }: PrintToPDFOptions): Promise<Buffer> {
    const number = ++prints;
    const bytes = await new Promise<Uint8Array | null>((resolve) => {
      printing.set(number, resolve);
      tellScreen({ kind: 'print', window: this.id, number, preferCSSPageSize });
    });
    printing.delete(number);
    if (bytes === null) throw new Error('Failed to generate PDF');
    return Buffer.from(bytes);
  }
}

/** What of the options the double itself reads; the driver sees them all. */
interface Options extends Partial<Bounds> {
  readonly show?: boolean;
  readonly webPreferences?: { readonly preload?: string };
}

const all = new Map<number, DoubledWindow>();
export const findWindow = (number: number): DoubledWindow | null => all.get(number) ?? null;

/** A window whose page is one of Chromium's, in the process that has the browser. Its place and state are known here, as Electron answers at once. */
class DoubledWindow extends EventEmitter {
  readonly webContents: Contents;
  readonly options: Options;
  bounds: Bounds;
  visible: boolean;
  maximized = false;
  minimized = false;
  fullScreen = false;
  destroyed = false;

  static getAllWindows(): DoubledWindow[] {
    return [...all.values()];
  }

  constructor(options: Options) {
    super();
    const { x = 0, y = 0, width = 800, height = 600, webPreferences } = options;
    this.options = options;
    this.bounds = { x, y, width, height };
    this.visible = options.show ?? true;
    this.webContents = strict('webContents', new Contents(++count));
    const seen = strict<DoubledWindow>('BrowserWindow', this);
    all.set(count, seen);
    windowList.set(count, seen);
    tellScreen({ kind: 'open', window: count, bounds: this.bounds, preload: webPreferences?.preload === undefined ? '' : readFileSync(webPreferences.preload, 'utf8') });
    app.emit('web-contents-created', preventable({}), this.webContents);
    return seen;
  }

  get number(): number {
    return this.webContents.id;
  }
  loadURL(url: string): Promise<void> {
    this.webContents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false });
    tellScreen({ kind: 'load', window: this.number, url });
    return Promise.resolve();
  }
  show(): void {
    this.visible = true;
    this.focus();
  }
  focus(): void {
    focused = this.number;
    tellScreen({ kind: 'focus', window: this.number });
  }
  isFocused(): boolean {
    return this.visible && focused === this.number;
  }
  isVisible(): boolean {
    return this.visible;
  }
  isDestroyed(): boolean {
    return this.destroyed;
  }
  isMaximized(): boolean {
    return this.maximized;
  }
  maximize(): void {
    this.maximized = true;
  }
  isMinimized(): boolean {
    return this.minimized;
  }
  minimize(): void {
    this.minimized = true;
  }
  restore(): void {
    this.minimized = false;
  }
  isFullScreen(): boolean {
    return this.fullScreen;
  }
  setFullScreen(on: boolean): void {
    this.fullScreen = on;
    this.emit(on ? 'enter-full-screen' : 'leave-full-screen');
  }
  getBounds(): Bounds {
    return this.bounds;
  }
  getNormalBounds(): Bounds {
    return this.bounds;
  }
  setBounds(bounds: Partial<Bounds>): void {
    this.bounds = { ...this.bounds, ...bounds };
    tellScreen({ kind: 'bounds', window: this.number, bounds: this.bounds });
    this.emit('resize');
  }
  setBackgroundColor(): void {}
  setTitleBarOverlay(): void {}
  close(): void {
    if (this.destroyed) return;
    const event = preventable({});
    this.emit('close', event);
    if (event.defaultPrevented) this.emit('double-stayed');
    else tellScreen({ kind: 'close', window: this.number, ask: true });
  }
  destroy(): void {
    if (!this.destroyed) tellScreen({ kind: 'close', window: this.number, ask: false });
  }
  sight(): WindowSight {
    return { window: this.number, bounds: this.bounds, isVisible: this.visible, isFocused: this.isFocused(), options: JSON.parse(JSON.stringify(this.options)) as unknown };
  }
}

let focused = 0;

onScreen((message) => {
  if (message.kind === 'ask') return;
  if (message.kind === 'printed') {
    printing.get(message.number)?.(message.bytes);
    return;
  }
  const window = all.get(message.window);
  if (window === undefined) return;
  if (message.kind === 'loaded') {
    window.webContents.emit('did-finish-load');
    window.emit('ready-to-show');
  } else if (message.kind === 'stayed') window.emit('double-stayed');
  else {
    all.delete(message.window);
    windowList.delete(message.window);
    window.destroyed = true;
    window.emit('closed');
    if (all.size === 0 && !app.isQuitting && !app.emit('window-all-closed')) app.quit();
  }
});

export { DoubledWindow as BrowserWindow };
