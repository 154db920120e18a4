import type { Interface, Settings } from '#core/contract/settings.ts';
import { isEvening, nextTurn } from './evening.ts';
import type { Store } from './store.ts';

type Scheme = 'light' | 'dark';

/** Where `public/first-look.js` finds the theme of the last time. */
const keptLook = 'toasoan-look';

/** The theme as the machine must know it: by the hour is light or dark, whichever it is now. */
export const themeNow = ({ theme, evening }: Pick<Interface, 'theme' | 'evening'>, now: Date): 'system' | Scheme =>
  theme !== 'hours' ? theme : isEvening(now, evening) ? 'dark' : 'light';

/** Puts theme, language and the page's measures on the root element; `system` leaves the theme to the machine. */
export function showAppearance(look: Interface, now = new Date()): void {
  const root = document.documentElement;
  const theme = themeNow(look, now);
  const scheme = schemeOf(theme);
  root.lang = look.language;
  if (theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
  root.dataset['scheme'] = scheme;
  root.dataset['textSize'] = String(look.textSize);
  root.dataset['pageWidth'] = look.pageWidth;
  root.dataset['paper'] = scheme === 'dark' ? look.paper : 'as-theme';
  keepForNextStart(look, theme, now);
}

/** The next start asks for the settings only after its first picture; this is what that picture goes by. */
function keepForNextStart(look: Interface, theme: 'system' | Scheme, now: Date): void {
  const turns = look.theme === 'hours' ? { until: nextTurn(now, look.evening), then: theme === 'dark' ? 'light' : 'dark' } : {};
  try {
    localStorage.setItem(keptLook, JSON.stringify({ theme, ...turns }));
  } catch {
    // No room, or not allowed: the next start begins in the machine's theme, and nothing else is lost.
  }
}

const schemeOf = (theme: 'system' | Scheme): Scheme => (theme !== 'system' ? theme : matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');

/** What the sun-and-moon button changes to. */
export const otherTheme = (look: Pick<Interface, 'theme' | 'evening'>): Scheme => (schemeOf(themeNow(look, new Date())) === 'dark' ? 'light' : 'dark');

/** Draws the look again when the machine's theme changes, and when evening begins or ends. The answer ends it. */
export function followDaylight(settings: Pick<Store<Settings>, 'get' | 'subscribe'>): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const show = (): void => {
    showAppearance(settings.get().interface);
    wait();
  };
  const wait = (): void => {
    if (timer !== null) clearTimeout(timer);
    const { theme, evening } = settings.get().interface;
    const now = new Date();
    // A machine that slept wakes with an old timer: an hour at most, then the clock is read again.
    timer = theme === 'hours' ? setTimeout(show, Math.min(nextTurn(now, evening) - now.getTime(), 3_600_000)) : null;
  };
  const onShown = (): void => {
    if (document.visibilityState === 'visible') show();
  };
  const machine = matchMedia('(prefers-color-scheme: dark)');
  machine.addEventListener('change', show);
  document.addEventListener('visibilitychange', onShown);
  const stop = settings.subscribe(wait);
  wait();
  return () => {
    stop();
    if (timer !== null) clearTimeout(timer);
    machine.removeEventListener('change', show);
    document.removeEventListener('visibilitychange', onShown);
  };
}
