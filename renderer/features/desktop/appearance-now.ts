import type { Appearance } from '#core/contract/desktop.ts';

/** `rgb(246, 244, 239)` → `#f6f4ef`; null for anything else. */
export function hexColour(text: string): string | null {
  const [, ...parts] = /^rgba?\((\d+), (\d+), (\d+)/.exec(text) ?? [];
  return parts.length < 3 ? null : `#${parts.slice(0, 3).map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`;
}

/** What the tokens come to in the theme of now: a token itself only names two colours. */
function colourOf(token: string): string | null {
  const probe = document.createElement('i');
  probe.style.color = `var(${token})`;
  document.body.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return hexColour(colour);
}

/** For the parts of the window that the page doesn't draw; null while the page has no colours yet. */
export function appearanceNow(): Appearance | null {
  const root = document.documentElement;
  const set = root.dataset['theme'];
  const [ground, bar, symbols] = ['--surface-page', '--surface-chrome', '--text'].map(colourOf);
  const barHeight = document.querySelector('[data-region="title"]')?.getBoundingClientRect().height ?? 44;
  if (typeof ground !== 'string' || typeof bar !== 'string' || typeof symbols !== 'string') return null;
  return { theme: set === 'light' || set === 'dark' ? set : 'system', language: root.lang === 'en' ? 'en' : 'vi', ground, bar, symbols, barHeight: Math.min(100, Math.max(20, Math.round(barHeight))) };
}

/** Tells of it now and whenever theme, language or the machine's own theme change. The answer ends it. */
export function followAppearance(tell: (appearance: Appearance) => void): () => void {
  let last = '';
  const look = (): void => {
    const now = appearanceNow();
    const text = JSON.stringify(now);
    if (now === null || text === last) return;
    last = text;
    tell(now);
  };
  const watch = new MutationObserver(look);
  watch.observe(document.documentElement, { attributeFilter: ['data-theme', 'data-scheme', 'lang'] });
  const machine = matchMedia('(prefers-color-scheme: dark)');
  machine.addEventListener('change', look);
  look();
  return () => {
    watch.disconnect();
    machine.removeEventListener('change', look);
  };
}
