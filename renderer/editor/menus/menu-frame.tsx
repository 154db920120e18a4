import { useEffect, useRef } from 'react';
import type { CSSProperties, ReactElement, ReactNode } from 'react';
import type { Anchor } from '../extensions/typed-menu/typed-trigger.ts';
import styles from '../story-page.module.css';

interface MenuFrameProps {
  /** Of the list; its options are named by `optionId`. */
  readonly id: string;
  /** The text that is being typed in. */
  readonly text: HTMLElement | null;
  readonly label: string;
  readonly anchor: Anchor;
  readonly current: number;
  readonly narrow?: boolean;
  readonly children: ReactNode;
}

export const optionId = (list: string, index: number): string => `${list}-${index}`;

/** Pixels between the line and its menu, and between the menu and the window's edge. */
const gap = 6;
const edge = 8;
/** The status line stays in sight. */
const status = 28;
/** Less room than this below the line, and the menu goes above it when there is more. */
const enough = 240;
const most = 420;

function place(line: Anchor, width: number): CSSProperties {
  const { left } = line;
  // A line that was scrolled away keeps its menu at the edge where it went.
  const top = Math.min(line.top, window.innerHeight - status);
  const bottom = Math.max(line.bottom, edge);
  const below = window.innerHeight - bottom - gap - edge - status;
  const above = top - gap - edge;
  const inline = { left: Math.max(edge, Math.min(left - 12, window.innerWidth - width - 2 * edge)) };
  return below < enough && above > below
    ? { ...inline, bottom: window.innerHeight - top + gap, maxBlockSize: Math.min(most, above) }
    : { ...inline, top: bottom + gap, maxBlockSize: Math.min(most, below) };
}

/**
 * A list under the words being typed. The focus stays in the text; while the list is there the text points at it and at its
 * current item, which is how a screen reader comes to read it. Only attributes of the text change, never what is in it.
 */
export function MenuFrame({ id, text, label, anchor, current, narrow = false, children }: MenuFrameProps): ReactElement {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (text === null) return undefined;
    const told = { 'aria-controls': id, 'aria-haspopup': 'listbox', 'aria-autocomplete': 'list' };
    for (const [name, value] of Object.entries(told)) text.setAttribute(name, value);
    return () => {
      for (const name of [...Object.keys(told), 'aria-activedescendant']) text.removeAttribute(name);
    };
  }, [id, text]);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
    if (current < 0) text?.removeAttribute('aria-activedescendant');
    else text?.setAttribute('aria-activedescendant', optionId(id, current));
  }, [id, text, current]);
  const position = place(anchor, narrow ? 300 : 440);
  return (
    <div ref={list} id={id} data-over-paper="" className={`${styles['menu'] ?? ''} ${narrow ? (styles['narrow'] ?? '') : ''}`} role="listbox" aria-label={label} style={position} onMouseDown={(event) => event.preventDefault()}>
      {children}
    </div>
  );
}
