import type { Appearance } from '#core/contract/desktop.ts';

/** Before any page has said what its theme comes to: the first start on this machine. As --surface-page, --surface-chrome and --text. */
export const defaultAppearance = (isDark: boolean): Appearance => ({
  theme: 'system',
  language: 'vi',
  ...(isDark ? { ground: '#22201d', bar: '#1a1916', symbols: '#e9e4da' } : { ground: '#fffefb', bar: '#f6f4ef', symbols: '#23201b' }),
  barHeight: 44,
});
