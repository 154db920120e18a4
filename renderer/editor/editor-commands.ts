import type { EditorSnapshot, StoryEditor } from './editor-api.ts';
import type { EditorMessageKey } from './messages.ts';

export const editorCommandIds = [
  'undo', 'redo',
  'bold', 'italic', 'link',
  'paragraph', 'heading2', 'heading3', 'heading4', 'quote', 'list-bullet', 'list-number',
  'figure', 'figure-empty', 'rule', 'dateline',
  'mention', 'tag-person', 'untag-person',
  'move-up', 'move-down',
] as const;
export type EditorCommandId = (typeof editorCommandIds)[number];

export type EditorCommandGroup = 'edit' | 'text' | 'block' | 'insert' | 'people';

/** `Mod` is Ctrl, on macOS Cmd. */
export interface EditorCommand {
  readonly id: EditorCommandId;
  readonly labelKey: EditorMessageKey;
  readonly group: EditorCommandGroup;
  /** As printed: `Mod+B`, `Mod+Alt+2`. */
  readonly shortcut: string | null;
  /** Keys that do the same and are not printed. */
  readonly alsoShortcuts?: readonly string[];
  /** Name of an icon of the set (Lucide). */
  readonly icon: string;
  /** What typed at a block's start, or around words, does the same. */
  readonly markdown?: string;
  /** Words that find it in the slash menu, both languages, folded; absent: not in the menu. */
  readonly slash?: readonly string[];
  readonly isActive: (state: EditorSnapshot) => boolean;
  readonly isEnabled: (state: EditorSnapshot) => boolean;
  readonly run: (editor: StoryEditor) => boolean;
}

const listed: readonly Omit<EditorCommand, 'isActive' | 'isEnabled' | 'run'>[] = [
  { id: 'undo', labelKey: 'editor.command.undo', group: 'edit', shortcut: 'Mod+Z', icon: 'undo-2' },
  { id: 'redo', labelKey: 'editor.command.redo', group: 'edit', shortcut: 'Mod+Shift+Z', icon: 'redo-2' },
  { id: 'bold', labelKey: 'editor.command.bold', group: 'text', shortcut: 'Mod+B', icon: 'bold', markdown: '**' },
  { id: 'italic', labelKey: 'editor.command.italic', group: 'text', shortcut: 'Mod+I', icon: 'italic', markdown: '*' },
  { id: 'link', labelKey: 'editor.command.link', group: 'text', shortcut: 'Mod+Shift+K', icon: 'link' },
  { id: 'paragraph', labelKey: 'editor.command.paragraph', group: 'block', shortcut: 'Mod+Alt+0', icon: 'pilcrow', slash: ['doan van', 'paragraph', 'p'] },
  { id: 'heading2', labelKey: 'editor.command.heading2', group: 'block', shortcut: 'Mod+Alt+2', icon: 'heading-2', markdown: '#', slash: ['tit xen', 'tit', 'heading', 'h2'] },
  { id: 'heading3', labelKey: 'editor.command.heading3', group: 'block', shortcut: 'Mod+Alt+3', icon: 'heading-3', markdown: '##', slash: ['tit xen nho', 'heading', 'h3'] },
  { id: 'heading4', labelKey: 'editor.command.heading4', group: 'block', shortcut: 'Mod+Alt+4', icon: 'heading-4', markdown: '###', slash: ['tit xen nho nhat', 'heading', 'h4'] },
  { id: 'quote', labelKey: 'editor.command.quote', group: 'block', shortcut: 'Mod+Alt+9', icon: 'quote', markdown: '>', slash: ['trich dan', 'quote'] },
  { id: 'list-bullet', labelKey: 'editor.command.list-bullet', group: 'block', shortcut: 'Mod+Alt+8', icon: 'list', markdown: '-', slash: ['danh sach cham', 'bullet', 'list'] },
  { id: 'list-number', labelKey: 'editor.command.list-number', group: 'block', shortcut: 'Mod+Alt+7', icon: 'list-ordered', markdown: '1.', slash: ['danh sach so', 'number', 'list'] },
  { id: 'figure', labelKey: 'editor.command.figure', group: 'insert', shortcut: 'Mod+Alt+P', icon: 'image-plus', slash: ['anh', 'hinh', 'photo', 'image', 'figure'] },
  { id: 'figure-empty', labelKey: 'editor.command.figure-empty', group: 'insert', shortcut: null, icon: 'image', slash: ['anh gui sau', 'anh', 'photo to come'] },
  { id: 'rule', labelKey: 'editor.command.rule', group: 'insert', shortcut: null, icon: 'minus', markdown: '---', slash: ['duong ke', 'rule', 'line'] },
  { id: 'dateline', labelKey: 'editor.command.dateline', group: 'insert', shortcut: null, icon: 'map-pin', slash: ['dong dau tin', 'dateline'] },
  { id: 'mention', labelKey: 'editor.command.mention', group: 'people', shortcut: null, icon: 'at-sign', slash: ['nguoi du', 'goi ten', 'person', 'attendee'] },
  { id: 'tag-person', labelKey: 'editor.command.tag-person', group: 'people', shortcut: 'Mod+Alt+A', icon: 'user-plus' },
  { id: 'untag-person', labelKey: 'editor.command.untag-person', group: 'people', shortcut: 'Mod+Alt+U', icon: 'user-minus' },
  { id: 'move-up', labelKey: 'editor.command.move-up', group: 'edit', shortcut: 'Alt+ArrowUp', alsoShortcuts: ['Alt+Shift+ArrowUp'], icon: 'arrow-up' },
  { id: 'move-down', labelKey: 'editor.command.move-down', group: 'edit', shortcut: 'Alt+ArrowDown', alsoShortcuts: ['Alt+Shift+ArrowDown'], icon: 'arrow-down' },
];

/** The one list behind toolbar, slash menu, shortcuts, Markdown hints and palette; the order is the toolbar's. */
export const editorCommands: readonly EditorCommand[] = listed.map((command) => ({
  ...command,
  isActive: (state) => state.active.has(command.id),
  isEnabled: (state) => !state.disabled.has(command.id),
  run: (editor) => editor.run(command.id),
}));
