import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent, MouseEvent, ReactElement } from 'react';
import type { StoryId } from '#core/base/ids.ts';
import { isFocusFree } from '#renderer/app/keep-focus.ts';
import { useApp } from '#renderer/app/services.ts';
import { useStore } from '#renderer/app/store.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { ContextMenu } from '#renderer/ui/menu.tsx';
import type { MenuEntry } from '#renderer/ui/menu.tsx';
import { useRowWindow } from '#renderer/ui/row-window.ts';
import { pressed } from '#renderer/ui/shortcut.ts';
import type { RowAct } from './row-acts.ts';
import { dayLabel } from './story-days.ts';
import { StoryListRow } from './story-list-row.tsx';
import { markRange, noMarks, rangeOf, toggleBeside, toggleMark } from './story-marks.ts';
import type { StoryMarks } from './story-marks.ts';
import type { StoryList } from './use-story-list.ts';
import styles from './story-rows.module.css';

/** The row that the keys are at. */
export interface CurrentRow {
  readonly index: number;
  readonly id: StoryId | null;
}

export interface StoryRowsProps {
  readonly list: StoryList;
  /** It is the trash that is listed. */
  readonly trashed: boolean;
  readonly marks: StoryMarks;
  readonly onMarks: (marks: StoryMarks) => void;
  readonly current: CurrentRow;
  readonly onCurrent: (row: CurrentRow) => void;
  /** For the marked rows, or the current one when there are none. */
  readonly onAct: (act: RowAct) => void;
  readonly menu: readonly MenuEntry[];
  /** Back to the field above, when going up from the first row. */
  readonly onLeaveUp: () => void;
  /** Ids from one row to another, loaded or not. */
  readonly idsBetween: (first: number, last: number) => Promise<readonly StoryId[]>;
  /** How far it was scrolled when it was last left, pixels. */
  readonly scroll: number;
  readonly onScroll: (top: number) => void;
}

/** A row's height, wide and narrow: what most of them are. */
const guesses = { wide: 68, narrow: 92 } as const;

/** The list: one stop of Tab, arrows inside, every key of a row printed in the status line. Of thousands only those in sight are drawn. */
export function StoryRows({ list, trashed, marks, onMarks, current, onCurrent, onAct, menu, onLeaveUp, idsBetween, scroll, onScroll }: StoryRowsProps): ReactElement {
  const app = useApp();
  const words = useWords();
  const open = useStore(app.story)?.id ?? null;
  const scroller = useRef<HTMLDivElement>(null);
  const [isNarrow, setNarrow] = useState(false);
  const view = useRowWindow({ count: list.total, guess: isNarrow ? guesses.narrow : guesses.wide, scroller });
  const { total } = list;
  const marking = marks.ids.size > 0;

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    element.scrollTop = scroll;
    const watch = new ResizeObserver(() => setNarrow(element.clientWidth < 600));
    watch.observe(element);
    return () => watch.disconnect();
    // Only when it comes: from then on the list scrolls by itself.
  }, []);
  useEffect(() => list.look(view.first, view.end), [list, view.first, view.end]);

  /** The focus is to follow the current row as soon as that is drawn. */
  const wantsFocus = useRef(false);
  const goTo = (index: number): void => {
    const at = Math.min(total - 1, Math.max(0, index));
    wantsFocus.current = true;
    onCurrent({ index: at, id: list.row(at)?.id ?? null });
  };
  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    const element = scroller.current?.querySelector<HTMLElement>(`[data-at="${current.index}"]`);
    if (element === null || element === undefined) return;
    wantsFocus.current = false;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: 'nearest' });
  });
  // The library changed under the list: the current story takes its row along; one that went hands its place to the next, focus and all.
  useLayoutEffect(() => {
    if (total === 0) return;
    const here = list.row(Math.min(current.index, total - 1));
    if (here === null || here.id === current.id) return;
    const moved = current.id === null ? null : list.indexOf(current.id);
    const at = document.activeElement;
    wantsFocus.current = (moved !== null && scroller.current?.contains(at) === true) || (current.index >= total && isFocusFree());
    onCurrent(moved === null ? { index: Math.min(current.index, total - 1), id: here.id } : { index: moved, id: current.id });
  }, [list, total, current, onCurrent]);

  const extend = async (to: number, from = current.index): Promise<void> => {
    const start = marking ? marks : { ...marks, anchor: from };
    const [first, last] = rangeOf(start, to);
    const known = Array.from({ length: last - first + 1 }, (_, offset) => list.row(first + offset)?.id ?? null).filter((id) => id !== null);
    const ids = known.length === last - first + 1 ? known : await idsBetween(first, last);
    onMarks(markRange(start, ids));
  };
  const toggle = (index: number): void => {
    const id = list.row(index)?.id;
    if (id !== undefined) onMarks(toggleMark(marks, id, index));
  };
  const markAll = async (): Promise<void> => onMarks({ ids: new Set(await idsBetween(0, total - 1)), anchor: current.index });

  const onKeyDown = (event: KeyboardEvent): void => {
    const native = event.nativeEvent;
    const { index } = current;
    const act = (run: () => void): void => {
      event.preventDefault();
      run();
    };
    const moves: Readonly<Record<string, number>> = { ArrowDown: index + 1, ArrowUp: index - 1, PageDown: index + view.page, PageUp: index - view.page, Home: 0, End: total - 1 };
    const to = moves[event.key];
    if (to !== undefined && !native.altKey && !native.metaKey) {
      act(() => {
        if (native.shiftKey) void extend(Math.min(total - 1, Math.max(0, to)));
        if (to < 0 && index === 0 && event.key === 'ArrowUp' && !native.shiftKey) onLeaveUp();
        else goTo(to);
      });
    } else if (pressed(native, 'Enter')) act(() => onAct('open'));
    else if (event.key === ' ') act(() => toggle(index));
    else if (pressed(native, 'Mod+A')) act(() => void markAll());
    else if (pressed(native, 'Mod+D')) act(() => onAct('duplicate'));
    else if (pressed(native, 'Delete')) act(() => onAct(trashed ? 'erase' : 'trash'));
    else if (trashed && pressed(native, 'Mod+Backspace')) act(() => onAct('restore'));
  };

  const indexAt = (target: EventTarget): number | null => {
    const row = target instanceof Element ? target.closest<HTMLElement>('[data-at]') : null;
    return row === null ? null : Number(row.dataset['at']);
  };
  // Pressing a row makes it the current one; what a modifier adds to is the one before.
  const pressedAt = useRef(current);
  const onMouseDown = (): void => {
    pressedAt.current = current;
  };
  /** A finger's second tap is no double click: the first one did all there is to do. */
  const touched = useRef(false);
  const onClick = (event: MouseEvent): void => {
    const index = indexAt(event.target);
    const id = index === null ? undefined : list.row(index)?.id;
    if (index === null || id === undefined || !(event.target instanceof Element)) return;
    const { nativeEvent: native } = event;
    const isTouch = native instanceof PointerEvent && native.pointerType !== 'mouse' && native.pointerType !== '';
    touched.current = isTouch;
    onCurrent({ index, id });
    if (event.target.closest('[data-more]') !== null) openMenuAt(event.target, native);
    else if (event.target.closest('[data-check]') !== null || (isTouch && marking)) onMarks(toggleMark(marks, id, index));
    else if (event.shiftKey) void extend(index, pressedAt.current.index);
    else if (event.ctrlKey || event.metaKey) onMarks(toggleBeside(marks, pressedAt.current.id, id, index));
    else if (isTouch) onAct('open');
    else if (marking) onMarks(noMarks);
  };
  const onContextMenu = (event: MouseEvent): void => {
    const index = indexAt(event.target);
    const id = index === null ? undefined : list.row(index)?.id;
    if (index === null || id === undefined) return;
    onCurrent({ index, id });
    // A right click on a row that is not among the marked ones is for that row alone.
    if (marking && !marks.ids.has(id)) onMarks(noMarks);
  };
  const onDoubleClick = (event: MouseEvent): void => {
    const isPlain = !touched.current && !event.shiftKey && !event.ctrlKey && !event.metaKey;
    if (isPlain && indexAt(event.target) !== null && event.target instanceof Element && event.target.closest('[data-check], [data-more]') === null) onAct('open');
  };

  const drawn = [...(current.index < view.first && current.index < total ? [current.index] : []), ...Array.from({ length: view.end - view.first }, (_, offset) => view.first + offset), ...(current.index >= view.end && current.index < total ? [current.index] : [])];
  let bottom = 0;
  return (
    <ContextMenu label={words.t('library.acts')} entries={menu}>
      <div className={styles.rows} ref={scroller} onScroll={(event) => onScroll(event.currentTarget.scrollTop)} onContextMenu={onContextMenu}>
        <div role="listbox" aria-label={words.t('library.results')} aria-multiselectable="true" onKeyDown={onKeyDown} onMouseDownCapture={onMouseDown} onClick={onClick} onDoubleClick={onDoubleClick}>
          {drawn.flatMap((index) => {
            const row = list.row(index);
            const before = index === 0 ? null : list.row(index - 1);
            const label = row === null || (index > 0 && before === null) ? null : dayLabel(row.trashedAt ?? row.updatedAt, app.now(), words);
            const isFirst = label !== null && (before === null || label !== dayLabel(before.trashedAt ?? before.updatedAt, app.now(), words));
            const gap = view.top(index) - bottom;
            bottom = view.top(index + 1);
            return [
              ...(gap > 0 ? [<div key={`before-${index}`} role="presentation" style={{ blockSize: gap }} />] : []),
              <div key={index} role="presentation" data-index={index} ref={view.measure} onFocus={() => onCurrent({ index, id: row?.id ?? null })}>
                {isFirst && <div className={styles.day} aria-hidden="true">{label}</div>}
                <StoryListRow row={row} index={index} total={total} first={isFirst || index === 0} current={index === current.index} marked={row !== null && marks.ids.has(row.id)} marking={marking} open={row !== null && row.id === open} />
              </div>,
            ];
          })}
          <div role="presentation" style={{ blockSize: Math.max(0, view.top(total) - bottom) }} />
        </div>
      </div>
    </ContextMenu>
  );
}

/** The dots open what a right click opens, in their place. */
function openMenuAt(target: Element, { clientX, clientY }: { readonly clientX: number; readonly clientY: number }): void {
  target.dispatchEvent(new window.MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX, clientY, button: 2 }));
}
