import type { MediaId, StoryId } from '#core/base/ids.ts';
import type { Result } from '#core/base/result.ts';
import type { WireError } from '#core/contract/errors.ts';
import type { Rendition } from '#core/contract/media.ts';
import type { ExportTo } from '../handlers/export-to.ts';
import type { Dispatch } from './dispatch.ts';
import type { Pushes } from './pushes.ts';

/** An open library, as a door sees it. */
export interface Host {
  /** The library's folder. */
  readonly library: string;
  /** `read`: another process owns it; calls that write are refused with `library.locked`. */
  readonly mode: 'write' | 'read';
  readonly dispatch: Dispatch;
  readonly subscribe: Pushes['subscribe'];
  /** A window came (back), or its connection ended: who writes which story depends on it. */
  windowCame(windowId: string): void;
  windowGone(windowId: string): void;
  /** Bytes of a photo, beside the contract: a door serves them as files. */
  readMedia(id: MediaId, rendition: Rendition): Promise<{ readonly bytes: Uint8Array; readonly type: string } | null>;
  /** The story as readers would get it, one complete page: for the preview's own route. */
  preview(id: StoryId): Promise<Result<string, WireError>>;
  /** Exports to a place that was chosen: in the desktop door, by a dialog. */
  readonly exports: ExportTo;
  /** Full ids of stories that begin with `prefix`, trash included; at most two, enough to see that one is not alone. */
  storyIds(prefix: string): readonly string[];
  /** Tells every window to send what is unsaved; the door waits for them before it closes the host. */
  announceClosing(): void;
  /** Ends timers and sending, brings list and search up to date, folds the log into the file, frees the lock. Twice is once. */
  close(): Promise<void>;
}
