import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { Toast } from '@base-ui/react/toast';
import { useWords } from '#renderer/i18n/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Keys } from '#renderer/ui/keys.tsx';
import type { ToastLook, Toasts } from './toasts.ts';
import styles from './toast-layer.module.css';

/** Notices at the bottom right; they go to the top while the caret is near there. F6 does not reach them, Tab does. */
export function ToastLayer({ toasts }: { readonly toasts: Toasts }): ReactElement {
  return (
    <Toast.Provider toastManager={toasts.manager} limit={2}>
      <ToastStack />
    </Toast.Provider>
  );
}

function ToastStack(): ReactElement {
  const words = useWords();
  const { toasts, close } = Toast.useToastManager<ToastLook>();
  const high = useCaretBelow(toasts.length > 0);
  return (
    <Toast.Portal>
      <Toast.Viewport className={styles.stack} data-high={high || undefined} aria-label={words.t('app.region.toasts')}>
        {toasts.map((toast) => (
          <Toast.Root key={toast.id} toast={toast} className={styles.toast} swipeDirection={[]}>
            <Toast.Content className={styles.content}>
              <Icon name={toast.data?.icon ?? 'circle-check'} className={toast.data?.tone} />
              <Toast.Title render={<p />} className={styles.words} />
              <span className={styles.acts}>
                {toast.data?.acts.map((act) => (
                  <span key={act.label} className={styles.act}>
                    <Button
                      look="link"
                      onClick={() => {
                        close(toast.id);
                        act.run();
                      }}
                    >
                      {act.label}
                    </Button>
                    {act.shortcut !== undefined && <Keys of={act.shortcut} bare />}
                  </span>
                ))}
                <IconButton small name="x" label={words.t('app.close')} onClick={() => close(toast.id)} />
              </span>
            </Toast.Content>
          </Toast.Root>
        ))}
      </Toast.Viewport>
    </Toast.Portal>
  );
}

/** Is the caret in the corner where toasts stand? Looked at only while there are any. */
function useCaretBelow(watching: boolean): boolean {
  const [below, setBelow] = useState(false);
  useEffect(() => {
    if (!watching) return undefined;
    const look = (): void => {
      const selection = document.getSelection();
      const range = selection !== null && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
      const rect = range?.getBoundingClientRect();
      setBelow(rect !== undefined && rect.bottom > window.innerHeight - 240 && rect.right > window.innerWidth - 480);
    };
    look();
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [watching]);
  return below;
}
