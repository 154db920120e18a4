import { z } from 'zod';
import { StoryId } from '../base/ids.ts';
import { storyMaxBytes } from './define.ts';
import { WireError } from './errors.ts';
import { mediaMaxBytes } from './media.ts';

/**
 * The desktop door's wire between a window and the application, as both ends must know it: one channel asks (`DesktopRequest`), one
 * tells (`DesktopNews`). A request that does not fit is answered with nothing and changes nothing.
 */
const label = z.string().max(200);
const commandId = z.string().regex(/^[a-z][\w.-]{0,79}$/i);

export const ExportKind = z.enum(['html', 'html-folder', 'text']);
export type ExportKind = z.infer<typeof ExportKind>;

/** What the windows' own commands do; all are commands of the one list, only carried out by the application. */
export const DesktopAct = z.enum(['new-window', 'close-window', 'minimise', 'full-screen', 'quit', 'reload', 'developer-tools', 'zoom-in', 'zoom-out', 'zoom-reset']);
export type DesktopAct = z.infer<typeof DesktopAct>;

/** What only the system can do to the focused text. Undo and redo are the page's own. */
export const MenuRole = z.enum(['cut', 'copy', 'paste', 'pasteAndMatchStyle', 'selectAll']);

export const MenuItem = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('line') }),
  z.object({ kind: z.literal('role'), role: MenuRole, label }),
  /** `keys` as the command list writes them: `Mod+Shift+E`. */
  z.object({ kind: z.literal('command'), id: commandId, label, keys: z.string().regex(/^[\x20-\x7e]{1,40}$/).nullable(), enabled: z.boolean(), checked: z.boolean().nullable() }),
]);
export type MenuItem = z.infer<typeof MenuItem>;

/** `for`: which menu this is to the system; `app` items go into the program's own menu on macOS and into the last one elsewhere. */
export const Menu = z.object({ for: z.enum(['app', 'file', 'edit', 'view', 'window', 'help', 'other']), label, items: z.array(MenuItem).max(80) });
export type Menu = z.infer<typeof Menu>;

export const MenuBar = z.object({
  menus: z.array(Menu).max(12),
  /** Words for what only macOS has. */
  system: z.object({ about: label, services: label, hide: label, hideOthers: label, showAll: label, front: label }),
});
export type MenuBar = z.infer<typeof MenuBar>;

/** Theme as set, and the colours it came to, for what lies outside the page: window buttons, the ground before the first picture. */
const colour = z.string().regex(/^#[0-9a-f]{6}$/i);
export const Appearance = z.object({ theme: z.enum(['system', 'light', 'dark']), language: z.enum(['vi', 'en']), ground: colour, bar: colour, symbols: colour, barHeight: z.number().int().min(20).max(100) });
export type Appearance = z.infer<typeof Appearance>;

/** For the jump list and the dock. Titles are left out when the reporter does not want them there. */
export const Recent = z.object({ newStory: label, heading: label, stories: z.array(z.object({ id: StoryId, title: z.string().max(300) })).max(10) });
export type Recent = z.infer<typeof Recent>;

const callBody = z.union([z.string().max(storyMaxBytes), z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.byteLength <= mediaMaxBytes)]);

export const DesktopRequest = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('hello') }),
  z.strictObject({ kind: z.literal('call'), name: z.string().max(80), body: callBody }),
  z.strictObject({ kind: z.literal('ready') }),
  z.strictObject({ kind: z.literal('flushed') }),
  z.strictObject({ kind: z.literal('menu'), menu: MenuBar }),
  z.strictObject({ kind: z.literal('appearance'), appearance: Appearance }),
  z.strictObject({ kind: z.literal('recent'), recent: Recent }),
  z.strictObject({ kind: z.literal('act'), act: DesktopAct }),
  /** Where in the window, CSS pixels from its upper left corner. */
  z.strictObject({ kind: z.literal('open-menu'), x: z.number().int().min(0).max(20_000), y: z.number().int().min(0).max(20_000) }),
  z.strictObject({ kind: z.literal('save-export'), storyId: StoryId, as: ExportKind }),
  /** What the window has ready for paper. `name`: proposed for the file, without its ending. */
  z.strictObject({ kind: z.literal('save-pdf'), name: z.string().regex(/^[\w-]{1,160}$/) }),
  z.strictObject({ kind: z.literal('show-file'), path: z.string().max(4096) }),
  z.strictObject({ kind: z.literal('open-link'), url: z.string().max(2048) }),
]);
export type DesktopRequest = z.infer<typeof DesktopRequest>;

export const DesktopHello = z.object({
  /** Stays the window's while it is open, over reloads too. */
  windowId: z.string(),
  link: z.enum(['open', 'lost']),
  platform: z.enum(['win32', 'darwin', 'linux']),
  /** Reload and developer tools are there. */
  isDevelopment: z.boolean(),
});
export type DesktopHello = z.infer<typeof DesktopHello>;

export const SavedExport = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved'), path: z.string(), name: z.string() }),
  z.object({ kind: z.literal('cancelled') }),
  z.object({ kind: z.literal('failed'), error: WireError }),
]);
export type SavedExport = z.infer<typeof SavedExport>;

/** What someone opened from outside: a file, a place of the jump list. */
export const Opened = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('new-story') }),
  z.object({ kind: z.literal('story'), id: StoryId }),
  z.object({ kind: z.literal('text'), name: z.string(), text: z.string() }),
  z.object({ kind: z.literal('refused'), error: WireError }),
]);
export type Opened = z.infer<typeof Opened>;

export const DesktopNews = z.discriminatedUnion('kind', [
  /** `data` as JSON. */
  z.object({ kind: z.literal('push'), name: z.string(), data: z.string() }),
  z.object({ kind: z.literal('link'), link: z.enum(['open', 'lost']) }),
  z.object({ kind: z.literal('command'), id: commandId }),
  z.object({ kind: z.literal('opened'), opened: Opened }),
  /** On macOS the window buttons are gone then. */
  z.object({ kind: z.literal('full-screen'), on: z.boolean() }),
]);
export type DesktopNews = z.infer<typeof DesktopNews>;
