import { describe, expect, it } from 'vitest';
import { MenuBar } from '#core/contract/desktop.ts';
import { commandsHere } from '#renderer/app/commands/app-commands.ts';
import { createWords } from '#renderer/i18n/translate.ts';
import { menuBar } from './menu-bar.ts';

const desktop = (isDevelopment: boolean): { readonly hello: { readonly isDevelopment: boolean } } => ({ hello: { isDevelopment } });
const bar = (onMac: boolean, language: 'vi' | 'en' = 'vi', isDevelopment = false): MenuBar =>
  menuBar({ commands: commandsHere(desktop(isDevelopment)), words: createWords(language), isOff: ({ id }) => id === 'story.submit', onMac });
const commands = (of: MenuBar): string[] => of.menus.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'command' ? [item.id] : [])));

describe('the system’s menu', () => {
  it.each([[true], [false]])('has every command once, and fits the wire (macOS: %s)', (onMac) => {
    const all = commands(bar(onMac));
    expect(all.toSorted()).toEqual(commandsHere(desktop(false)).map(({ id }) => id).filter((id) => id !== 'window.menu').toSorted());
    for (const language of ['vi', 'en'] as const) expect(MenuBar.safeParse(bar(onMac, language)).error).toBeUndefined();
  });

  it('keeps settings and quit in the program’s own menu on macOS, in the first one elsewhere', () => {
    expect(bar(true).menus[0]).toMatchObject({ for: 'app', items: [{ id: 'go.settings' }, { id: 'window.quit' }] });
    expect(commands({ ...bar(false), menus: bar(false).menus.slice(0, 1) }).slice(-2)).toEqual(['go.settings', 'window.quit']);
  });

  it('never begins, ends or doubles a line', () => {
    for (const { items } of [...bar(true).menus, ...bar(false).menus]) {
      expect([items[0]?.kind, items.at(-1)?.kind]).not.toContain('line');
      expect(items.some((item, index) => item.kind === 'line' && items[index + 1]?.kind === 'line')).toBe(false);
    }
  });

  it('tells what can’t be done now, and takes no key from a text field', () => {
    const items = bar(false).menus.flatMap((menu) => menu.items);
    expect(items.find((item) => item.kind === 'command' && item.id === 'story.submit')).toMatchObject({ enabled: false });
    expect(items.find((item) => item.kind === 'command' && item.id === 'app.undo')).toMatchObject({ enabled: true, keys: null });
    expect(items.find((item) => item.kind === 'command' && item.id === 'editor.undo')).toMatchObject({ keys: 'Mod+Z' });
  });

  it('has tools for developers only while it is being worked on', () => {
    expect(commands(bar(false))).not.toContain('window.developer-tools');
    expect(commands(bar(false, 'vi', true))).toContain('window.developer-tools');
  });
});

it('without the desktop door none of its commands exists', () => {
  expect(commandsHere(null).filter(({ id }) => id.startsWith('window.'))).toEqual([]);
  expect(commandsHere(null).length).toBeGreaterThan(50);
});
