import { useCallback, useRef } from 'react';
import type { KeyboardEvent as ReactKeyboardEvent, RefObject } from 'react';

export interface Roving {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly onKeyDown: (event: ReactKeyboardEvent) => void;
}

const stop = 'button, a[href], [data-stop]';

/**
 * Makes a bar or list one stop of Tab, arrows inside: the children hold `tabIndex` 0 for the current one, -1 for the others, and
 * this moves focus. `axis`: which arrows; Home and End always.
 */
export function useRoving(axis: 'row' | 'column'): Roving {
  const ref = useRef<HTMLDivElement>(null);
  const onKeyDown = useCallback(
    (event: ReactKeyboardEvent) => {
      const [back, on] = axis === 'row' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
      if (ref.current === null || event.altKey || event.ctrlKey || event.metaKey || ![back, on, 'Home', 'End'].includes(event.key)) return;
      const stops = [...ref.current.querySelectorAll<HTMLElement>(stop)].filter((element) => element.offsetParent !== null);
      const at = stops.indexOf(document.activeElement as HTMLElement);
      if (at < 0) return;
      event.preventDefault();
      const next = event.key === 'Home' ? 0 : event.key === 'End' ? stops.length - 1 : (at + (event.key === on ? 1 : -1) + stops.length) % stops.length;
      for (const [index, element] of stops.entries()) element.tabIndex = index === next ? 0 : -1;
      stops[next]?.focus();
    },
    [axis],
  );
  return { ref, onKeyDown };
}
