import type { IconName } from '#renderer/ui/icon-names.ts';
import type { Words } from '#renderer/i18n/translate.ts';
import type { ToastAct, Toasts } from '../toasts.ts';

/** What became of taking an act back, as a sentence. `gone`: it can't be taken back any more; `failed`: not now, but it may be tried again. */
export interface TakenBack {
  readonly kind: 'done' | 'gone' | 'failed';
  readonly text: string;
  readonly acts?: readonly ToastAct[];
}

/** Something the reporter did outside a story's text that can be taken back. */
export interface UndoableAct {
  /** What was done, as its toast says it. */
  readonly text: string;
  readonly icon: IconName;
  readonly takeBack: () => Promise<TakenBack>;
  /** What else can be done about it, before the way back. */
  readonly acts?: readonly ToastAct[];
  /** It shows for itself on the screen: no toast until it is taken back. */
  readonly quiet?: boolean;
}

/** The acts of this window, newest last, whatever screen they were done on. Text has its own undo, in its editor. */
export interface UndoStack {
  /** Notes an act that was just done and says so, the way back beside it. */
  did(act: UndoableAct): void;
  /** Takes the last act back; one at a time, in order. False: there is none. */
  undoLast(): boolean;
  canUndo(): boolean;
  subscribe(listener: () => void): () => void;
}

/** How many acts are remembered: more than anyone takes back one by one. */
const remembered = 20;

interface Entry {
  readonly id: string;
  readonly act: UndoableAct;
}

export function createUndoStack(toasts: Pick<Toasts, 'show' | 'change'>, words: () => Words): UndoStack {
  let entries: readonly Entry[] = [];
  let made = 0;
  let queue = Promise.resolve();
  const listeners = new Set<() => void>();

  /** The key takes back the last act only, so only its toast prints it. */
  const actsOf = (entry: Entry): readonly ToastAct[] => [
    ...(entry.act.acts ?? []),
    { label: words().t('app.undo'), run: () => take(entry), ...(entry === entries.at(-1) ? { shortcut: 'Mod+Z' } : {}) },
  ];
  const keep = (next: readonly Entry[]): void => {
    const before = entries.at(-1);
    entries = next.slice(-remembered);
    const last = entries.at(-1);
    for (const entry of [before, last]) if (entry !== undefined && before !== last && entries.includes(entry)) toasts.change(entry.id, { acts: actsOf(entry) });
    for (const listener of [...listeners]) listener();
  };

  const takeBack = async (entry: Entry): Promise<void> => {
    const { kind, text, acts = [] } = await entry.act.takeBack();
    if (kind === 'failed') keep([...entries, entry]);
    toasts.show({
      id: entry.id,
      text,
      icon: kind === 'done' ? 'undo-2' : 'circle-alert',
      tone: kind === 'failed' ? 'danger' : 'plain',
      stays: kind !== 'done',
      acts: kind === 'failed' ? [{ label: words().t('app.retry'), run: () => take(entry) }] : acts,
    });
  };
  /** Out of the stack before it runs, so that nobody takes it back twice. */
  function take(entry: Entry): void {
    if (!entries.includes(entry)) return;
    keep(entries.filter((other) => other !== entry));
    const run = (): Promise<void> => takeBack(entry);
    queue = queue.then(run, run);
  }

  return {
    did: (act) => {
      const entry: Entry = { id: `act-${++made}`, act };
      keep([...entries, entry]);
      if (act.quiet !== true) toasts.show({ id: entry.id, text: act.text, icon: act.icon, acts: actsOf(entry) });
    },
    undoLast: () => {
      const last = entries.at(-1);
      if (last !== undefined) take(last);
      return last !== undefined;
    },
    canUndo: () => entries.length > 0,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
