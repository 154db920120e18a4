import type { ReactElement, ReactNode } from 'react';
import { ContextMenu as BaseContext } from '@base-ui/react/context-menu';
import { Menu as Base } from '@base-ui/react/menu';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-names.ts';
import { Keys } from './keys.tsx';
import styles from './menu.module.css';

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly icon?: IconName | undefined;
  readonly shortcut?: string | undefined;
  /** Set for choices: shown with a tick. */
  readonly checked?: boolean;
  readonly off?: string | null | undefined;
  /** A line above it. */
  readonly line?: boolean;
  /** The menu stays open after it, to be done again. */
  readonly stays?: boolean;
  /** Opens these beside it, instead of running. */
  readonly entries?: readonly MenuEntry[];
  readonly run: () => void;
}

export interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactElement<Record<string, unknown>>;
  readonly label?: string;
  readonly entries: readonly MenuEntry[];
  readonly align?: 'start' | 'end';
  /** Choices stay open, so that several can be ticked. */
  readonly keepOpen?: boolean;
}

/** Menus lie in the page's own region: what stands outside every landmark is passed over by who moves from one to the next. */
const landmark = (): HTMLElement | undefined => document.querySelector('main') ?? undefined;

export const Menu = ({ trigger, label, entries, align = 'start', keepOpen = false }: MenuProps): ReactElement => (
  <Base.Root modal={false}>
    <Base.Trigger render={trigger} />
    <Popup label={label} entries={entries} align={align} keepOpen={keepOpen} />
  </Base.Root>
);

export interface ContextMenuProps {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  /** What it opens over: a right click, a long touch, the menu key. */
  readonly children: ReactElement<Record<string, unknown>>;
  /** When it closes, by whatever way. */
  readonly onClose?: () => void;
}

export const ContextMenu = ({ label, entries, children, onClose }: ContextMenuProps): ReactElement => (
  <BaseContext.Root
    onOpenChange={(open) => {
      if (!open) onClose?.();
    }}
  >
    <BaseContext.Trigger render={children} />
    <Popup label={label} entries={entries} align="start" keepOpen={false} />
  </BaseContext.Root>
);

interface PopupProps {
  readonly label: string | undefined;
  readonly entries: readonly MenuEntry[];
  readonly align: 'start' | 'end';
  readonly keepOpen: boolean;
  readonly inside?: boolean;
}

const Popup = ({ label, entries, align, keepOpen, inside = false }: PopupProps): ReactElement => (
  <Base.Portal container={landmark()}>
    <Base.Positioner className={styles.place} sideOffset={inside ? 0 : 4} alignOffset={inside ? -4 : 0} align={align} collisionPadding={8}>
      <Base.Popup className={styles.menu} aria-label={label}>
        {entries.map((entry) => <Entry key={entry.id} entry={entry} keepOpen={keepOpen} />)}
      </Base.Popup>
    </Base.Positioner>
  </Base.Portal>
);

function Entry({ entry, keepOpen }: { readonly entry: MenuEntry; readonly keepOpen: boolean }): ReactNode {
  const off = entry.off ?? null;
  const content = (
    <>
      <span className={styles.lead}>
        {entry.checked === true && <Icon name="check" size={14} />}
        {entry.checked === undefined && entry.icon !== undefined && <Icon name={entry.icon} />}
      </span>
      <span>{entry.label}</span>
      {off !== null && <small className={styles.off}>{off}</small>}
      {entry.shortcut !== undefined && <Keys of={entry.shortcut} bare />}
      {entry.entries !== undefined && <Icon name="chevron-right" size={14} className={styles.further} />}
    </>
  );
  return (
    <>
      {entry.line === true && <Base.Separator className={styles.line} />}
      {entry.entries !== undefined ? (
        <Base.SubmenuRoot>
          <Base.SubmenuTrigger className={styles.item} disabled={off !== null}>{content}</Base.SubmenuTrigger>
          <Popup label={entry.label} entries={entry.entries} align="start" keepOpen={keepOpen} inside />
        </Base.SubmenuRoot>
      ) : entry.checked === undefined ? (
        <Base.Item className={styles.item} disabled={off !== null} closeOnClick={entry.stays !== true} onClick={entry.run}>{content}</Base.Item>
      ) : (
        <Base.CheckboxItem className={styles.item} checked={entry.checked} onCheckedChange={entry.run} closeOnClick={!keepOpen}>{content}</Base.CheckboxItem>
      )}
    </>
  );
}
