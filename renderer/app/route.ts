import { StoryId } from '#core/base/ids.ts';
import type { TopicId } from '#renderer/features/help/topic-ids.ts';
import { parseTopicId } from '#renderer/features/help/topic-ids.ts';

export const libraryLists = ['mine', 'toReview', 'all', 'trash'] as const;
export type LibraryList = (typeof libraryLists)[number];

/** Where the window is. Kept as state, never in the address: the address belongs to the door. */
export type Route =
  | { readonly view: 'welcome' }
  | { readonly view: 'story' }
  | { readonly view: 'library'; readonly list: LibraryList; readonly query?: string; readonly person?: string }
  | { readonly view: 'directory'; readonly query?: string }
  | { readonly view: 'outbox' }
  | { readonly view: 'publish' }
  | { readonly view: 'settings' }
  | { readonly view: 'help'; readonly topic?: TopicId };

/** As the session keeps it: `library:mine`, `help:photos`. */
export function routeName(route: Route): string {
  if (route.view === 'library') return `library:${route.list}`;
  return route.view === 'help' && route.topic !== undefined ? `help:${route.topic}` : route.view;
}

export function routeFromName(name: string): Route | null {
  const [view, list] = name.split(':');
  const topic = parseTopicId(list);
  switch (view) {
    case 'welcome':
    case 'story':
    case 'directory':
    case 'outbox':
    case 'publish':
    case 'settings':
      return { view };
    case 'library':
      return { view, list: libraryLists.find((known) => known === list) ?? 'all' };
    case 'help':
      return topic === null ? { view } : { view, topic };
    default:
      return null;
  }
}

export const parseStoryId = (text: string | null): StoryId | null => {
  const parsed = StoryId.safeParse(text);
  return parsed.success ? parsed.data : null;
};
