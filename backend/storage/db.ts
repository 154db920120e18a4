import { DatabaseSync } from 'node:sqlite';

export type SqlValue = string | number | bigint | null | Uint8Array;
export type Row = Record<string, SqlValue>;

export interface Statement {
  run(...values: SqlValue[]): { readonly changes: number };
  get(...values: SqlValue[]): Row | undefined;
  all(...values: SqlValue[]): Row[];
}

/** The little that the stores need of SQLite, so that another binding could stand in. Synchronous; one connection, one writer. */
export interface Db {
  exec(sql: string): void;
  /** Statements are kept: the same text is compiled once. */
  prepare(sql: string): Statement;
  /** All or nothing. An inner call joins the outer transaction; a throw rolls the whole back. */
  transaction<T>(run: () => T): T;
  close(): void;
}

/**
 * Opens a database file (or `:memory:`). WAL with `synchronous=FULL`: what was committed survives a kill and, where the disk
 * honours its syncs, a power cut. Throws SQLite's own error when the file can't be opened.
 */
export function openDb(path: string, { readOnly = false }: { readOnly?: boolean } = {}): Db {
  const database = new DatabaseSync(path, { readOnly });
  database.exec('PRAGMA busy_timeout = 5000');
  database.exec('PRAGMA trusted_schema = OFF');
  database.exec('PRAGMA foreign_keys = ON');
  if (!readOnly) {
    database.exec('PRAGMA journal_mode = WAL');
    database.exec('PRAGMA synchronous = FULL');
  }
  const statements = new Map<string, Statement>();
  let depth = 0;
  return {
    exec: (sql) => database.exec(sql),
    prepare(sql) {
      const known = statements.get(sql);
      if (known !== undefined) return known;
      const compiled = database.prepare(sql);
      const statement: Statement = {
        run: (...values) => ({ changes: Number(compiled.run(...values).changes) }),
        get: (...values) => compiled.get(...values),
        all: (...values) => compiled.all(...values),
      };
      statements.set(sql, statement);
      return statement;
    },
    transaction(run) {
      if (depth > 0) return run();
      database.exec('BEGIN IMMEDIATE');
      depth++;
      try {
        const value = run();
        database.exec('COMMIT');
        return value;
      } catch (problem) {
        // A full disk may already have rolled back; a second ROLLBACK would hide the real error.
        if (database.isTransaction) database.exec('ROLLBACK');
        throw problem;
      } finally {
        depth--;
      }
    },
    close: () => database.close(),
  };
}
