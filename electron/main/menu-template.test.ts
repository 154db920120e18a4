import { describe, expect, it } from 'vitest';
import type { MenuItemConstructorOptions } from 'electron';
import type { MenuBar } from '#core/contract/desktop.ts';
import { accelerator, menuTemplate } from './menu-template.ts';

const bar: MenuBar = {
  menus: [
    { for: 'app', label: 'Tòa Soạn', items: [{ kind: 'command', id: 'go.settings', label: 'Cài đặt', keys: 'Mod+,', enabled: true, checked: null }, { kind: 'command', id: 'window.quit', label: 'Thoát', keys: 'Mod+Q', enabled: true, checked: null }] },
    { for: 'file', label: 'Tin bài', items: [{ kind: 'command', id: 'story.new', label: 'Tin mới', keys: 'Mod+N', enabled: true, checked: null }, { kind: 'line' }, { kind: 'command', id: 'story.submit', label: 'Gửi duyệt', keys: null, enabled: false, checked: true }] },
    { for: 'edit', label: 'Sửa', items: [{ kind: 'role', role: 'copy', label: 'Sao chép' }] },
    { for: 'window', label: 'Cửa sổ', items: [{ kind: 'command', id: 'window.new', label: 'Cửa sổ mới', keys: 'Mod+Shift+N', enabled: true, checked: null }] },
  ],
  system: { about: 'Giới thiệu', services: 'Dịch vụ', hide: 'Ẩn', hideOthers: 'Ẩn chương trình khác', showAll: 'Hiện tất cả', front: 'Đưa ra trước' },
};

const built = (platform: string): { readonly menus: MenuItemConstructorOptions[]; readonly ran: string[] } => {
  const ran: string[] = [];
  return { menus: menuTemplate(bar, { platform, appName: 'Tòa Soạn', run: (id) => ran.push(id) }), ran };
};
const items = (menu: MenuItemConstructorOptions | undefined): MenuItemConstructorOptions[] => (Array.isArray(menu?.submenu) ? menu.submenu : []);
const all = (menus: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] => menus.flatMap((menu) => [menu, ...all(items(menu))]);

describe('the native menu', () => {
  it.each([['win32'], ['linux']])('is the description as it is (%s)', (platform) => {
    const { menus, ran } = built(platform);
    expect(menus.map(({ label, role }) => [label, role])).toEqual([['Tòa Soạn', undefined], ['Tin bài', undefined], ['Sửa', undefined], ['Cửa sổ', undefined]]);
    const [first, line, second] = items(menus[1]);
    expect(first).toMatchObject({ label: 'Tin mới', enabled: true, accelerator: 'CommandOrControl+N', registerAccelerator: false });
    expect(line).toEqual({ type: 'separator' });
    expect(second).toMatchObject({ label: 'Gửi duyệt', enabled: false, type: 'checkbox', checked: true });
    expect(second).not.toHaveProperty('accelerator');
    first?.click?.({} as never, undefined, {});
    expect(ran).toEqual(['story.new']);
  });

  it('takes no key from the page: typing tools depend on who sees it first', () => {
    for (const platform of ['win32', 'linux', 'darwin']) {
      const withKeys = all(built(platform).menus).filter((item) => item.accelerator !== undefined || ['copy', 'cut', 'paste'].includes(item.role ?? ''));
      expect(withKeys.length).toBeGreaterThan(3);
      expect(withKeys.every((item) => item.registerAccelerator === false)).toBe(true);
    }
  });

  it('has what macOS expects in the program’s own menu, quitting last and ours', () => {
    const { menus, ran } = built('darwin');
    expect(menus.map(({ label, role }) => [label, role])).toEqual([['Tòa Soạn', undefined], ['Tin bài', undefined], ['Sửa', undefined], ['Cửa sổ', 'window']]);
    expect(items(menus[0]).map((item) => item.role ?? item.type ?? item.label)).toEqual(['about', 'separator', 'Cài đặt', 'separator', 'services', 'separator', 'hide', 'hideOthers', 'unhide', 'separator', 'Thoát']);
    items(menus[0]).at(-1)?.click?.({} as never, undefined, {});
    expect(ran).toEqual(['window.quit']);
    expect(items(menus[3]).at(-1)).toEqual({ role: 'front', label: 'Đưa ra trước' });
  });

  it('holds no role that acts on windows by itself', () => {
    const roles = ['win32', 'linux', 'darwin'].flatMap((platform) => all(built(platform).menus).flatMap(({ role }) => (role === undefined ? [] : [role])));
    expect([...new Set(roles)].toSorted()).toEqual(['about', 'copy', 'front', 'hide', 'hideOthers', 'services', 'unhide', 'window']);
  });
});

it.each([
  ['Mod+K', 'CommandOrControl+K'], ['Mod+Shift+Enter', 'CommandOrControl+Shift+Enter'], ['F11', 'F11'], ['Alt+1', 'Alt+1'], ['Mod+,', 'CommandOrControl+,'], ['Mod+Alt+=', 'CommandOrControl+Alt+='], ['Mod+-', 'CommandOrControl+-'], ['Mod++', 'CommandOrControl+Plus'],
  ['Alt+Shift+ArrowUp', 'Alt+Shift+Up'], ['ArrowDown', 'Down'],
  ['Hyper+K', null], ['Mod+Ư', null], ['', null], ['Mod+', null], ['F25', null],
])('%s is printed as %s', (keys, expected) => {
  expect(accelerator(keys)).toBe(expected);
});
