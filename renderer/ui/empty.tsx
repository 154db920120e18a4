import type { ReactElement, ReactNode } from 'react';
import styles from './empty.module.css';

export interface EmptyProps {
  readonly title: string;
  readonly text?: ReactNode;
  readonly acts?: ReactNode;
}

/** Nothing here: why, and the one thing to do about it. */
export const Empty = ({ title, text, acts }: EmptyProps): ReactElement => (
  <div className={styles.empty}>
    <h2 className={styles.title}>{title}</h2>
    {text !== undefined && <p className={styles.text}>{text}</p>}
    {acts !== undefined && <div className={styles.acts}>{acts}</div>}
  </div>
);
