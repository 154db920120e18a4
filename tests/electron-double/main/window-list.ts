/** What quitting needs of a window. */
export interface Closable {
  readonly webContents: { readonly id: number };
  isFocused(): boolean;
  close(): void;
  once(event: 'closed' | 'double-stayed', listener: () => void): unknown;
}

/** All windows there are, by their number. */
export const windowList = new Map<number, Closable>();

/** False when one of them stays. */
export async function closeAllForQuit(): Promise<boolean> {
  for (const window of [...windowList.values()]) {
    const isGone = await new Promise<boolean>((resolve) => {
      window.once('closed', () => resolve(true));
      window.once('double-stayed', () => resolve(false));
      window.close();
    });
    if (!isGone) return false;
  }
  return true;
}
