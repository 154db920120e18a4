/** A frame as Electron shows it to handlers: its origin in our schemes, not as Chromium had to be given it. */
export interface FrameSight {
  readonly url: string;
  readonly origin: string;
  readonly isTop: boolean;
}

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Main process → screen: what happens to windows. Windows are numbered by main. */
export type ToScreen =
  | { readonly kind: 'open'; readonly window: number; readonly bounds: Bounds; readonly preload: string }
  | { readonly kind: 'load'; readonly window: number; readonly url: string }
  | { readonly kind: 'send'; readonly window: number; readonly channel: string; readonly args: readonly unknown[] }
  /** `ask`: the page's beforeunload may object. */
  | { readonly kind: 'close'; readonly window: number; readonly ask: boolean }
  | { readonly kind: 'bounds'; readonly window: number; readonly bounds: Bounds }
  | { readonly kind: 'focus'; readonly window: number }
  | { readonly kind: 'reload'; readonly window: number }
  | { readonly kind: 'print'; readonly window: number; readonly number: number; readonly preferCSSPageSize: boolean }
  | { readonly kind: 'theme'; readonly theme: 'system' | 'light' | 'dark' }
  | { readonly kind: 'answer'; readonly number: number; readonly value: unknown; readonly error?: string };

/** Screen → main process: what pages do, and what the driver wants to know. */
export type Question =
  | { readonly kind: 'invoke'; readonly window: number; readonly frame: FrameSight; readonly channel: string; readonly args: readonly unknown[] }
  | { readonly kind: 'fetch'; readonly url: string; readonly method: string; readonly headers: Readonly<Record<string, string>> }
  /** True: it may go on. */
  | { readonly kind: 'request'; readonly url: string }
  | { readonly kind: 'navigate'; readonly window: number; readonly url: string; readonly isTop: boolean }
  | { readonly kind: 'open-window'; readonly window: number; readonly url: string }
  | { readonly kind: 'attach-webview'; readonly window: number }
  | { readonly kind: 'prevent-unload'; readonly window: number }
  | { readonly kind: 'download'; readonly window: number; readonly url: string }
  | { readonly kind: 'permission'; readonly permission: string; readonly origin: string }
  | { readonly kind: 'drive'; readonly drive: Drive };

export type ToMain =
  | { readonly kind: 'loaded'; readonly window: number }
  | { readonly kind: 'gone'; readonly window: number }
  | { readonly kind: 'stayed'; readonly window: number }
  /** Null: it could not be done. */
  | { readonly kind: 'printed'; readonly number: number; readonly bytes: Uint8Array | null }
  | { readonly kind: 'ask'; readonly number: number; readonly question: Question };

export type DialogKind = 'save' | 'message' | 'error';

/** What someone at the computer does, or a test wants to see, beyond the page. */
export type Drive =
  | { readonly kind: 'menu' }
  | { readonly kind: 'click-menu'; readonly path: readonly string[] }
  | { readonly kind: 'answer-dialog'; readonly dialog: DialogKind; readonly answer: unknown }
  | { readonly kind: 'forget-dialogs' }
  | { readonly kind: 'records' }
  | { readonly kind: 'windows' }
  | { readonly kind: 'resize'; readonly window: number; readonly bounds: Bounds }
  | { readonly kind: 'click-close'; readonly window: number }
  | { readonly kind: 'processes' }
  | { readonly kind: 'shutdown' }
  | { readonly kind: 'quit' }
  | { readonly kind: 'keychain'; readonly backend: 'gnome_libsecret' | 'basic_text' };

export interface MenuLine {
  readonly label: string;
  readonly type: string;
  readonly role: string | null;
  readonly enabled: boolean;
  readonly checked: boolean;
  readonly accelerator: string | null;
  readonly registerAccelerator: boolean;
  readonly submenu: readonly MenuLine[] | null;
}

export interface WindowSight {
  readonly window: number;
  readonly bounds: Bounds;
  readonly isVisible: boolean;
  readonly isFocused: boolean;
  readonly options: unknown;
}

/** What the application asked of the system, in order. */
export interface Records {
  readonly dialogs: readonly { readonly dialog: DialogKind; readonly options: unknown; readonly wasScripted: boolean }[];
  readonly opened: readonly string[];
  readonly shown: readonly string[];
  readonly schemes: readonly unknown[];
  readonly isSandboxed: boolean;
  /** What Electron's session was told to judge. */
  readonly judges: readonly string[];
}

export interface ProcessSight {
  readonly pid: number;
  readonly serviceName: string;
}
