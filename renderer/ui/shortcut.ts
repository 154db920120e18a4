/** `Mod` is Ctrl, on macOS Cmd. Written in the order Mod, Alt, Shift, key: `Mod+Shift+Enter`. */

const onMac = typeof navigator !== 'undefined' && /mac/i.test(navigator.platform);

const printed: Readonly<Record<string, string>> = { Mod: onMac ? '⌘' : 'Ctrl', Alt: onMac ? '⌥' : 'Alt', Shift: onMac ? '⇧' : 'Shift', ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', Escape: 'Esc', Delete: 'Delete' };

/** `Ctrl Shift Enter` */
export const shownKeys = (shortcut: string): string => shortcut.split('+').map((key) => printed[key] ?? key).join(' ');

/** What `aria-keyshortcuts` wants: `Control+Shift+Enter`. */
export const ariaKeys = (shortcut: string): string => shortcut.replace('Mod', onMac ? 'Meta' : 'Control');

/** Signs that move about with Shift and the number pad: told by their place. */
const places: Readonly<Record<string, readonly string[]>> = { '=': ['Equal', 'NumpadAdd'], '-': ['Minus', 'NumpadSubtract'], '0': ['Digit0', 'Numpad0'] };

/** Does this key press say `shortcut`? Letters, digits and signs are compared by the key's place too, since a typing tool may change the letter. */
export function pressed(event: KeyboardEvent, shortcut: string): boolean {
  const keys = shortcut.split('+');
  const key = keys.at(-1) ?? '';
  const mod = onMac ? event.metaKey : event.ctrlKey;
  const other = onMac ? event.ctrlKey : event.metaKey;
  if (other || mod !== keys.includes('Mod') || event.altKey !== keys.includes('Alt') || event.shiftKey !== keys.includes('Shift')) return false;
  if (event.key.toLowerCase() === key.toLowerCase()) return true;
  if (places[key]?.includes(event.code) === true) return true;
  return /^[A-Z]$/.test(key) ? event.code === `Key${key}` : /^[0-9]$/.test(key) && event.code === `Digit${key}`;
}
