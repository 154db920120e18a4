import type { Frame, Page } from '@playwright/test';
import type { FrameSight } from '../wire.ts';
import { originOf, toElectron } from './addresses.ts';

/** What a window's page says through the preload's wire. */
type FromPage =
  | { readonly kind: 'listen' }
  | { readonly kind: 'invoke'; readonly channel: string; readonly args: readonly unknown[] }
  | { readonly kind: 'open-window'; readonly url: string };

export interface DoublePagePorts {
  invoke(frame: FrameSight, channel: string, args: readonly unknown[]): Promise<unknown>;
  openWindow(url: string): Promise<void>;
}

interface News {
  readonly channel: string;
  readonly args: readonly unknown[];
}

/** A frame as Electron would vouch for it. */
export const sightOf = (frame: Frame): FrameSight => ({ url: toElectron(frame.url()), origin: originOf(frame.url()), isTop: frame.parentFrame() === null });

/** One window: a page, and the wire between its preload and the main process. */
export class DoublePage {
  page: Page | null = null;
  readonly #ports: DoublePagePorts;
  #expected: string | null = null;
  #news: News[] = [];
  #listener: ((news: readonly News[]) => void) | null = null;

  constructor(ports: DoublePagePorts) {
    this.#ports = ports;
  }

  show(page: Page): void {
    this.page = page;
    page.on('framenavigated', (frame) => {
      if (frame !== page.mainFrame()) return;
      // Whoever listened was of the page before.
      this.#expected = null;
      this.#listener = null;
      this.#news = [];
    });
  }

  /** Main itself asked for this document; nobody is asked whether it may. */
  isExpected(url: string): boolean {
    return this.#expected === url;
  }

  load(url: string): void {
    this.#expected = url;
    this.page?.goto(url).catch(() => undefined);
  }

  reload(): void {
    this.#expected = this.page?.url() ?? null;
    this.page?.reload().catch(() => undefined);
  }

  async close(ask: boolean): Promise<void> {
    await this.page?.close({ runBeforeUnload: ask });
  }

  send(channel: string, args: readonly unknown[]): void {
    this.#news.push({ channel, args });
    this.#deliver();
  }

  #deliver(): void {
    if (this.#listener === null || this.#news.length === 0) return;
    const news = this.#news;
    this.#news = [];
    const listener = this.#listener;
    this.#listener = null;
    listener(news);
  }

  async hear(frame: Frame, message: unknown): Promise<unknown> {
    const said = message as FromPage;
    switch (said.kind) {
      case 'listen':
        return await new Promise<readonly News[]>((resolve) => {
          this.#listener = resolve;
          this.#deliver();
        });
      case 'invoke':
        try {
          return { value: await this.#ports.invoke(sightOf(frame), said.channel, said.args) };
        } catch (problem) {
          return { error: problem instanceof Error ? problem.message : String(problem) };
        }
      case 'open-window':
        return await this.#ports.openWindow(said.url);
    }
  }
}
