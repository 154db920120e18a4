import type { ReactElement, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-names.ts';
import styles from './status.module.css';

export type StatusTone = 'plain' | 'accent' | 'success' | 'warning' | 'danger';

export interface StatusProps {
  readonly icon?: IconName | undefined;
  readonly tone?: StatusTone;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** An icon and a few words; only warning and danger colour the words too. */
export const Status = ({ icon, tone = 'plain', className, children }: StatusProps): ReactElement => (
  <span className={classNames(styles.status, styles[tone], className)}>
    {icon !== undefined && <Icon name={icon} size={14} />}
    <span className={styles.said}>{children}</span>
  </span>
);
