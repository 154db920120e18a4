import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDb } from './db.ts';
import { openLibraryFile, wasKilled } from './library-file.ts';
import { migrations } from './migrations/all.ts';
import { migrate, schemaOf } from './migrations/migrate.ts';
import { temporaryFolder } from '#tests/stand-ins/ports.ts';

const tables = (folder: string): unknown[] => {
  const db = openDb(join(folder, 'library.sqlite'), { readOnly: true });
  try {
    return db.prepare('SELECT name, sql FROM sqlite_schema ORDER BY name').all();
  } finally {
    db.close();
  }
};

const opened = (folder: string): void => {
  const db = openLibraryFile(folder);
  if (!db.ok) throw new Error(db.error.code);
  db.value.close();
};

describe('the library file', () => {
  it('numbers its migrations from 1 without gaps', () => {
    expect(migrations.map(({ id }) => id)).toEqual(migrations.map((_, index) => index + 1));
  });

  it.each(migrations.map(({ id }) => id - 1))('comes from schema %i to the same newest one', (from) => {
    const fresh = temporaryFolder();
    opened(fresh);
    const old = temporaryFolder();
    const db = openDb(join(old, 'library.sqlite'));
    expect(migrate(db, migrations.slice(0, from)).ok).toBe(true);
    db.close();
    opened(old);
    expect(tables(old)).toEqual(tables(fresh));
  });

  it('has only STRICT tables', () => {
    const folder = temporaryFolder();
    opened(folder);
    const db = openDb(join(folder, 'library.sqlite'), { readOnly: true });
    const loose = db.prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'").all();
    db.close();
    expect(loose).toEqual([]);
  });

  it('leaves an earlier schema whole when a step fails', () => {
    const folder = temporaryFolder();
    opened(folder);
    const next = (migrations.at(-1)?.id ?? 0) + 1;
    const failing = { id: next, name: 'failing', up: (db: ReturnType<typeof openDb>) => { db.exec('CREATE TABLE half (a TEXT) STRICT'); throw new Error('stop'); } };
    expect(() => openLibraryFile(folder, { migrations: [...migrations, failing] })).toThrow('stop');
    expect(JSON.stringify(tables(folder))).not.toContain('half');
    opened(folder);
  });

  it('refuses one made by a newer program and does not touch it', () => {
    const folder = temporaryFolder();
    opened(folder);
    const path = join(folder, 'library.sqlite');
    const db = openDb(path);
    db.exec('PRAGMA user_version = 900; PRAGMA wal_checkpoint(TRUNCATE)');
    db.close();
    const before = readFileSync(path);
    expect(openLibraryFile(folder)).toMatchObject({ error: { code: 'library.newer' } });
    expect(openLibraryFile(folder, { readOnly: true })).toMatchObject({ error: { code: 'library.newer' } });
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('names a file that is no library and keeps it as it is', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'library.sqlite');
    writeFileSync(path, 'not a database '.repeat(500));
    const before = readFileSync(path);
    expect(openLibraryFile(folder)).toMatchObject({ error: { code: 'library.damaged', params: { path } } });
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('finds damage after an unclean end and keeps the file as it is', () => {
    const folder = temporaryFolder();
    opened(folder);
    const path = join(folder, 'library.sqlite');
    const writer = openDb(path);
    writer.exec('PRAGMA wal_autocheckpoint = 0');
    for (let count = 0; count < 200; count++) writer.prepare('INSERT INTO setting(name, json) VALUES (?, ?)').run(`s${count}`, 'x'.repeat(2000));
    writer.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    writer.prepare("UPDATE setting SET json = 'y' WHERE name = 's1'").run();
    expect(wasKilled(path)).toBe(true);
    // Pages at the end of the file go missing, as a bad disk would have it, while the log is still there.
    truncateSync(path, statSync(path).size - 60 * 4096);
    const before = readFileSync(path);
    expect(openLibraryFile(folder)).toMatchObject({ error: { code: 'library.damaged' } });
    expect(readFileSync(path).equals(before)).toBe(true);
    writer.close();
  });

  it('keeps the schema number in the file itself', () => {
    const folder = temporaryFolder();
    opened(folder);
    const db = openDb(join(folder, 'library.sqlite'), { readOnly: true });
    expect(schemaOf(db)).toBe(migrations.at(-1)?.id);
    db.close();
  });
});
