import { useEffect, useState } from 'react';
import type { ComponentType, ReactElement } from 'react';
import type { Toasts } from './toasts.ts';

interface LateToastsProps {
  readonly toasts: Toasts;
}

/** Milliseconds until a layer that could not be fetched is tried again: without it nobody would hear what went wrong. */
const again = 2_000;

/** The toasts, fetched after the first picture. */
export function LateToasts({ toasts }: LateToastsProps): ReactElement | null {
  const [Layer, setLayer] = useState<ComponentType<LateToastsProps> | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const fetchLayer = (): void => {
      import('./toast-layer.tsx').then(
        ({ ToastLayer }) => setLayer(() => ToastLayer),
        () => {
          timer = setTimeout(fetchLayer, again);
        },
      );
    };
    fetchLayer();
    return () => clearTimeout(timer);
  }, []);
  return Layer === null ? null : <Layer toasts={toasts} />;
}
