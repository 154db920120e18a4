import type { Appearance, DesktopAct, DesktopHello, DesktopNews, ExportKind, MenuBar, Recent, SavedExport } from './desktop.ts';

/** The names of the two channels between a window and the application, and where windows and pictures live. No schema: this file is all that the preload takes along. */
export const desktop = {
  /** Window → application, with an answer. */
  askChannel: 'toasoan.ask',
  /** Application → window. */
  newsChannel: 'toasoan.news',
  origin: 'app://toasoan',
  mediaOrigin: 'media://toasoan',
} as const;

/**
 * What the preload puts on `window.toasoan`: all that a window of the desktop door can ask for. Listeners get the news and
 * never the event it came with. Everything that goes in is checked again in the application.
 */
export interface DesktopBridge {
  /** Pictures are at `<mediaBase>/<hash>/<rendition>`, previews at `<mediaBase>/preview/<story>`. */
  readonly mediaBase: string;
  hello(): Promise<DesktopHello>;
  /** A call of the contract: its input as JSON (`media.put`: the bytes), its Result as JSON. */
  call(name: string, body: string | Uint8Array): Promise<string>;
  onNews(listener: (news: DesktopNews) => void): () => void;
  /** The window listens for commands and openings from now on. */
  ready(): void;
  /** After `app.closing`: everything unsaved has been acknowledged. */
  flushed(): void;
  setMenu(menu: MenuBar): void;
  setAppearance(appearance: Appearance): void;
  setRecent(recent: Recent): void;
  act(act: DesktopAct): void;
  /** The whole menu at this place of the window, CSS pixels: where the system shows no menu bar. */
  openMenu(x: number, y: number): void;
  /** Asks where to, writes the story there. */
  saveExport(storyId: string, as: ExportKind): Promise<SavedExport>;
  /** Asks where to, writes what the window has ready for paper there as a PDF; `name` without its ending. */
  savePdf(name: string): Promise<SavedExport>;
  /** Shows a file that `saveExport` or `savePdf` wrote in the system's file manager; nothing else. */
  showFile(path: string): void;
  /** Opens a page outside in the system's browser, after asking; https and mailto only. */
  openLink(url: string): void;
}
