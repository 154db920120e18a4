import type { ButtonHTMLAttributes, ReactElement, Ref } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-names.ts';
import { ariaKeys } from './shortcut.ts';
import { Tip } from './tip.tsx';
import styles from './icon-button.module.css';

type Native = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled' | 'className' | 'children'>;

export interface IconButtonProps extends Native {
  readonly name: IconName;
  /** Its name, said by the tooltip and to screen readers. */
  readonly label: string;
  readonly shortcut?: string | undefined;
  readonly small?: boolean;
  /** Pressed in: what it stands for is in force or open. Undefined: not a switch. */
  readonly on?: boolean | undefined;
  readonly off?: string | null | undefined;
  readonly className?: string | undefined;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function IconButton({ name, label, shortcut, small = false, on, off = null, className, onClick, ...rest }: IconButtonProps): ReactElement {
  return (
    <Tip text={off === null ? label : `${label}: ${off}`} shortcut={shortcut}>
      <button
        type="button"
        {...rest}
        className={classNames(styles.button, small && styles.small, on === true && styles.on, off !== null && styles.off, className)}
        aria-label={label}
        aria-pressed={on}
        aria-disabled={off !== null || undefined}
        aria-keyshortcuts={shortcut === undefined ? undefined : ariaKeys(shortcut)}
        onClick={off === null ? onClick : (event) => event.preventDefault()}
      >
        <Icon name={name} size={small ? 14 : 16} />
      </button>
    </Tip>
  );
}
