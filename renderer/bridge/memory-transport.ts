import type { Handlers, PushData, PushName } from '#core/contract/contract.ts';
import { findCall } from '#core/contract/contract.ts';
import { wireError } from '#core/contract/errors.ts';
import { loopbackAddresses } from './addresses.ts';
import type { LinkState, Transport } from './transport.ts';

/** Some of a backend's handlers, held in memory. */
export type MemoryHandlers = { readonly [A in keyof Handlers]?: Partial<Handlers[A]> };

export interface MemoryTransport extends Transport {
  push<P extends PushName>(name: P, data: PushData<P>): void;
  setLink(state: LinkState): void;
}

/** A backend in this very process, for tests: the same parsing in as the real dispatch, the same answers out. */
export function createMemoryTransport(handlers: MemoryHandlers, windowId = 'memory-window'): MemoryTransport {
  const pushListeners = new Set<(name: string, data: unknown) => void>();
  const linkListeners = new Set<() => void>();
  let link: LinkState = 'open';
  return {
    windowId,
    addresses: loopbackAddresses,
    call: async (name, input) => {
      if (link === 'lost') return { ok: false, error: wireError('call.unreachable') };
      const [area = '', call = ''] = name.split('.');
      const handler = (handlers as Record<string, Record<string, ((input: unknown, caller: { windowId: string }) => unknown) | undefined> | undefined>)[area]?.[call];
      const definition = findCall(name);
      if (handler === undefined || definition === null) return { ok: false, error: wireError('call.unknown', { call: name }) };
      return handler(definition.in.parse(input), { windowId });
    },
    onPush: (listener) => {
      pushListeners.add(listener);
      return () => pushListeners.delete(listener);
    },
    link: () => link,
    onLink: (listener) => {
      linkListeners.add(listener);
      return () => linkListeners.delete(listener);
    },
    push: (name, data) => {
      for (const listener of [...pushListeners]) listener(name, data);
    },
    setLink: (state) => {
      link = state;
      for (const listener of [...linkListeners]) listener();
    },
    confirmFlushed: () => undefined,
    close: () => pushListeners.clear(),
  };
}
