import { Toast } from '@base-ui/react/toast';
import type { IconName } from '#renderer/ui/icon-names.ts';
import type { StatusTone } from '#renderer/ui/status.tsx';

/** What one toast shows beside its sentence. */
export interface ToastLook {
  readonly icon: IconName;
  readonly tone: StatusTone;
  readonly acts: readonly ToastAct[];
}

export interface ToastAct {
  readonly label: string;
  readonly shortcut?: string;
  readonly run: () => void;
}

export interface ToastWish {
  readonly text: string;
  readonly icon?: IconName;
  readonly tone?: StatusTone;
  readonly acts?: readonly ToastAct[];
  /** Stays until it is closed: for what went wrong. */
  readonly stays?: boolean;
}

export interface Toasts {
  readonly manager: ReturnType<typeof Toast.createToastManager<ToastLook>>;
  show(wish: ToastWish): void;
}

/** Long enough to read a sentence and reach for its way back, in milliseconds. */
const shownFor = 8_000;

export function createToasts(): Toasts {
  const manager = Toast.createToastManager<ToastLook>();
  return {
    manager,
    show: ({ text, icon = 'circle-check', tone = 'plain', acts = [], stays = false }) => {
      manager.add({ title: text, timeout: stays ? 0 : shownFor, priority: tone === 'danger' ? 'high' : 'low', data: { icon, tone, acts } });
    },
  };
}
