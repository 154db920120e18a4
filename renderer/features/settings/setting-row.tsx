import { useId } from 'react';
import type { ReactElement, ReactNode } from 'react';
import checks from '#renderer/ui/check.module.css';
import { classNames } from '#renderer/ui/class-names.ts';
import styles from './setting-row.module.css';

export interface SettingRowProps {
  readonly label: string;
  readonly help?: string | undefined;
  /** Buttons, a choice in sight, a line to read. */
  readonly children: ReactNode;
}

/** What is set at the left with its reason, the control at the right. Controls name themselves: they may be more than one. */
export const SettingRow = ({ label, help, children }: SettingRowProps): ReactElement => (
  <div className={styles.row}>
    <div>
      <span className={styles.label}>{label}</span>
      {help !== undefined && <p className={styles.help}>{help}</p>}
    </div>
    <div className={styles.control}>{children}</div>
  </div>
);

export interface SwitchRowProps {
  readonly label: string;
  readonly help?: string | undefined;
  readonly on: boolean;
  readonly onTurn: (on: boolean) => void;
}

/** On or off, at once; the whole row turns it. */
export function SwitchRow({ label, help, on, onTurn }: SwitchRowProps): ReactElement {
  const id = useId();
  return (
    <label className={classNames(styles.row, styles.turn)}>
      <span>
        <span className={styles.label} id={id}>{label}</span>
        {help !== undefined && <span className={styles.help} id={`${id}-help`}>{help}</span>}
      </span>
      <input type="checkbox" className={checks.switch} checked={on} aria-labelledby={id} aria-describedby={help === undefined ? undefined : `${id}-help`} onChange={(event) => onTurn(event.target.checked)} />
    </label>
  );
}
