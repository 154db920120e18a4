import type { Emit, PushData, PushName } from '#core/contract/contract.ts';

export interface PushMessage {
  readonly name: PushName;
  readonly data: PushData<PushName>;
}

export interface Pushes {
  readonly emit: Emit;
  /** Every push from now on; the answer ends it. A listener must not throw. */
  subscribe(listener: (message: PushMessage) => void): () => void;
}

/** Handlers tell, doors listen. Nothing is kept: a window that was away reads the state anew. */
export function makePushes(): Pushes {
  const listeners = new Set<(message: PushMessage) => void>();
  return {
    emit(name, data) {
      for (const listener of [...listeners]) listener({ name, data });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
