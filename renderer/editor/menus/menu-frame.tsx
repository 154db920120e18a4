import { useEffect, useRef } from 'react';
import type { ReactElement, ReactNode } from 'react';
import type { Anchor } from '../extensions/typed-menu/typed-trigger.ts';
import styles from '../story-page.module.css';

interface MenuFrameProps {
  readonly label: string;
  readonly anchor: Anchor;
  readonly current: number;
  readonly narrow?: boolean;
  readonly children: ReactNode;
}

/** A list under the words being typed; the focus stays in the text, the current item is told to screen readers by `aria-selected`. */
export function MenuFrame({ label, anchor, current, narrow = false, children }: MenuFrameProps): ReactElement {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const width = narrow ? 300 : 440;
  const left = Math.max(8, Math.min(anchor.left - 12, window.innerWidth - width - 16));
  const below = anchor.bottom + 6;
  const position = below + 240 > window.innerHeight && anchor.top > 260 ? { left, bottom: window.innerHeight - anchor.top + 6 } : { left, top: below };
  return (
    <div ref={list} className={`${styles['menu'] ?? ''} ${narrow ? (styles['narrow'] ?? '') : ''}`} role="listbox" aria-label={label} style={position} onMouseDown={(event) => event.preventDefault()}>
      {children}
    </div>
  );
}
