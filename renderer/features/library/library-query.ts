import type { CallInput } from '#core/contract/contract.ts';
import type { StoryStatus } from '#core/story/meta.ts';
import type { LibraryList } from '#renderer/app/route.ts';
import { civilDate } from '#renderer/i18n/moment.ts';

export type DateFilter = 'any' | 'today' | 'week' | 'month' | 'year';

export interface LibraryFilters {
  readonly query: string;
  readonly status: readonly StoryStatus[];
  readonly date: DateFilter;
}

export const noFilters: LibraryFilters = { query: '', status: [], date: 'any' };

export const activeFilters = (filters: LibraryFilters): number => (filters.status.length > 0 ? 1 : 0) + (filters.date === 'any' ? 0 : 1);

const day = 24 * 60 * 60 * 1000;
const back: Readonly<Record<Exclude<DateFilter, 'any'>, number>> = { today: 0, week: 6, month: 30, year: 365 };

/** The question that a screen's list and filters come to. `author`: who the reporter is in "my stories". */
export function listQuestion(list: LibraryList, filters: LibraryFilters, author: string, now: number): CallInput<'library', 'list'> {
  return {
    query: filters.query.normalize('NFC').slice(0, 200),
    status: list === 'toReview' ? ['submitted'] : [...filters.status],
    author: list === 'mine' ? author : null,
    from: filters.date === 'any' ? null : civilDate(now - back[filters.date] * day),
    to: null,
    trashed: list === 'trash',
    limit: 50,
  };
}
