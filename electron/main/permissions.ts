import { desktop } from '#core/contract/desktop-bridge.ts';

/** All that a page of ours may: put text into the clipboard. Electron would grant everything else as well. */
const granted: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

/** @param origin as Electron gives it: with or without a slash at the end */
export const mayUse = (permission: string, origin: string): boolean => granted.has(permission) && origin.replace(/\/$/, '') === desktop.origin;
