import type { Addresses } from './addresses.ts';

/** How this window and the backend are linked right now. */
export type LinkState = 'connecting' | 'open' | 'lost';

/**
 * The wire under the client: it carries one call and hands back the backend's answer as it came; parsing is the client's.
 * A transport never throws for an unreachable backend: it answers `{ ok: false, error: { code: 'call.unreachable', params: {} } }`.
 */
export interface Transport {
  call(name: string, input: unknown): Promise<unknown>;
  /** Every push as it came: name and data, not parsed. */
  onPush(listener: (name: string, data: unknown) => void): () => void;
  link(): LinkState;
  onLink(listener: () => void): () => void;
  /** Id of this window, kept while its tab lives; the door may give another one when the link opens. */
  readonly windowId: string;
  readonly addresses: Addresses;
  /** After `app.closing`: everything unsaved has been acknowledged. */
  confirmFlushed(): void;
  close(): void;
}
