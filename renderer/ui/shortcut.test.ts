import { describe, expect, it } from 'vitest';
import { ariaKeys, pressed, shownKeys } from './shortcut.ts';

const key = (init: Partial<KeyboardEvent>): KeyboardEvent => ({ ctrlKey: false, altKey: false, shiftKey: false, metaKey: false, code: '', key: '', ...init }) as KeyboardEvent;

describe('shortcuts', () => {
  it('are printed as the keyboard prints them', () => {
    expect(shownKeys('Mod+Shift+Enter')).toBe('Ctrl Shift Enter');
    expect(shownKeys('ArrowUp+ArrowDown')).toBe('↑ ↓');
    expect(ariaKeys('Mod+K')).toBe('Control+K');
  });

  it('are known by the key’s place when a typing tool changed its letter', () => {
    expect(pressed(key({ ctrlKey: true, key: 'ơ', code: 'KeyK' }), 'Mod+K')).toBe(true);
    expect(pressed(key({ ctrlKey: true, shiftKey: true, key: '#', code: 'Digit3' }), 'Mod+Shift+3')).toBe(true);
  });

  it('find plus and minus on the number pad and beside the digits', () => {
    expect(pressed(key({ ctrlKey: true, key: '+', code: 'NumpadAdd' }), 'Mod+=')).toBe(true);
    expect(pressed(key({ ctrlKey: true, shiftKey: true, key: '+', code: 'Equal' }), 'Mod+Shift+=')).toBe(true);
    expect(pressed(key({ ctrlKey: true, key: '0', code: 'Numpad0' }), 'Mod+0')).toBe(true);
    expect(pressed(key({ ctrlKey: true, key: '-', code: 'Minus' }), 'Mod+=')).toBe(false);
  });

  it('want exactly their modifiers', () => {
    expect(pressed(key({ ctrlKey: true, shiftKey: true, key: 'K', code: 'KeyK' }), 'Mod+K')).toBe(false);
    expect(pressed(key({ key: 'k', code: 'KeyK' }), 'Mod+K')).toBe(false);
    expect(pressed(key({ ctrlKey: true, metaKey: true, key: 'k', code: 'KeyK' }), 'Mod+K')).toBe(false);
  });
});
