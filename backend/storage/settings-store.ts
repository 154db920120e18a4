import type { z } from 'zod';
import type { Session } from '#core/contract/settings.ts';
import { defaultSettings, Help, Interface, Newsroom, Profile, Session as SessionSchema, Settings } from '#core/contract/settings.ts';
import type { Db } from './db.ts';

/** Profile, newsroom, interface and help settings, and where the last session stood. */
export interface SettingsStore {
  get(): Settings;
  set(parts: Partial<Settings>): Settings;
  session(): z.infer<typeof Session> | null;
  saveSession(session: z.infer<typeof Session>): void;
  /** A note of the backend's own, as JSON; null when there is none. */
  note(name: string): unknown;
  saveNote(name: string, value: unknown): void;
}

export function makeSettingsStore(db: Db): SettingsStore {
  const read = (name: string): unknown => {
    const row = db.prepare('SELECT json FROM setting WHERE name = ?').get(name);
    return row === undefined ? null : (JSON.parse(String(row['json'])) as unknown);
  };
  const write = (name: string, value: unknown): void => {
    db.prepare('INSERT INTO setting(name, json) VALUES (?, ?) ON CONFLICT(name) DO UPDATE SET json = excluded.json').run(name, JSON.stringify(value));
  };
  /** Of a part with another version's shape, what is missing or does not fit comes from the defaults; the rest stays. */
  const part = <T>(name: keyof Settings, schema: z.ZodType<T>): T => {
    const stored: unknown = read(name);
    const kept: Record<string, unknown> = typeof stored === 'object' && stored !== null ? { ...stored } : {};
    const merged = schema.safeParse({ ...defaultSettings[name], ...kept });
    if (merged.success) return merged.data;
    for (const { path } of merged.error.issues) Reflect.deleteProperty(kept, path[0] ?? '');
    return schema.parse({ ...defaultSettings[name], ...kept });
  };
  const get = (): Settings => Settings.parse({ profile: part('profile', Profile), newsroom: part('newsroom', Newsroom), interface: part('interface', Interface), help: part('help', Help) });

  return {
    get,
    set: (parts) =>
      db.transaction(() => {
        for (const [name, value] of Object.entries(parts)) if (value !== undefined) write(name, value);
        return get();
      }),
    session() {
      const stored = SessionSchema.safeParse(read('session'));
      return stored.success ? stored.data : null;
    },
    saveSession: (session) => write('session', session),
    note: (name) => read(`note.${name}`),
    saveNote: (name, value) => write(`note.${name}`, value),
  };
}
