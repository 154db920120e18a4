import type { ReactElement, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-names.ts';
import styles from './banner.module.css';

export interface BannerProps {
  readonly kind: 'info' | 'fail' | 'warning';
  readonly icon: IconName;
  readonly acts?: ReactNode;
  readonly children: ReactNode;
}

/** A line above the page: what happened, what is safe, and what can be done. */
export const Banner = ({ kind, icon, acts, children }: BannerProps): ReactElement => (
  <div className={classNames(styles.banner, styles[kind])} role={kind === 'fail' ? 'alert' : 'status'}>
    <Icon name={icon} />
    <span className={styles.words}>{children}</span>
    {acts !== undefined && <span className={styles.acts}>{acts}</span>}
  </div>
);
