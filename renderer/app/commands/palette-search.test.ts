import { describe, expect, it } from 'vitest';
import { createWords } from '#renderer/i18n/translate.ts';
import { editorCommands } from '#renderer/editor/editor-commands.ts';
import { iconNames } from '#renderer/ui/icon-names.ts';
import { allCommands } from './app-commands.ts';
import { searchCommands } from './palette-search.ts';

const words = createWords('vi');
const found = (text: string): string[] => searchCommands(allCommands, text, words).map(({ command }) => command.id);

describe('the palette', () => {
  it.each([
    ['dang bai', 'publish.now'],
    ['đăng bài', 'publish.now'],
    ['nop', 'story.submit'],
    ['thung rac', 'go.trash'],
    ['duyet', 'story.approve'],
    ['cai dat', 'go.settings'],
  ])('finds “%s” first as %s', (text, id) => {
    expect(found(text)[0]).toBe(id);
  });

  it('finds by other words too, after the labels', () => {
    expect(found('xuat ban')).toContain('publish.now');
    expect(found('khong co lenh nay')).toEqual([]);
  });

  it('marks what matched, in the label’s own letters', () => {
    const [first] = searchCommands(allCommands, 'dang bai', words);
    expect(first?.match === null || first === undefined ? '' : first.label.slice(...first.match)).toBe('Đăng bài');
  });
});

describe('the list of commands', () => {
  it('has each name once, and every command of the editor', () => {
    const ids = allCommands.map((command) => command.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const command of editorCommands) expect(ids).toContain(`editor.${command.id}`);
  });

  it('knows the icon of every command of the editor', () => {
    const known: readonly string[] = iconNames;
    expect(editorCommands.filter((command) => !known.includes(command.icon)).map((command) => command.icon)).toEqual([]);
  });
});
