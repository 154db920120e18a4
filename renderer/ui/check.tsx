import type { ReactElement, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './check.module.css';

export interface CheckProps {
  readonly checked: boolean;
  readonly onCheck: (checked: boolean) => void;
  /** Some of what it stands for, not all. */
  readonly mixed?: boolean;
  readonly describedBy?: string | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

export const Check = ({ checked, onCheck, mixed = false, describedBy, className, children }: CheckProps): ReactElement => (
  <label className={classNames(styles.check, className)}>
    <input
      type="checkbox"
      className={styles.box}
      checked={checked}
      aria-describedby={describedBy}
      ref={(box) => {
        if (box !== null) box.indeterminate = mixed;
      }}
      onChange={(event) => onCheck(event.target.checked)}
    />
    <span className={styles.words}>{children}</span>
  </label>
);

export interface RadioProps<T extends string> {
  readonly name: string;
  readonly value: T;
  readonly chosen: T;
  readonly onChoose: (value: T) => void;
  readonly children: ReactNode;
}

export const Radio = <T extends string>({ name, value, chosen, onChoose, children }: RadioProps<T>): ReactElement => (
  <label className={styles.check}>
    <input type="radio" className={classNames(styles.box, styles.round)} name={name} value={value} checked={value === chosen} onChange={() => onChoose(value)} />
    <span className={styles.words}>{children}</span>
  </label>
);
