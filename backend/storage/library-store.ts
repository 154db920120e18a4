import type { ParsedInput } from '#core/contract/contract.ts';
import type { StoryRow, StoryStatus } from '#core/story/meta.ts';
import type { Db, Row, SqlValue } from './db.ts';
import type { SearchQuery } from './search-query.ts';
import { searchQuery } from './search-query.ts';
import { snippet } from './snippet.ts';

export type ListInput = ParsedInput<'library', 'list'>;

/**
 * The list of stories, newest first, and its search. Reads projections only: whoever asks refreshes them before.
 * Ten thousand stories answer in milliseconds: no ranking, keyset pages, texts of the shown rows only.
 */
export interface LibraryStore {
  /** `author`: stories of this name and those without an author, as `counts` counts mine. */
  list(input: ListInput): { readonly rows: StoryRow[]; readonly total: number; readonly next: string | null };
  /** `author`: whose stories count as mine; stories without an author are mine too. */
  counts(author: string): { readonly all: number; readonly mine: number; readonly toReview: number; readonly trash: number };
  /** Full ids that begin with `prefix` (hexadecimal digits and hyphens), trash included; at most two, enough to see that it is not unique. */
  idsStartingWith(prefix: string): string[];
}

const row = (stored: Row, query: SearchQuery | null): StoryRow => {
  const headline = String(stored['headline']);
  const shown = snippet(String(stored['text']), query);
  return {
    id: stored['id'] as StoryRow['id'],
    headline,
    snippet: shown.text,
    headlineMatches: query?.ranges(headline) ?? [],
    snippetMatches: shown.matches,
    status: stored['status'] as StoryStatus,
    author: String(stored['author']),
    date: stored['date'] === null ? null : String(stored['date']),
    updatedAt: Number(stored['updated_at']),
    trashedAt: stored['trashed_at'] === null ? null : Number(stored['trashed_at']),
    attendees: JSON.parse(String(stored['attendees'])) as string[],
    attendeeCount: Number(stored['attendee_count']),
    thumb: stored['thumb'] as StoryRow['thumb'],
    words: Number(stored['words']),
  };
};

/** `updatedAt.row` of the last story of a page. A cursor that is not ours starts from the top. */
const readCursor = (cursor: string | null): readonly [number, number] | null => {
  const found = cursor === null ? null : /^(\d{1,15})\.(\d{1,15})$/.exec(cursor);
  return found === null ? null : [Number(found[1]), Number(found[2])];
};

/** So many matches are sorted in less time than the newest are gone through. */
const sortable = 500;

export function makeLibraryStore(db: Db): LibraryStore {
  const count = (where: string, ...values: SqlValue[]): number => Number(db.prepare(`SELECT count(*) AS n FROM story WHERE ${where}`).get(...values)?.['n']);

  return {
    list({ query: asked, status, author, from, to, trashed, limit, cursor }) {
      const query = searchQuery(asked);
      if (query === null && asked.trim() !== '') return { rows: [], total: 0, next: null };
      const tests = [trashed ? 'story.trashed_at IS NOT NULL' : 'story.trashed_at IS NULL'];
      const values: SqlValue[] = [];
      const test = (sql: string, ...bound: SqlValue[]): void => {
        tests.push(sql);
        values.push(...bound);
      };
      if (query !== null) test('story.row IN (SELECT rowid FROM story_search WHERE story_search MATCH ?)', query.match);
      if (status.length > 0) test(`story.status IN (${status.map(() => '?').join(', ')})`, ...status);
      if (author !== null) test("story.author IN (?, '')", author);
      if (from !== null) test('story_row.date >= ?', from);
      if (to !== null) test('story_row.date <= ?', to);
      const joined = from === null && to === null ? '' : ' JOIN story_row ON story_row.story_row = story.row';
      const total = Number(db.prepare(`SELECT count(*) AS n FROM story${joined} WHERE ${tests.join(' AND ')}`).get(...values)?.['n']);
      const after = readCursor(cursor);
      if (after !== null) test('(story.updated_at, story.row) < (?, ?)', ...after);
      // The page is chosen by its keys alone: sorting whole texts of thousands of matches takes ten times as long. Where most
      // stories match, going down the index of the newest finds a page after a few steps; where few do, sorting them is quicker.
      const newest = total <= sortable ? '' : ` INDEXED BY ${trashed ? 'story_trashed' : 'story_recent'}`;
      const chosen = `SELECT story.row FROM story${newest}${joined} WHERE ${tests.join(' AND ')} ORDER BY story.updated_at DESC, story.row DESC LIMIT ?`;
      const page = db
        .prepare(`SELECT story.*, story_row.* FROM story JOIN story_row ON story_row.story_row = story.row WHERE story.row IN (${chosen}) ORDER BY story.updated_at DESC, story.row DESC`)
        .all(...values, limit + 1);
      const shown = page.slice(0, limit);
      const last = shown.at(-1);
      return {
        rows: shown.map((stored) => row(stored, query)),
        total,
        next: page.length > limit && last !== undefined ? `${Number(last['updated_at'])}.${Number(last['row'])}` : null,
      };
    },

    counts: (author) => ({
      all: count('trashed_at IS NULL'),
      mine: count("trashed_at IS NULL AND author IN (?, '')", author),
      toReview: count("trashed_at IS NULL AND status = 'submitted'"),
      trash: count('trashed_at IS NOT NULL'),
    }),

    idsStartingWith: (prefix) =>
      /^[0-9a-f-]+$/.test(prefix) ? db.prepare('SELECT id FROM story WHERE id >= ? AND id < ? ORDER BY id LIMIT 2').all(prefix, `${prefix}g`).map((found) => String(found['id'])) : [],
  };
}
