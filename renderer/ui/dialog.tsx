import type { ReactElement, ReactNode, RefObject } from 'react';
import { Dialog as Base } from '@base-ui/react/dialog';
import { classNames } from './class-names.ts';
import styles from './dialog.module.css';

export interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly text?: ReactNode;
  readonly wide?: boolean;
  /** For something to look through: as wide as a page and a list. */
  readonly roomy?: boolean;
  readonly initialFocus?: RefObject<HTMLElement | null>;
  readonly children?: ReactNode;
  /** Buttons, the one that acts last. */
  readonly acts: ReactNode;
}

/** Asked only where there is no way back, or where the reporter wants to fill in a form. */
export const Dialog = ({ open, onClose, title, text, wide = false, roomy = false, initialFocus, children, acts }: DialogProps): ReactElement => (
  <Base.Root open={open} onOpenChange={(next) => { if (!next) onClose(); }}>
    <Base.Portal>
      <Base.Backdrop className={styles.scrim} />
      <Base.Popup data-asks="" className={classNames(styles.dialog, wide && styles.wide, roomy && styles.roomy)} {...(initialFocus === undefined ? {} : { initialFocus })}>
        <Base.Title className={styles.title}>{title}</Base.Title>
        {text !== undefined && <Base.Description className={styles.text}>{text}</Base.Description>}
        {children}
        <div className={styles.acts}>{acts}</div>
      </Base.Popup>
    </Base.Portal>
  </Base.Root>
);
