import { describe, expect, it } from 'vitest';
import { defaultSettings } from '#core/contract/settings.ts';
import { openDb } from './db.ts';
import { migrations } from './migrations/all.ts';
import { migrate } from './migrations/migrate.ts';
import { makeSettingsStore } from './settings-store.ts';

/** A store over a library where this stands as interface settings, written by another version. */
function storeWith(stored: unknown) {
  const db = openDb(':memory:');
  expect(migrate(db, migrations).ok).toBe(true);
  db.prepare('INSERT INTO setting(name, json) VALUES (?, ?)').run('interface', JSON.stringify(stored));
  return makeSettingsStore(db);
}

describe('settings of another version', () => {
  it('take what they do not know yet from the defaults', () => {
    expect(storeWith({ language: 'en', theme: 'dark' }).get().interface).toEqual({ ...defaultSettings.interface, language: 'en', theme: 'dark' });
  });

  it('lose only what does not fit', () => {
    const shown = storeWith({ language: 'en', theme: 'sepia', textSize: 19, pageWidth: 'wide', later: true }).get().interface;
    expect(shown).toEqual({ ...defaultSettings.interface, language: 'en', pageWidth: 'wide' });
  });
});
