import type { LexicalEditor } from 'lexical';
import type { BlockId } from '#core/base/ids.ts';
import { $repairBlockIds } from '#core/document/invariants/block-ids.ts';
import { $readDocument } from '#core/document/load.ts';
import { isSaved, newSaveQueue, nextSaveQueue, saveStateOf, sendAt, sendsHeld } from '#core/story/save-queue.ts';
import type { SaveEvent, SaveQueue, SaveState } from '#core/story/save-queue.ts';
import { wireError } from '#core/contract/errors.ts';
import type { StoryChanges } from '#core/story/changes.ts';
import type { StoryDocument } from '#core/story/document.ts';
import type { SaveHandle, StoryEditorOptions } from '../editor-api.ts';
import { trackChanges } from './change-tracker.ts';

export interface Autosave {
  readonly handle: SaveHandle;
  /** `document` is what is stored at `seq`; whatever waited is dropped. */
  reset(document: StoryDocument, seq: number): void;
  dispose(): void;
}

const noChanges: StoryChanges = { upsert: [], remove: [], order: null, fields: null };

/** Drives the save queue: gives it time and edits, sends what it says. */
export function startAutosave(editor: LexicalEditor, { append, onStale, newId }: Pick<StoryEditorOptions, 'append' | 'onStale'> & { newId: () => BlockId }): Autosave {
  let queue: SaveQueue = newSaveQueue(0);
  let shown: SaveState = saveStateOf(queue);
  let timer: ReturnType<typeof setTimeout> | null = null;
  let running = false;
  let generation = 0;
  const listeners = new Set<() => void>();
  const waiters = new Set<(saved: boolean) => void>();

  const step = (event: SaveEvent): void => {
    queue = nextSaveQueue(queue, event);
    const next = saveStateOf(queue);
    if (JSON.stringify(next) !== JSON.stringify(shown)) {
      shown = next;
      for (const listener of listeners) listener();
    }
    if (waiters.size > 0 && (isSaved(queue) || queue.failure !== null)) {
      const saved = isSaved(queue);
      const waiting = [...waiters];
      waiters.clear();
      for (const wake of waiting) wake(saved);
    }
    schedule();
  };

  const schedule = (): void => {
    const at = sendAt(queue);
    if (timer !== null) clearTimeout(timer);
    timer = at === null || !running ? null : setTimeout(() => void send(), Math.max(0, at - performance.now()));
  };

  const collect = (): StoryChanges => {
    try {
      return tracker.collect();
    } catch (bug) {
      // A broken invariant must not keep text from the disk: told, mended, saved.
      reportError(bug);
      editor.update(() => $repairBlockIds(editor.getEditorState(), newId), { discrete: true });
      return tracker.collect();
    }
  };

  const send = async (): Promise<void> => {
    timer = null;
    const started = generation;
    step({ type: 'sent', changes: sendsHeld(queue) ? noChanges : collect() });
    const batch = queue.inFlight;
    if (batch === null) return;
    const answer = await append(batch, queue.base).catch((bug: unknown) => {
      // The batch has to stay in the queue whatever happened: told, and tried again.
      reportError(bug);
      return { ok: false as const, error: wireError('call.failed') };
    });
    if (started !== generation) return;
    if (answer.ok) step({ type: 'acknowledged', ...answer.value });
    else {
      step({ type: 'refused', error: answer.error, at: performance.now() });
      if (queue.failure?.final === true) onStale(answer.error, editor.read(() => $readDocument()));
    }
  };

  const tracker = trackChanges(editor, () => {
    if (running) step({ type: 'edited', at: performance.now() });
  });

  return {
    handle: {
      state: () => shown,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      flush: () => {
        if (isSaved(queue)) return Promise.resolve(true);
        if (queue.failure?.final === true) return Promise.resolve(false);
        return new Promise((resolve) => {
          waiters.add(resolve);
          queue = { ...queue, failure: null };
          step({ type: 'hurried' });
        });
      },
      retry: () => {
        if (queue.failure?.final !== true) step({ type: 'hurried' });
      },
    },
    reset: (document, seq) => {
      generation++;
      tracker.reset(document);
      running = true;
      queue = newSaveQueue(seq);
      step({ type: 'hurried' });
    },
    dispose: () => {
      generation++;
      running = false;
      if (timer !== null) clearTimeout(timer);
      tracker.dispose();
    },
  };
}
