import { useEffect, useRef, useState } from 'react';
import type { ReactElement, RefObject } from 'react';
import { Toast } from '@base-ui/react/toast';
import { useWords } from '#renderer/i18n/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Keys } from '#renderer/ui/keys.tsx';
import type { ToastLook, Toasts } from './toasts.ts';
import styles from './toast-layer.module.css';

/** Notices at the bottom right, over the panel where there is one; they go to the top while the caret is near there. F6 does not reach them, Tab does. */
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
  const stack = useRef<HTMLDivElement>(null);
  const high = useCaretBelow(stack, toasts.length > 0);
  return (
    <Toast.Portal>
      <Toast.Viewport ref={stack} className={styles.stack} data-high={high || undefined} aria-label={words.t('app.region.toasts')}>
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

/** How near the caret may come, in pixels: the line it stands on and the next one stay free. */
const near = 64;

/** Is the caret in the corner where toasts stand? Looked at only while there are any. */
function useCaretBelow(stack: RefObject<HTMLElement | null>, watching: boolean): boolean {
  const [below, setBelow] = useState(false);
  useEffect(() => {
    if (!watching) return undefined;
    const look = (): void => {
      const caret = caretBox();
      const corner = stack.current?.getBoundingClientRect();
      // Up there as well as down here, the stack is as wide and about as high as it is now.
      if (corner !== undefined) setBelow(caret !== null && caret.right > corner.left - near && caret.bottom > window.innerHeight - corner.height - 2 * near);
    };
    look();
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [stack, watching]);
  return below;
}

/** Where the caret or the selection is in the window; a caret in an empty paragraph has no box of its own. */
function caretBox(): DOMRect | null {
  const selection = document.getSelection();
  if (selection === null || selection.rangeCount === 0 || !(document.activeElement?.closest('[contenteditable="true"]') instanceof Element)) return null;
  const range = selection.getRangeAt(0);
  const box = range.getBoundingClientRect();
  if (box.height > 0) return box;
  const at = range.startContainer;
  return (at instanceof Element ? at : at.parentElement)?.getBoundingClientRect() ?? null;
}
