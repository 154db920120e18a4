import type { Toast } from '@base-ui/react/toast';
import type { IconName } from '#renderer/ui/icon-names.ts';
import type { StatusTone } from '#renderer/ui/status.tsx';

/** What one toast shows beside its sentence. */
export interface ToastLook {
  readonly icon: IconName;
  readonly tone: StatusTone;
  readonly acts: readonly ToastAct[];
  readonly progress: ToastProgress | null;
}

export interface ToastAct {
  readonly label: string;
  readonly shortcut?: string;
  readonly run: () => void;
}

/** How far a work has come, in its own pieces. */
export interface ToastProgress {
  readonly done: number;
  readonly total: number;
}

export interface ToastWish {
  /** A toast of the same id takes the place of the one before, and its time starts anew. */
  readonly id?: string;
  readonly text: string;
  readonly icon?: IconName;
  readonly tone?: StatusTone;
  readonly acts?: readonly ToastAct[];
  /** At work: stays until it is shown again without. */
  readonly progress?: ToastProgress | null;
  /** Stays until it is closed: for what went wrong. */
  readonly stays?: boolean;
}

export type ToastManager = ReturnType<typeof Toast.createToastManager<ToastLook>>;

export interface Toasts {
  /** What shows toasts comes a moment after the first picture; what was to be shown before has waited for it. */
  attach(manager: ToastManager): void;
  show(wish: ToastWish): void;
  /** Changes a toast that stands, without giving it more time; one that is gone stays gone. */
  change(id: string, part: Partial<ToastLook>): void;
  close(id: string): void;
}

/** Long enough to read a sentence and reach for its way back, in milliseconds. */
const shownFor = 8_000;

export function createToasts(): Toasts {
  let manager: ToastManager | null = null;
  const waiting: ((shown: ToastManager) => void)[] = [];
  const tell = (act: (shown: ToastManager) => void): void => {
    if (manager === null) waiting.push(act);
    else act(manager);
  };
  return {
    attach: (shown) => {
      manager = shown;
      for (const act of waiting.splice(0)) act(shown);
    },
    show: ({ id, text, icon = 'circle-check', tone = 'plain', acts = [], progress = null, stays = false }) => tell((shown) => {
      shown.add({ ...(id === undefined ? {} : { id }), title: text, timeout: stays || progress !== null ? 0 : shownFor, priority: tone === 'danger' ? 'high' : 'low', data: { icon, tone, acts, progress } });
    }),
    change: (id, part) => tell((shown) => shown.update(id, (before) => ({ data: { icon: 'circle-check', tone: 'plain', acts: [], progress: null, ...before.data, ...part } }))),
    close: (id) => tell((shown) => shown.close(id)),
  };
}
