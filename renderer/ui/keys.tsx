import type { ReactElement } from 'react';
import { shownKeys } from './shortcut.ts';
import { classNames } from './class-names.ts';
import styles from './keys.module.css';

export interface KeysProps {
  /** `Mod+Shift+Enter` */
  readonly of: string;
  /** Without the frame, for hints in running lines. */
  readonly bare?: boolean;
}

/** A shortcut as this machine's keyboard prints it. */
export const Keys = ({ of, bare = false }: KeysProps): ReactElement => <kbd className={classNames(styles.keys, bare && styles.bare)}>{shownKeys(of)}</kbd>;
