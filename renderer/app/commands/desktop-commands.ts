import type { Command } from './app-commands.ts';

/** What only an application of the system can do with its windows. The application carries them out; labels, keys and menus are those of every command. */
export const desktopCommands = [
  { id: 'window.new', labelKey: 'desktop.window.new', group: 'window', icon: 'plus', shortcuts: ['Mod+Shift+N'], also: ['cua so moi', 'new window'], door: 'desktop' },
  { id: 'window.close', labelKey: 'desktop.window.close', group: 'window', icon: 'x', shortcuts: ['Mod+W'], also: ['dong cua so', 'close'], door: 'desktop' },
  { id: 'window.minimise', labelKey: 'desktop.window.minimise', group: 'window', icon: 'minus', shortcuts: [], also: ['thu nho cua so', 'minimise'], door: 'desktop' },
  { id: 'window.full-screen', labelKey: 'desktop.window.full-screen', group: 'window', icon: 'square', shortcuts: ['F11'], also: ['toan man hinh', 'full screen'], door: 'desktop' },
  { id: 'window.zoom-in', labelKey: 'desktop.zoom-in', group: 'window', icon: 'monitor', shortcuts: ['Mod+Alt+='], also: ['phong to', 'zoom'], door: 'desktop' },
  { id: 'window.zoom-out', labelKey: 'desktop.zoom-out', group: 'window', icon: 'monitor', shortcuts: ['Mod+Alt+-'], also: ['thu nho', 'zoom'], door: 'desktop' },
  { id: 'window.zoom-reset', labelKey: 'desktop.zoom-reset', group: 'window', icon: 'monitor', shortcuts: [], also: ['co thuong', 'zoom', '100'], door: 'desktop' },
  { id: 'window.menu', labelKey: 'desktop.menu', group: 'window', icon: 'menu', shortcuts: ['F10'], door: 'desktop', hidden: true },
  { id: 'window.reload', labelKey: 'desktop.reload', group: 'window', icon: 'refresh-cw', shortcuts: ['Mod+R'], door: 'desktop', development: true },
  { id: 'window.developer-tools', labelKey: 'desktop.developer-tools', group: 'window', icon: 'monitor', shortcuts: ['Mod+Alt+I'], door: 'desktop', development: true },
  { id: 'window.quit', labelKey: 'desktop.quit', group: 'app', icon: 'x', shortcuts: ['Mod+Q'], also: ['thoat', 'quit', 'exit'], door: 'desktop' },
] as const satisfies readonly Command[];

export type DesktopCommandId = (typeof desktopCommands)[number]['id'];
