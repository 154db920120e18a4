import { describe, expect, it } from 'vitest';
import { allCommands } from '#renderer/app/commands/app-commands.ts';
import { createWords } from '#renderer/i18n/translate.ts';
import { shortcutTable } from './shortcut-table.ts';

const words = createWords('vi');
const ids = (query: string): readonly string[] => shortcutTable(allCommands, words, query).flatMap(({ rows }) => rows.map(({ id }) => id));

describe('the table of shortcuts', () => {
  it('has every command with a key, once, with all its keys', () => {
    expect(ids('').toSorted()).toEqual(allCommands.filter(({ shortcuts }) => shortcuts.length > 0).map(({ id }) => id).toSorted());
    for (const { rows } of shortcutTable(allCommands, words, '')) {
      for (const row of rows) expect(row.shortcuts).toEqual(allCommands.find(({ id }) => id === row.id)?.shortcuts);
    }
  });

  it.each([['nop bai', 'story.submit'], ['bai nop', 'story.submit'], ['NỘP', 'story.submit'], ['ctrl k', 'palette'], ['Ctrl+K', 'palette'], ['f6', 'app.region']])('finds “%s” by name or key', (query, id) => {
    expect(ids(query)).toContain(id);
  });

  it('leaves out groups with nothing in them', () => {
    expect(shortcutTable(allCommands, words, 'nop bai').map(({ group }) => group)).toEqual(['story']);
    expect(shortcutTable(allCommands, words, 'xyzw')).toEqual([]);
  });
});
