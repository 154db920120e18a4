/** True when the key event is the shortcut as printed (`Mod+Alt+2`); digits and letters by their place on the keyboard. */
export function isShortcut(event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>, shortcut: string, mac: boolean): boolean {
  const parts = shortcut.split('+');
  const key = parts.at(-1) ?? '';
  const mod = parts.includes('Mod');
  if ((mac ? event.metaKey : event.ctrlKey) !== mod || (mac ? event.ctrlKey : event.metaKey)) return false;
  if (event.altKey !== parts.includes('Alt') || event.shiftKey !== parts.includes('Shift')) return false;
  if (/^[A-Z]$/u.test(key)) return event.code === `Key${key}`;
  if (/^\d$/u.test(key)) return event.code === `Digit${key}`;
  return event.key === key;
}
