import type { ReactElement } from 'react';
import { classNames } from './class-names.ts';
import styles from './avatar.module.css';

/** `Đặng Thùy Nhiên` → `TN`: the last two syllables are what colleagues call one by. */
export const initials = (name: string): string => name.trim().split(/\s+/).slice(-2).map((word) => word[0] ?? '').join('').toUpperCase();

export const Avatar = ({ name, mine = false, large = false }: { readonly name: string; readonly mine?: boolean; readonly large?: boolean }): ReactElement => (
  <span className={classNames(styles.avatar, mine && styles.mine, large && styles.large)} data-initials={initials(name)} aria-hidden="true" />
);
