import { describe, expect, it } from 'vitest';
import type { MenuBar } from '#core/contract/desktop.ts';
import { contextMenu } from './context-menu.ts';

const bar: MenuBar = {
  menus: [
    { for: 'file', label: 'Tệp', items: [{ kind: 'command', id: 'story.new', label: 'Tin mới', keys: 'Mod+N', enabled: true, checked: null }] },
    {
      for: 'edit',
      label: 'Sửa',
      items: [
        { kind: 'command', id: 'editor.undo', label: 'Hoàn tác', keys: 'Mod+Z', enabled: true, checked: null },
        { kind: 'line' },
        { kind: 'role', role: 'cut', label: 'Cắt' },
        { kind: 'role', role: 'copy', label: 'Chép' },
        { kind: 'role', role: 'paste', label: 'Dán' },
        { kind: 'role', role: 'selectAll', label: 'Chọn hết' },
      ],
    },
  ],
  system: { about: '', services: '', hide: '', hideOthers: '', showAll: '', front: '' },
};
const none = { canCut: false, canCopy: false, canPaste: false, canSelectAll: true };

describe('the menu under the pointer', () => {
  it('holds the edit menu’s system lines in the interface’s words, off where they can’t be done', () => {
    expect(contextMenu(bar, { ...none, canCopy: true })).toEqual([
      { role: 'cut', label: 'Cắt', enabled: false },
      { role: 'copy', label: 'Chép', enabled: true },
      { role: 'paste', label: 'Dán', enabled: false },
      { role: 'selectAll', label: 'Chọn hết', enabled: true },
    ]);
  });

  it('is not there where nothing can be cut, copied or pasted, or before the window has said its words', () => {
    expect(contextMenu(bar, none)).toEqual([]);
    expect(contextMenu(null, { ...none, canPaste: true })).toEqual([]);
  });
});
