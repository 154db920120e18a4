import type { MessageKey } from '#renderer/i18n/catalogue.ts';
import { editorCommands } from '#renderer/editor/editor-commands.ts';
import type { IconName } from '#renderer/ui/icon-names.ts';
import { iconNames } from '#renderer/ui/icon-names.ts';
import { desktopCommands } from './desktop-commands.ts';
import type { DesktopCommandId } from './desktop-commands.ts';

export type CommandGroup = 'app' | 'go' | 'story' | 'panel' | 'edit' | 'text' | 'block' | 'insert' | 'people' | 'help' | 'window' | 'page';

export interface Command {
  readonly id: string;
  readonly labelKey: MessageKey;
  readonly group: CommandGroup;
  readonly icon: IconName;
  /** The first is the one that is printed. */
  readonly shortcuts: readonly string[];
  /** Other words the palette finds it by, folded: no accents, lower case. */
  readonly also?: readonly string[];
  /** The page sees to its keys by itself. */
  readonly byEditor?: boolean;
  /** Not in the palette: it would only repeat another one. */
  readonly hidden?: boolean;
  /** Only under this door; unsaid: under all. */
  readonly door?: 'desktop';
  /** Only in a build that is being worked on. */
  readonly development?: boolean;
  /** In a text field its key is the field's own; no menu of the system may take the key from there. */
  readonly outsideText?: boolean;
}

const shell = [
  { id: 'palette', labelKey: 'app.command.palette', group: 'app', icon: 'search', shortcuts: ['Mod+K', 'Mod+Shift+P'], hidden: true },
  { id: 'story.new', labelKey: 'app.command.new', group: 'story', icon: 'square-pen', shortcuts: ['Mod+N', 'Alt+N'], also: ['viet tin', 'bai moi', 'write'] },
  { id: 'story.import', labelKey: 'app.command.import', group: 'story', icon: 'file-input', shortcuts: ['Mod+O'], also: ['nhap', 'import', 'dan'] },
  { id: 'story.insert-file', labelKey: 'app.command.insert-file', group: 'insert', icon: 'file-input', shortcuts: ['Mod+Shift+O'], also: ['chen tep', 'tha tep', 'anh', 'insert file', 'photos'] },
  { id: 'story.submit', labelKey: 'app.command.submit', group: 'story', icon: 'send', shortcuts: ['Mod+Enter'], also: ['gui duyet', 'submit'] },
  { id: 'story.approve', labelKey: 'app.command.approve', group: 'story', icon: 'badge-check', shortcuts: ['Mod+Enter'], also: ['phe duyet', 'approve'] },
  { id: 'story.send-back', labelKey: 'app.command.send-back', group: 'story', icon: 'corner-up-left', shortcuts: [], also: ['tra bai', 'gop y', 'send back'] },
  { id: 'proposal.accept', labelKey: 'app.command.accept', group: 'story', icon: 'check', shortcuts: ['Mod+Shift+Enter'], also: ['de xuat', 'accept'] },
  { id: 'publish.now', labelKey: 'app.command.publish-now', group: 'story', icon: 'globe', shortcuts: ['Mod+Shift+Enter'], also: ['xuat ban', 'publish'] },
  { id: 'publish.open', labelKey: 'app.command.publish', group: 'story', icon: 'eye', shortcuts: ['F9'], also: ['dang bai', 'xuat ban', 'preview', 'publish'] },
  { id: 'story.print', labelKey: 'app.command.print', group: 'story', icon: 'printer', shortcuts: ['Mod+P'], also: ['in bai', 'may in', 'pdf', 'print'] },
  { id: 'story.pdf', labelKey: 'print.pdf.command', group: 'story', icon: 'file-down', shortcuts: [], also: ['ban thao', 'in bai', 'pdf', 'draft'], door: 'desktop' },
  { id: 'export.html', labelKey: 'app.command.export-html', group: 'story', icon: 'file-down', shortcuts: ['Mod+Shift+E'], also: ['xuat tep', 'tai ve', 'export', 'download'] },
  { id: 'export.folder', labelKey: 'app.command.export-folder', group: 'story', icon: 'folder', shortcuts: [], also: ['xuat tep', 'export'] },
  { id: 'export.text', labelKey: 'app.command.export-text', group: 'story', icon: 'file-text', shortcuts: [], also: ['xuat tep', 'export', 'txt'] },
  { id: 'story.analyze', labelKey: 'app.command.analyze', group: 'story', icon: 'users', shortcuts: [], also: ['de xuat', 'nhan dien', 'recognise', 'analyze'] },
  { id: 'find.open', labelKey: 'find.title', group: 'edit', icon: 'search', shortcuts: ['Mod+F'], also: ['tim chu', 'find', 'search'] },
  { id: 'find.replace', labelKey: 'find.replace.title', group: 'edit', icon: 'replace', shortcuts: ['Mod+H'], also: ['thay the', 'replace'] },
  { id: 'find.next', labelKey: 'find.next', group: 'edit', icon: 'arrow-down', shortcuts: ['F3', 'Mod+G'], also: ['tim tiep'] },
  { id: 'find.previous', labelKey: 'find.previous', group: 'edit', icon: 'arrow-up', shortcuts: ['Shift+F3', 'Mod+Shift+G'] },
  { id: 'story.versions', labelKey: 'versions.title', group: 'story', icon: 'history', shortcuts: ['Mod+Alt+V'], also: ['phien ban', 'lich su', 'khoi phuc', 'ban cu', 'versions', 'history', 'restore'] },
  { id: 'story.take-over', labelKey: 'app.command.take-over', group: 'story', icon: 'pen-line', shortcuts: [], also: ['take over'] },
  { id: 'story.duplicate', labelKey: 'app.command.duplicate', group: 'story', icon: 'copy', shortcuts: [], also: ['sao chep', 'copy'] },
  { id: 'story.trash', labelKey: 'app.command.trash', group: 'story', icon: 'trash-2', shortcuts: [], also: ['xoa', 'delete'] },
  { id: 'panel.toggle', labelKey: 'app.command.panel', group: 'panel', icon: 'panel-right', shortcuts: ['Mod+Alt+R'] },
  { id: 'panel.people', labelKey: 'app.command.people', group: 'panel', icon: 'users', shortcuts: ['Alt+1'] },
  { id: 'panel.photos', labelKey: 'app.command.photos', group: 'panel', icon: 'image', shortcuts: ['Alt+2'] },
  { id: 'panel.info', labelKey: 'app.command.info', group: 'panel', icon: 'tag', shortcuts: ['Alt+3'], also: ['ngay', 'chuyen muc', 'tu khoa', 'slug'] },
  { id: 'panel.review', labelKey: 'app.command.review', group: 'panel', icon: 'book-open-check', shortcuts: ['Alt+4'] },
  { id: 'go.story', labelKey: 'app.command.go.story', group: 'go', icon: 'pen-line', shortcuts: [] },
  { id: 'go.mine', labelKey: 'app.command.go.mine', group: 'go', icon: 'pen-line', shortcuts: ['Mod+Shift+1'] },
  { id: 'go.toReview', labelKey: 'app.command.go.review', group: 'go', icon: 'inbox', shortcuts: ['Mod+Shift+2'] },
  { id: 'go.all', labelKey: 'app.command.go.all', group: 'go', icon: 'library', shortcuts: ['Mod+Shift+3'], also: ['thu vien', 'library', 'tim bai'] },
  { id: 'go.directory', labelKey: 'app.command.go.directory', group: 'go', icon: 'users', shortcuts: ['Mod+Shift+4'], also: ['nguoi', 'people'] },
  { id: 'go.outbox', labelKey: 'app.command.go.outbox', group: 'go', icon: 'send', shortcuts: ['Mod+Shift+5'], also: ['gui', 'noi dang', 'destinations'] },
  { id: 'go.trash', labelKey: 'app.command.go.trash', group: 'go', icon: 'trash-2', shortcuts: [] },
  { id: 'go.settings', labelKey: 'app.command.go.settings', group: 'go', icon: 'settings', shortcuts: ['Mod+,'], also: ['ho so', 'but danh', 'toa soan', 'profile', 'newsroom'] },
  { id: 'rail.toggle', labelKey: 'app.command.rail', group: 'app', icon: 'panel-left', shortcuts: ['Mod+Alt+L'] },
  { id: 'app.theme', labelKey: 'app.command.theme', group: 'app', icon: 'sun-moon', shortcuts: ['Mod+Alt+M'], also: ['dark', 'light', 'giao dien'] },
  { id: 'app.language', labelKey: 'app.command.language', group: 'app', icon: 'languages', shortcuts: [], also: ['english', 'tieng anh', 'tieng viet', 'ngon ngu'] },
  { id: 'page.focus', labelKey: 'page.focus', group: 'page', icon: 'scan', shortcuts: ['Shift+F11', 'Mod+Alt+F'], also: ['tap trung', 'an het', 'focus', 'zen', 'distraction'] },
  { id: 'page.typewriter', labelKey: 'page.typewriter', group: 'page', icon: 'separator-horizontal', shortcuts: ['Mod+Alt+Y'], also: ['may chu', 'giu dong', 'cuon', 'typewriter', 'scrolling'] },
  { id: 'page.dim', labelKey: 'page.dim', group: 'page', icon: 'blend', shortcuts: ['Mod+Alt+D'], also: ['lam mo', 'tap trung', 'dim', 'fade'] },
  { id: 'page.larger', labelKey: 'page.larger', group: 'page', icon: 'a-large-small', shortcuts: ['Mod+=', 'Mod+Shift+='], also: ['phong to', 'co chu', 'zoom in', 'bigger'] },
  { id: 'page.smaller', labelKey: 'page.smaller', group: 'page', icon: 'a-large-small', shortcuts: ['Mod+-'], also: ['thu nho', 'co chu', 'zoom out'] },
  { id: 'page.normal-size', labelKey: 'page.normal-size', group: 'page', icon: 'a-large-small', shortcuts: ['Mod+0'], also: ['co chu', 'zoom', '100'] },
  { id: 'page.width', labelKey: 'page.width', group: 'page', icon: 'move-horizontal', shortcuts: ['Mod+Alt+W'], also: ['rong', 'hep', 'be ngang', 'le', 'wide', 'narrow', 'margin', 'measure'] },
  { id: 'page.paper', labelKey: 'page.paper', group: 'page', icon: 'sun', shortcuts: ['Mod+Alt+S'], also: ['giay trang', 'nen trang', 'white page', 'paper'] },
  { id: 'app.theme-hours', labelKey: 'app.command.theme-hours', group: 'app', icon: 'clock', shortcuts: ['Mod+Alt+H'], also: ['ban dem', 'buoi toi', 'gio', 'evening', 'night', 'dark'] },
  { id: 'go.help', labelKey: 'app.command.go.help', group: 'help', icon: 'circle-help', shortcuts: ['F1'], also: ['tro giup', 'cach dung', 'help', 'manual'] },
  { id: 'help.shortcuts', labelKey: 'help.shortcuts', group: 'help', icon: 'keyboard', shortcuts: ['Mod+/'], also: ['phim nong', 'hotkeys', 'keys'] },
  { id: 'help.licences', labelKey: 'help.licences', group: 'help', icon: 'book-open-check', shortcuts: [], also: ['giay phep', 'ban quyen', 'licenses', 'notices', 'about'] },
  { id: 'help.hints', labelKey: 'first.hints.again', group: 'help', icon: 'circle-help', shortcuts: [], also: ['goi y', 'bat dau', 'hints', 'tips'] },
  { id: 'sample.open', labelKey: 'first.sample.open', group: 'help', icon: 'newspaper', shortcuts: [], also: ['bai mau', 'vi du', 'sample', 'example'] },
  { id: 'sample.remove', labelKey: 'settings.sample.remove', group: 'help', icon: 'trash-2', shortcuts: [], also: ['xoa bai mau', 'sample', 'delete'] },
  { id: 'app.region', labelKey: 'app.command.region', group: 'app', icon: 'keyboard', shortcuts: ['F6'] },
  { id: 'app.undo', labelKey: 'app.command.undo', group: 'app', icon: 'undo-2', shortcuts: ['Mod+Z'], also: ['lay lai', 'khoi phuc', 'undo'], outsideText: true },
  { id: 'app.toolbar', labelKey: 'app.command.toolbar', group: 'app', icon: 'type', shortcuts: ['Alt+F10'] },
] as const satisfies readonly Command[];

export type AppCommandId = (typeof shell)[number]['id'] | DesktopCommandId;

const knownIcon = (name: string): IconName => iconNames.find((icon) => icon === name) ?? 'type';

const fromEditor = editorCommands.map((command): Command => ({
  id: `editor.${command.id}`,
  labelKey: command.labelKey,
  group: command.group,
  icon: knownIcon(command.icon),
  shortcuts: [...(command.shortcut === null ? [] : [command.shortcut]), ...(command.alsoShortcuts ?? [])],
  ...(command.slash === undefined ? {} : { also: command.slash }),
  byEditor: true,
}));

/** The one list: toolbar, menus, palette, shortcuts and tooltips all read it. */
export const allCommands: readonly Command[] = [...shell, ...desktopCommands, ...fromEditor];

/** Those that exist in this window. */
export const commandsHere = (desktop: { readonly hello: { readonly isDevelopment: boolean } } | null): readonly Command[] =>
  allCommands.filter((command) => (command.door === undefined || desktop !== null) && (command.development !== true || desktop?.hello.isDevelopment === true));

export const commandNamed = (id: string): Command => {
  const found = allCommands.find((command) => command.id === id);
  if (found === undefined) throw new Error(`no command ${id}`);
  return found;
};
