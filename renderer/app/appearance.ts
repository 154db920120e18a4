import type { Settings } from '#core/contract/settings.ts';

type Interface = Settings['interface'];

/** Puts theme and language on the root element; `system` leaves the theme to the machine. */
export function showAppearance({ theme, language }: Interface): void {
  const root = document.documentElement;
  root.lang = language;
  if (theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
  root.dataset['scheme'] = isDark(theme) ? 'dark' : 'light';
}

const isDark = (theme: Interface['theme']): boolean => theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);

/** What the sun-and-moon button changes to. */
export const otherTheme = (theme: Interface['theme']): 'light' | 'dark' => (isDark(theme) ? 'light' : 'dark');
