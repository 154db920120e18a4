import type { Host } from '../host/host.ts';

/** What the browser door needs of the library behind it; tests may stand in. */
export type WebHost = Pick<Host, 'subscribe' | 'dispatch' | 'windowCame' | 'windowGone' | 'readMedia' | 'preview' | 'announceClosing'>;
