import { useSyncExternalStore } from 'react';
import type { Store } from '#renderer/editor/story/store.ts';

export { createStore } from '#renderer/editor/story/store.ts';
export type { Store } from '#renderer/editor/story/store.ts';

export const useStore = <T>(store: Pick<Store<T>, 'get' | 'subscribe'>): T => useSyncExternalStore(store.subscribe, store.get);
