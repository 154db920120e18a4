import { useSyncExternalStore } from 'react';
import type { Result } from '#core/base/result.ts';
import type { WireError } from '#core/contract/errors.ts';

/** A fact of the backend as this window last heard it: never edited here, only asked for again. */
export interface Fact<T> {
  readonly value: T | null;
  readonly error: WireError | null;
  readonly loading: boolean;
}

export interface Resource<T> {
  get(): Fact<T>;
  subscribe(listener: () => void): () => void;
  /** Asks again; answers that were overtaken by a later question are dropped. */
  reload(): Promise<void>;
}

export function createResource<T>(load: () => Promise<Result<T, WireError>>): Resource<T> {
  let fact: Fact<T> = { value: null, error: null, loading: false };
  let asked = 0;
  const listeners = new Set<() => void>();
  const tell = (next: Fact<T>): void => {
    fact = next;
    for (const listener of [...listeners]) listener();
  };
  return {
    get: () => fact,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    reload: async () => {
      const mine = ++asked;
      tell({ ...fact, loading: true });
      const result = await load();
      if (mine !== asked) return;
      tell(result.ok ? { value: result.value, error: null, loading: false } : { value: fact.value, error: result.error, loading: false });
    },
  };
}

export const useResource = <T>(resource: Resource<T>): Fact<T> => useSyncExternalStore(resource.subscribe, resource.get);
