import type { StoryId } from '#core/base/ids.ts';
import type { Timers } from './timers.ts';

/** Which window writes which story: one at most. Kept in memory; after a restart the first window to write holds it again. */
export interface Windows {
  /** `write` when this window holds the story from now on or did already; `read` when another one does. */
  hold(id: StoryId, windowId: string): 'write' | 'read';
  holderOf(id: StoryId): string | null;
  /** This window holds it now; gives who did before, null when nobody else. */
  takeOver(id: StoryId, windowId: string): string | null;
  /** False when this window did not hold it. */
  release(id: StoryId, windowId: string): boolean;
  /** A window came (back): what it held stays its own. */
  came(windowId: string): void;
  /** A window's connection ended: what it holds is freed after the grace, unless it comes back (a reload, a nap of the laptop). */
  gone(windowId: string): void;
  close(): void;
}

export interface WindowsPorts {
  readonly timers: Timers;
  /** Called when a window did not come back. */
  readonly onFreed: (id: StoryId, windowId: string) => void;
  /** Milliseconds. */
  readonly grace?: number;
}

export function makeWindows({ timers, onFreed, grace = 10_000 }: WindowsPorts): Windows {
  const holders = new Map<StoryId, string>();
  const leaving = new Map<string, () => void>();

  const stay = (windowId: string): void => {
    leaving.get(windowId)?.();
    leaving.delete(windowId);
  };
  const free = (windowId: string): void => {
    leaving.delete(windowId);
    const held = [...holders].filter(([, holder]) => holder === windowId).map(([id]) => id);
    for (const id of held) {
      holders.delete(id);
      onFreed(id, windowId);
    }
  };

  return {
    hold(id, windowId) {
      const holder = holders.get(id);
      if (holder !== undefined && holder !== windowId) return 'read';
      holders.set(id, windowId);
      return 'write';
    },
    holderOf: (id) => holders.get(id) ?? null,
    takeOver(id, windowId) {
      const before = holders.get(id);
      holders.set(id, windowId);
      return before === undefined || before === windowId ? null : before;
    },
    release(id, windowId) {
      if (holders.get(id) !== windowId) return false;
      return holders.delete(id);
    },
    came: stay,
    gone(windowId) {
      stay(windowId);
      leaving.set(windowId, timers.after(grace, () => free(windowId)));
    },
    close() {
      for (const windowId of [...leaving.keys()]) stay(windowId);
    },
  };
}
