import { desktop } from '#core/contract/desktop-bridge.ts';

/** Who sent a message, as far as Electron itself vouches for it. */
export interface Sender {
  /** Of the frame; null: it is gone, or has navigated since. */
  readonly origin: string | null;
  readonly isTopFrame: boolean;
  /** The window it belongs to, when that is one of ours. */
  readonly windowId: string | null;
}

/** Only the page of a window of ours, in its top frame and from our own origin. Compared as a whole: a beginning could be anyone's. */
export const isOurs = ({ origin, isTopFrame, windowId }: Sender): boolean => windowId !== null && isTopFrame && origin === desktop.origin;
