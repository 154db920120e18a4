import { useSyncExternalStore } from 'react';

/** Widths at which the window gives something up: the rail's words, the panel, the rail. Pixels, as in the measures of the look. */
const steps = [
  ['wide', '(min-width: 1200px)'],
  ['middle', '(min-width: 960px)'],
  ['narrow', '(min-width: 640px)'],
] as const;

export type Width = 'wide' | 'middle' | 'narrow' | 'slim';

export const currentWidth = (): Width => steps.find(([, query]) => matchMedia(query).matches)?.[0] ?? 'slim';

const subscribe = (listener: () => void): (() => void) => {
  const queries = steps.map(([, query]) => matchMedia(query));
  for (const query of queries) query.addEventListener('change', listener);
  return () => {
    for (const query of queries) query.removeEventListener('change', listener);
  };
};

export const useWidth = (): Width => useSyncExternalStore(subscribe, currentWidth);
