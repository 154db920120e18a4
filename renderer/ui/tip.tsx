import type { ReactElement } from 'react';
import { Tooltip } from '@base-ui/react/tooltip';
import { Keys } from './keys.tsx';
import styles from './tip.module.css';

interface TipContent {
  readonly text: string;
  readonly shortcut: string | undefined;
}

/** One tooltip for the whole window; the controls only say what it should read. */
const tips = Tooltip.createHandle<TipContent>();

export interface TipProps {
  /** Null: nothing to say now; the control stays the same element, so that it keeps the focus when that changes. */
  readonly text: string | null;
  readonly shortcut?: string | undefined;
  readonly children: ReactElement<Record<string, unknown>>;
}

export const Tip = ({ text, shortcut, children }: TipProps): ReactElement => <Tooltip.Trigger handle={tips} payload={{ text: text ?? '', shortcut }} disabled={text === null} delay={450} render={children} />;

/** Stands once, at the end of the window. */
export const TipLayer = (): ReactElement => (
  <Tooltip.Provider delay={450}>
    <Tooltip.Root handle={tips}>
      {({ payload }) => (
        <Tooltip.Portal>
          <Tooltip.Positioner sideOffset={6} collisionPadding={8} className={styles.place}>
            <Tooltip.Popup className={styles.tip}>
              {payload?.text}
              {payload?.shortcut !== undefined && <Keys of={payload.shortcut} bare />}
            </Tooltip.Popup>
          </Tooltip.Positioner>
        </Tooltip.Portal>
      )}
    </Tooltip.Root>
  </Tooltip.Provider>
);
