import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { RowHeights } from './row-heights.ts';
import { createRowHeights } from './row-heights.ts';

/** Some of a long list: rows `first` to `end` (not included) are to be drawn, the others only take their room. */
export interface RowWindow {
  readonly first: number;
  readonly end: number;
  /** Pixels from the list's upper edge to this row's; `count`: to the list's end. */
  top(index: number): number;
  /** Rows that fit into the scroller, at least one. */
  readonly page: number;
  /** To be told of every element drawn for a row, with `data-index`. */
  readonly measure: (element: HTMLElement | null) => (() => void) | undefined;
}

export interface RowWindowOptions {
  readonly count: number;
  /** How high a row mostly is, pixels. Another guess forgets what was learnt. */
  readonly guess: number;
  /** The list stands at its very top. */
  readonly scroller: RefObject<HTMLElement | null>;
}

/** Rows drawn beyond what is seen, so that quick scrolling and Tab find something there. */
const beyond = 8;

/**
 * Which rows of a list of thousands to draw. What rows measure is learnt as they are drawn; that the text does not jump when a row
 * above turns out higher than guessed is the browser's scroll anchoring, so rows stand in the flow between two spacers.
 */
export function useRowWindow({ count, guess, scroller }: RowWindowOptions): RowWindow {
  const [, setLearnt] = useState(0);
  const [view, setView] = useState({ from: 0, height: 800 });
  const latest = useRef<{ readonly heights: RowHeights; readonly guess: number } | null>(null);
  const heights = useMemo(() => (latest.current?.guess === guess ? latest.current.heights.resized(count) : createRowHeights(count, guess)), [count, guess]);
  const drawn = useRef(new Set<HTMLElement>());
  useLayoutEffect(() => {
    latest.current = { heights, guess };
    let news = false;
    for (const row of drawn.current) if (heights.set(Number(row.dataset['index']), row.offsetHeight)) news = true;
    if (news) setLearnt((times) => times + 1);
  }, [heights, guess]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const look = (): void => setView((before) => (before.from === element.scrollTop && before.height === element.clientHeight ? before : { from: element.scrollTop, height: element.clientHeight }));
    look();
    const watch = new ResizeObserver(look);
    watch.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      watch.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [scroller]);

  const rows = useMemo(
    () =>
      new ResizeObserver((entries) => {
        let news = false;
        for (const { target } of entries) {
          if (!(target instanceof HTMLElement) || !target.isConnected) continue;
          if (latest.current?.heights.set(Number(target.dataset['index']), target.offsetHeight) === true) news = true;
        }
        if (news) setLearnt((times) => times + 1);
      }),
    [],
  );
  useEffect(() => () => rows.disconnect(), [rows]);
  const measure = useCallback(
    (element: HTMLElement | null): (() => void) | undefined => {
      if (element === null) return undefined;
      drawn.current.add(element);
      rows.observe(element);
      return () => {
        drawn.current.delete(element);
        rows.unobserve(element);
      };
    },
    [rows],
  );

  const page = Math.max(1, Math.floor(view.height / guess) - 1);
  const first = Math.max(0, heights.at(view.from) - beyond);
  const end = Math.min(count, heights.at(view.from + view.height) + 1 + beyond);
  return { first, end, page, top: heights.top, measure };
}
