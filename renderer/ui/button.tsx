import type { ButtonHTMLAttributes, ReactElement, ReactNode, Ref } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-names.ts';
import { Keys } from './keys.tsx';
import { ariaKeys } from './shortcut.ts';
import { Tip } from './tip.tsx';
import styles from './button.module.css';

type Native = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled' | 'className'>;

export interface ButtonProps extends Native {
  readonly look?: 'plain' | 'primary' | 'quiet' | 'destroy' | 'link';
  readonly size?: 'small' | 'normal' | 'large';
  readonly icon?: IconName | undefined;
  readonly shortcut?: string | undefined;
  /** Why it can't be pressed now: shown in the tooltip, and the button does nothing. Null: it can; left out: it always can. */
  readonly off?: string | null | undefined;
  /** At work: the ring turns, pressing again does nothing. */
  readonly busy?: boolean;
  readonly className?: string | undefined;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({ look = 'plain', size = 'normal', icon, shortcut, off, busy = false, className, children, onClick, ...rest }: ButtonProps): ReactElement {
  const shownIcon = busy ? 'loader-circle' : icon;
  const reason = off ?? null;
  const stopped = busy || reason !== null;
  const button = (
    <button
      type="button"
      {...rest}
      className={classNames(styles.button, styles[look], styles[size], reason !== null && styles.off, className)}
      aria-disabled={stopped || undefined}
      aria-keyshortcuts={shortcut === undefined ? undefined : ariaKeys(shortcut)}
      onClick={stopped ? (event) => event.preventDefault() : onClick}
    >
      {shownIcon !== undefined && <Icon name={shownIcon} size={14} />}
      {children}
      {shortcut !== undefined && <Keys of={shortcut} />}
    </button>
  );
  return off === undefined ? button : <Tip text={reason}>{button}</Tip>;
}
