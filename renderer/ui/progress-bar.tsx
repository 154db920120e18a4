import type { ReactElement } from 'react';
import styles from './progress-bar.module.css';

/** How far, 0 to 1. */
export const ProgressBar = ({ at, label }: { readonly at: number; readonly label: string }): ReactElement => (
  <progress className={styles.bar} value={Math.min(1, Math.max(0, at))} max={1} aria-label={label} />
);
