import { createContext, useContext } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { createPortal } from 'react-dom';

export type SlotName = 'title' | 'titleEnd' | 'status' | 'statusEnd' | 'panel' | 'banner';
export type Slots = Readonly<Partial<Record<SlotName, HTMLElement | null>>>;

export const SlotsContext = createContext<Slots>({});

/** Puts what a screen has to say into its place of the window's frame, which itself never comes and goes. */
export function Slot({ name, children }: { readonly name: SlotName; readonly children: ReactNode }): ReactElement | null {
  const place = useContext(SlotsContext)[name];
  return place === undefined || place === null ? null : createPortal(children, place);
}
