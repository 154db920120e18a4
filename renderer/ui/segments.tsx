import { useId } from 'react';
import type { ReactElement } from 'react';
import styles from './segments.module.css';

export interface SegmentsProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onValue: (value: T) => void;
}

/** A choice of few, all in sight. */
export function Segments<T extends string>({ label, value, options, onValue }: SegmentsProps<T>): ReactElement {
  const name = useId();
  return (
    <div className={styles.segments} role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.value} className={styles.segment}>
          <input type="radio" name={name} className="unseen" checked={option.value === value} onChange={() => onValue(option.value)} />
          {option.label}
        </label>
      ))}
    </div>
  );
}
