import type { App } from '#renderer/app/services.ts';
import type { LibraryList } from '#renderer/app/route.ts';

const scrolled = new WeakMap<App, Map<LibraryList, number>>();

/** How far each whole list was scrolled (pixels): who comes back from a story goes on where they left. A search is over when it is left. */
export const libraryMemory = {
  get: (app: App, list: LibraryList): number => scrolled.get(app)?.get(list) ?? 0,
  keep: (app: App, list: LibraryList, scroll: number): void => {
    const known = scrolled.get(app) ?? new Map<LibraryList, number>();
    scrolled.set(app, known.set(list, scroll));
  },
};
