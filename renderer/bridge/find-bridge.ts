import type { DesktopBridge } from '#core/contract/desktop-bridge.ts';

/** What the preload put on the page, under the desktop door and nowhere else. */
export const findBridge = (): DesktopBridge | null => (window as { readonly toasoan?: DesktopBridge }).toasoan ?? null;
