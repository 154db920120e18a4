import type { Page } from '@playwright/test';
import type { Bounds, DialogKind, MenuLine, ProcessSight, Records, WindowSight } from '../wire.ts';

export interface StartOptions {
  /** A new, empty one when not given. */
  readonly library?: string;
  /** Where windows remember their place; a new one when not given. */
  readonly profile?: string;
  /** As a package would start; only the double can. */
  readonly packaged?: boolean;
  /** After `--library`: files to open, `--new-story`. */
  readonly args?: readonly string[];
}

/**
 * One run of the desktop application, as a person at the computer has it: pages in windows, a menu, dialogs, other programs. Played by
 * the double or by Electron itself; a spec does not know by which.
 */
export interface DesktopApp {
  readonly library: string;
  readonly profile: string;
  /** The system's folder for documents, for this run. */
  readonly documents: string;
  /** Open windows, oldest first. */
  pages(): readonly Page[];
  /** Waits for so many windows and returns the newest. */
  page(count?: number): Promise<Page>;
  menu(): Promise<readonly MenuLine[] | null>;
  /** Presses a line of the native menu, by the words on the way there. Rejects when it is not there or grey. */
  clickMenu(...path: readonly string[]): Promise<void>;
  /** Lays an answer ready for the next dialog: a path or null (save), the words of a button (message). */
  answerDialog(dialog: DialogKind, answer: string | null): Promise<void>;
  records(): Promise<Pick<Records, 'dialogs' | 'opened' | 'shown'>>;
  windows(): Promise<readonly WindowSight[]>;
  resize(bounds: Bounds): Promise<void>;
  /** The reporter closes the first window by its own button. */
  clickClose(): Promise<void>;
  processes(): Promise<readonly ProcessSight[]>;
  /** Starts the application once more beside this one and resolves to how that ended. */
  startSecond(args: readonly string[]): Promise<number | null>;
  /** Asks the application to quit; resolves to its exit code when it is gone. */
  quit(): Promise<number | null>;
  /** However the test went: nothing of it is left. */
  end(): Promise<void>;
  /** What pages and application complained about since the last time this was asked. */
  takeProblems(): readonly string[];
}

/** How the application is started. */
export interface DesktopDriver {
  readonly name: 'double' | 'electron';
  start(options?: StartOptions): Promise<DesktopApp>;
}
