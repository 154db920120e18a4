import { useEffect, useRef, useState } from 'react';
import type { MouseEvent as ReactMouseEvent, ReactElement } from 'react';
import { Toast } from '@base-ui/react/toast';
import { useWords } from '#renderer/i18n/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Keys } from '#renderer/ui/keys.tsx';
import { ProgressBar } from '#renderer/ui/progress-bar.tsx';
import { useFocusBack, useToastPlace } from './toast-place.ts';
import type { ToastLook, ToastProgress, Toasts } from './toasts.ts';
import styles from './toast-layer.module.css';

/** Notices at the bottom right, over the panel where there is one; they go to the top while the caret is near there. F6 does not reach them, Tab does. */
export function ToastLayer({ toasts }: { readonly toasts: Toasts }): ReactElement {
  const [manager] = useState(() => Toast.createToastManager<ToastLook>());
  // The provider below listens by then: effects run from the inside out.
  useEffect(() => toasts.attach(manager), [toasts, manager]);
  return (
    <Toast.Provider toastManager={manager} limit={2}>
      <ToastStack />
    </Toast.Provider>
  );
}

/** A mouse that presses here leaves the focus where the reporter works. */
const leaveFocus = (event: ReactMouseEvent): void => event.preventDefault();

function ToastStack(): ReactElement {
  const words = useWords();
  const { toasts, close } = Toast.useToastManager<ToastLook>();
  const stack = useRef<HTMLDivElement>(null);
  const { high, typing } = useToastPlace(stack, toasts.length > 0);
  useFocusBack(stack, toasts);
  return (
    <Toast.Portal>
      <Toast.Viewport ref={stack} className={styles.stack} data-high={high || undefined} data-typing={typing || undefined} aria-label={words.t('app.region.toasts')} onMouseDown={leaveFocus}>
        {toasts.map((toast) => <Notice key={toast.id} toast={toast} onClose={() => close(toast.id)} />)}
      </Toast.Viewport>
    </Toast.Portal>
  );
}

type Shown = ReturnType<typeof Toast.useToastManager<ToastLook>>['toasts'][number];

function Notice({ toast, onClose }: { readonly toast: Shown; readonly onClose: () => void }): ReactElement {
  const words = useWords();
  const { icon = 'circle-check', tone, acts = [], progress = null } = toast.data ?? {};
  return (
    <Toast.Root toast={toast} className={styles.toast} swipeDirection={[]}>
      <Toast.Content className={styles.content}>
        <Icon name={icon} className={tone} />
        <Toast.Title render={<p />} className={styles.words} />
        {progress !== null && <Progress label={String(toast.title)} progress={progress} />}
        <span className={styles.acts}>
          {acts.map((act) => (
            <span key={act.label} className={styles.act}>
              <Button
                look="link"
                onClick={() => {
                  onClose();
                  act.run();
                }}
              >
                {act.label}
              </Button>
              {act.shortcut !== undefined && <span className={styles.keys}><Keys of={act.shortcut} bare /></span>}
            </span>
          ))}
          {progress === null && <IconButton small name="x" label={words.t('app.close')} onClick={onClose} />}
        </span>
      </Toast.Content>
    </Toast.Root>
  );
}

/** Figures are for the eye: whoever listens hears the bar when asking, not every step. */
function Progress({ label, progress }: { readonly label: string; readonly progress: ToastProgress }): ReactElement {
  const words = useWords();
  return (
    <>
      <span className={styles.count} aria-hidden="true">{words.t('app.progress', { done: progress.done, total: progress.total })}</span>
      <span className={styles.bar}><ProgressBar at={progress.total === 0 ? 1 : progress.done / progress.total} label={label} /></span>
    </>
  );
}
