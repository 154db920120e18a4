import type { Colour } from './colour.ts';
import { mixed, parseColour } from './colour.ts';
import { readSheet, splitList } from './style-sheets.ts';

export interface Appearance {
  readonly theme: 'light' | 'dark';
  /** What the reader asked for in the system's settings. */
  readonly contrast: 'normal' | 'more';
}

export const appearances: readonly Appearance[] = [
  { theme: 'light', contrast: 'normal' },
  { theme: 'dark', contrast: 'normal' },
  { theme: 'light', contrast: 'more' },
  { theme: 'dark', contrast: 'more' },
];

const rules = readSheet('renderer/styles/tokens.css').filter(({ selector }) => selector === ':root');
const normal = new Map(rules.filter(({ inside }) => inside === '').flatMap(({ declarations }) => [...declarations]));
const more = new Map([...normal, ...rules.filter(({ inside }) => inside.includes('prefers-contrast: more')).flatMap(({ declarations }) => [...declarations])]);

/** A token's colour. Throws when there is no such token, or when it is none. */
export function tokenColour(name: string, look: Appearance): Colour {
  const value = (look.contrast === 'more' ? more : normal).get(`--${name}`);
  if (value === undefined) throw new Error(`no token --${name}`);
  return resolve(value, look);
}

function resolve(value: string, look: Appearance): Colour {
  const [whole, call, inner] = /^(light-dark|var|color-mix)\((.*)\)$/.exec(value.trim()) ?? [];
  if (whole === undefined || inner === undefined) return parseColour(value);
  const [first = '', second = '', third = ''] = splitList(inner);
  if (call === 'var') return tokenColour(first.slice(2), look);
  if (call === 'light-dark') return resolve(look.theme === 'light' ? first : second, look);
  const [, one = '', share] = /^(.*?)(?:\s+([\d.]+)%)?$/.exec(second) ?? [];
  if (first !== 'in srgb') throw new Error(`colours are mixed in srgb here: ${value}`);
  return mixed(resolve(one, look), share === undefined ? 0.5 : parseFloat(share) / 100, resolve(third, look));
}

const isColour = (name: string): boolean => {
  try {
    tokenColour(name, { theme: 'light', contrast: 'normal' });
    return true;
  } catch {
    return false;
  }
};

/** Every token that is a colour. */
export const colourTokens: readonly string[] = [...normal.keys()].map((name) => name.slice(2)).filter(isColour);
