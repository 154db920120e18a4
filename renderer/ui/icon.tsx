import type { ReactElement } from 'react';
import { classNames } from './class-names.ts';
import type { IconName } from './icon-names.ts';

export interface IconProps {
  readonly name: IconName;
  /** 16 px; 14 in dense lines, 20 on first run. */
  readonly size?: 14 | 16 | 20;
  readonly className?: string | undefined;
}

/** Decoration only: whoever stands alone as an icon carries its own name. */
export const Icon = ({ name, size = 16, className }: IconProps): ReactElement => (
  <i className={classNames('icon', `i-${name}`, size !== 16 && `icon-${size}`, className)} aria-hidden="true" />
);
