import { describe, expect, it } from 'vitest';
import { editorCommandIds, editorCommands } from './editor-commands.ts';
import { isShortcut } from './extensions/shortcuts/shortcut.ts';
import { slashCommands } from './extensions/slash/slash-commands.ts';
import { editorMessages } from './messages.ts';

describe('the one list of commands', () => {
  it('holds each command once, with a name in both languages and a shortcut of its own', () => {
    expect(editorCommands.map(({ id }) => id).toSorted()).toEqual([...editorCommandIds].toSorted());
    for (const { labelKey } of editorCommands) expect(editorMessages[labelKey].vi.length * editorMessages[labelKey].en.length).toBeGreaterThan(0);
    const shortcuts = editorCommands.flatMap(({ shortcut }) => shortcut ?? []);
    expect(new Set(shortcuts).size).toBe(shortcuts.length);
  });

  it.each([['', 'paragraph'], ['tít', 'heading2'], ['anh', 'figure'], ['ảnh gửi', 'figure-empty'], ['ke', 'rule'], ['list', 'list-bullet']])('/%s offers %s first', (query, id) => {
    expect(slashCommands(query)[0]?.id).toBe(id);
  });

  it('offers nothing for what it does not know', () => {
    expect(slashCommands('xyz')).toEqual([]);
  });
});

describe('a shortcut', () => {
  const event = (over: Partial<KeyboardEvent>): KeyboardEvent => ({ key: '', code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...over }) as KeyboardEvent;
  it.each([
    ['Mod+Alt+2', { ctrlKey: true, altKey: true, code: 'Digit2', key: '²' }, false, true],
    ['Mod+Alt+2', { metaKey: true, altKey: true, code: 'Digit2' }, true, true],
    ['Mod+Alt+2', { ctrlKey: true, code: 'Digit2' }, false, false],
    ['Mod+Alt+A', { ctrlKey: true, altKey: true, code: 'KeyA', key: 'å' }, false, true],
    ['Alt+Shift+ArrowUp', { altKey: true, shiftKey: true, key: 'ArrowUp' }, false, true],
    ['Alt+Shift+ArrowUp', { altKey: true, shiftKey: true, ctrlKey: true, key: 'ArrowUp' }, false, false],
  ] as const)('%s, %j, mac %s: %s', (shortcut, keys, mac, expected) => {
    expect(isShortcut(event(keys), shortcut, mac)).toBe(expected);
  });
});
