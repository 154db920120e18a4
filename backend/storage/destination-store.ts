import type { DestinationId } from '#core/base/ids.ts';
import type { Destination } from '#core/contract/publish.ts';
import { Destination as DestinationSchema } from '#core/contract/publish.ts';
import type { Db, Row } from './db.ts';

/** Where stories can be sent. Rows hold a reference to the secret, never the secret. */
export interface DestinationStore {
  list(): readonly Destination[];
  /** Null when it is unknown or was removed. */
  get(id: DestinationId): Destination | null;
  byName(name: string): Destination | null;
  /** False, and nothing changed, when the name is taken. */
  add(destination: Destination, now: number): boolean;
  /** Another address or secret for the same destination. */
  move(id: DestinationId, to: Pick<Destination, 'url' | 'secret'>): void;
  /** Its jobs keep its name; the name is free again. */
  remove(id: DestinationId, now: number): void;
}

const columns = 'id, name, kind, url, secret';
const read = (row: Row): Destination => DestinationSchema.parse(row);

export function makeDestinationStore(db: Db): DestinationStore {
  const one = (row: Row | undefined): Destination | null => (row === undefined ? null : read(row));
  const byName = (name: string): Destination | null => one(db.prepare(`SELECT ${columns} FROM destination WHERE name = ? AND removed_at IS NULL`).get(name));
  return {
    list: () => db.prepare(`SELECT ${columns} FROM destination WHERE removed_at IS NULL ORDER BY created_at, id`).all().map(read),
    get: (id) => one(db.prepare(`SELECT ${columns} FROM destination WHERE id = ? AND removed_at IS NULL`).get(id)),
    byName,
    add: ({ id, name, kind, url, secret }, now) =>
      db.transaction(() => {
        if (byName(name) !== null) return false;
        db.prepare('INSERT INTO destination (id, name, kind, url, secret, created_at) VALUES (?, ?, ?, ?, ?, ?)').run(id, name, kind, url, secret, now);
        return true;
      }),
    move: (id, { url, secret }) => {
      db.prepare('UPDATE destination SET url = ?, secret = ? WHERE id = ?').run(url, secret, id);
    },
    remove: (id, now) => {
      db.prepare('UPDATE destination SET removed_at = ? WHERE id = ? AND removed_at IS NULL').run(now, id);
    },
  };
}
