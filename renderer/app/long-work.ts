import type { Result } from '#core/base/result.ts';
import type { WireError } from '#core/contract/errors.ts';
import type { IconName } from '#renderer/ui/icon-names.ts';
import type { App } from './services.ts';

export interface LongWork<Item, Done> {
  readonly items: readonly Item[];
  /** How many go in one call. */
  readonly piece: number;
  /** "Đang bỏ bài vào thùng rác" */
  readonly text: string;
  readonly icon: IconName;
  readonly run: (items: readonly Item[]) => Promise<Result<readonly Done[], WireError>>;
}

export interface LongWorkDone<Done> {
  readonly done: readonly Done[];
  /** Called off before the end. */
  readonly stopped: boolean;
  /** What the first piece that failed said; nothing was tried after it. */
  readonly error: WireError | null;
}

/** Milliseconds a work may take before it says how far it is. */
const patience = 1_000;

let works = 0;

/** Does a work piece by piece. What takes longer than a second shows how far it is, and can be stopped; what is done by then stays done. */
export async function workInPieces<Item, Done>({ toasts, words }: Pick<App, 'toasts' | 'words'>, { items, piece, text, icon, run }: LongWork<Item, Done>): Promise<LongWorkDone<Done>> {
  const id = `work-${++works}`;
  const done: Done[] = [];
  let stopped = false;
  let shown = false;
  let error: WireError | null = null;
  let at = 0;
  const show = (): void => {
    shown = true;
    toasts.show({ id, text, icon, progress: { done: at, total: items.length }, acts: [{ label: words.get().t('app.stop'), run: () => { stopped = true; } }] });
  };
  const timer = setTimeout(show, patience);
  for (; at < items.length && !stopped && error === null; at += piece) {
    if (shown) show();
    const result = await run(items.slice(at, at + piece));
    if (result.ok) done.push(...result.value);
    else ({ error } = result);
  }
  clearTimeout(timer);
  if (shown) toasts.close(id);
  return { done, stopped, error };
}
