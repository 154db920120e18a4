import type { StoryId } from '#core/base/ids.ts';
import type { ParsedInput } from '#core/contract/contract.ts';
import type { StoryRow, StoryStatus } from '#core/story/meta.ts';
import type { Db, Row, SqlValue } from './db.ts';
import type { SearchQuery } from './search-query.ts';
import { namePhrase, searchQuery } from './search-query.ts';
import { snippet } from './snippet.ts';

export type ListInput = ParsedInput<'library', 'list'>;
export type Question = ParsedInput<'library', 'ids'>;

/**
 * The list of stories, newest first, and its search. Reads projections only: whoever asks refreshes them before.
 * Ten thousand stories answer in milliseconds: no ranking, keyset pages, texts of the shown rows only.
 */
export interface LibraryStore {
  /** `author`: stories of this name and those without an author, as `counts` counts mine. */
  list(input: ListInput): { readonly rows: StoryRow[]; readonly total: number; readonly next: string | null };
  /** All that `list` would come to, in its order. */
  ids(question: Question): StoryId[];
  facets(): { readonly authors: string[]; readonly sections: string[] };
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
    section: String(stored['section']),
    updatedAt: Number(stored['updated_at']),
    trashedAt: stored['trashed_at'] === null ? null : Number(stored['trashed_at']),
    attendees: JSON.parse(String(stored['attendees'])) as string[],
    attendeeCount: Number(stored['attendee_count']),
    thumb: stored['thumb'] as StoryRow['thumb'],
    words: Number(stored['words']),
  };
};

/** `moment.row` of the last story of a page. A cursor that is not ours starts from the top. */
const readCursor = (cursor: string | null): readonly [number, number] | null => {
  const found = cursor === null ? null : /^(\d{1,15})\.(\d{1,15})$/.exec(cursor);
  return found === null ? null : [Number(found[1]), Number(found[2])];
};

/** So many matches are sorted in less time than the newest are gone through. */
const sortable = 500;

/** A question as SQL; null: nothing can answer it. */
interface Asked {
  readonly query: SearchQuery | null;
  readonly joined: string;
  readonly tests: readonly string[];
  readonly values: readonly SqlValue[];
  /** What the list goes by: when a story was changed, in the trash when it came there. */
  readonly moment: string;
}

function ask({ query: text, accents, status, author, by, section, person, withPhoto, from, to, trashed }: Question): Asked | null {
  const query = searchQuery(text, accents);
  if (query === null && text.trim() !== '') return null;
  const tests = [trashed ? 'story.trashed_at IS NOT NULL' : 'story.trashed_at IS NULL'];
  const values: SqlValue[] = [];
  let joined = '';
  const test = (sql: string, ...bound: SqlValue[]): void => {
    tests.push(sql);
    values.push(...bound);
  };
  /** What only the projection knows. */
  const rowTest = (sql: string, ...bound: SqlValue[]): void => {
    joined = ' JOIN story_row ON story_row.story_row = story.row';
    test(sql, ...bound);
  };
  const searched = 'story.row IN (SELECT rowid FROM story_search WHERE story_search MATCH ?)';
  if (query !== null) test(searched, query.match);
  if (person !== null) {
    const phrase = namePhrase(person);
    if (phrase === null) return null;
    test(searched, phrase);
  }
  if (status.length > 0) test(`story.status IN (${status.map(() => '?').join(', ')})`, ...status);
  if (author !== null) test("story.author IN (?, '')", author);
  if (by !== null) test('story.author = ?', by);
  if (section !== null) rowTest('story_row.section = ?', section);
  if (withPhoto) rowTest('story_row.thumb IS NOT NULL');
  if (from !== null) rowTest('story_row.date >= ?', from);
  if (to !== null) rowTest('story_row.date <= ?', to);
  return { query, joined, tests, values, moment: trashed ? 'trashed_at' : 'updated_at' };
}

export function makeLibraryStore(db: Db): LibraryStore {
  const count = (where: string, ...values: SqlValue[]): number => Number(db.prepare(`SELECT count(*) AS n FROM story WHERE ${where}`).get(...values)?.['n']);
  const column = (sql: string): string[] => db.prepare(sql).all().map((stored) => String(stored['name']));

  return {
    list({ limit, offset, cursor, ...question }) {
      const asked = ask(question);
      if (asked === null) return { rows: [], total: 0, next: null };
      const { query, joined, moment } = asked;
      const tests = [...asked.tests];
      const values = [...asked.values];
      const total = Number(db.prepare(`SELECT count(*) AS n FROM story${joined} WHERE ${tests.join(' AND ')}`).get(...values)?.['n']);
      const after = readCursor(cursor);
      if (after !== null) {
        tests.push(`(story.${moment}, story.row) < (?, ?)`);
        values.push(...after);
      }
      // The page is chosen by its keys alone: sorting whole texts of thousands of matches takes ten times as long. Where most
      // stories match, going down the index of the newest finds a page after a few steps; where few do, sorting them is quicker.
      const newest = question.trashed || total <= sortable ? '' : ' INDEXED BY story_recent';
      const order = `ORDER BY story.${moment} DESC, story.row DESC`;
      const chosen = `SELECT story.row FROM story${newest}${joined} WHERE ${tests.join(' AND ')} ${order} LIMIT ? OFFSET ?`;
      const page = db
        .prepare(`SELECT story.*, story_row.* FROM story JOIN story_row ON story_row.story_row = story.row WHERE story.row IN (${chosen}) ${order}`)
        .all(...values, limit + 1, offset);
      const shown = page.slice(0, limit);
      const last = shown.at(-1);
      return {
        rows: shown.map((stored) => row(stored, query)),
        total,
        next: page.length > limit && last !== undefined ? `${Number(last[moment])}.${Number(last['row'])}` : null,
      };
    },

    ids(question) {
      const asked = ask(question);
      if (asked === null) return [];
      const { joined, tests, values, moment } = asked;
      return db.prepare(`SELECT story.id FROM story${joined} WHERE ${tests.join(' AND ')} ORDER BY story.${moment} DESC, story.row DESC`).all(...values).map((stored) => stored['id'] as StoryId);
    },

    facets() {
      const alphabet = new Intl.Collator('vi');
      const authors = column("SELECT DISTINCT author AS name FROM story WHERE trashed_at IS NULL AND author <> ''");
      const sections = column("SELECT DISTINCT section AS name FROM story_row JOIN story ON story.row = story_row WHERE trashed_at IS NULL AND section <> ''");
      return { authors: authors.toSorted(alphabet.compare), sections: sections.toSorted(alphabet.compare) };
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
