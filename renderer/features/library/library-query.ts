import type { CallInput } from '#core/contract/contract.ts';
import type { StoryStatus } from '#core/story/meta.ts';
import type { LibraryList } from '#renderer/app/route.ts';
import { civilDate } from '#renderer/i18n/moment.ts';

export type DateFilter = 'any' | 'today' | 'week' | 'month' | 'year';

export interface LibraryFilters {
  readonly query: string;
  /** How the query's accents are read; `auto`: as it is typed. */
  readonly accents: 'auto' | 'exact' | 'blind';
  readonly status: readonly StoryStatus[];
  readonly date: DateFilter;
  /** Null: anybody's. */
  readonly by: string | null;
  /** Null: any; empty: filed under none. */
  readonly section: string | null;
  /** Somebody who is among the attendees, as printed. */
  readonly person: string | null;
  readonly withPhoto: boolean;
}

export const noFilters: LibraryFilters = { query: '', accents: 'auto', status: [], date: 'any', by: null, section: null, person: null, withPhoto: false };

export const activeFilters = ({ status, date, by, section, person, withPhoto }: LibraryFilters): number =>
  [status.length > 0, date !== 'any', by !== null, section !== null, person !== null, withPhoto].filter(Boolean).length;

/** The same search with every filter off. */
export const withoutFilters = ({ query, accents }: LibraryFilters): LibraryFilters => ({ ...noFilters, query, accents });

const day = 24 * 60 * 60 * 1000;
const back: Readonly<Record<Exclude<DateFilter, 'any'>, number>> = { today: 0, week: 6, month: 30, year: 365 };

/** The question that a screen's list and filters come to. `author`: who the reporter is in "my stories". */
export function listQuestion(list: LibraryList, filters: LibraryFilters, author: string, now: number): CallInput<'library', 'ids'> {
  return {
    query: filters.query.normalize('NFC').slice(0, 200),
    accents: filters.accents,
    status: list === 'toReview' ? ['submitted'] : [...filters.status],
    author: list === 'mine' ? author : null,
    by: filters.by,
    section: filters.section,
    person: filters.person,
    withPhoto: filters.withPhoto,
    from: filters.date === 'any' ? null : civilDate(now - back[filters.date] * day),
    to: null,
    trashed: list === 'trash',
  };
}
