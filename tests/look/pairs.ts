import type { Rule } from './style-sheets.ts';
import { readSheet, styleSheets } from './style-sheets.ts';
import { colourTokens } from './tokens.ts';

export interface Pair {
  readonly front: string;
  readonly behind: string;
  /** The least contrast: 4.5 for text, 3 for lines, controls and what else must be seen (WCAG 2.2, 1.4.3 and 1.4.11). */
  readonly needs: 4.5 | 3;
}

/** They part things and never carry meaning alone. With more contrast asked for, they are lines of controls. */
const decorative = new Set(['line', 'line-strong']);
const isGround = (token: string): boolean => /^(?:surface|selection|reader-page)/.test(token) || /-(?:soft|solid|solid-hover|solid-pressed)$/.test(token) || /^mark-(?:comment|insert|delete|match)$/.test(token);
const isSolid = (token: string): boolean => token.includes('-solid');

const surfaces = ['surface-page', 'surface-chrome', 'surface-sunken', 'surface-raised', 'surface-hover', 'surface-pressed', 'surface-selected'];
const planes = ['surface-page', 'surface-chrome', 'surface-raised'];
const tints = ['mark-comment', 'mark-insert', 'mark-delete', 'mark-match'];

/** What stands on what by way of its parents, which no single rule tells: front, then what is behind. Every survey of the screens adds its evidence: a pair that is seen and not here is a fault. */
const inherited: Readonly<Record<string, readonly string[]>> = {
  text: [...surfaces, 'accent-soft', 'selection', 'danger-soft', 'warning-soft', 'success-soft', ...tints],
  'text-muted': [...surfaces, 'warning-soft', 'danger-soft', 'success-soft', 'accent-soft', 'selection', ...tints],
  'text-faint': [...surfaces, 'accent-soft'],
  accent: [...surfaces, 'accent-soft', 'warning-soft', 'danger-soft', 'success-soft'],
  danger: [...surfaces, 'danger-soft'],
  warning: [...surfaces, 'warning-soft'],
  success: [...surfaces, 'success-soft', 'danger-soft'],
  'text-on-accent': ['accent-solid', 'accent-solid-hover', 'accent-solid-pressed', 'danger-solid', 'danger-solid-hover', 'danger-solid-pressed'],
  'reader-text': ['reader-page'],
  'reader-text-muted': ['reader-page'],
};

const lines: Readonly<Record<string, readonly string[]>> = {
  'line-control': [...planes, 'surface-sunken'],
  focus: [...surfaces, 'accent-soft', 'danger-soft', 'warning-soft', 'success-soft'],
  caret: planes,
  'mark-person': ['surface-page', 'mark-comment', 'mark-insert', 'mark-match', 'selection'],
  'mark-finding': ['surface-page', 'mark-comment'],
  'mark-comment-line': ['mark-comment', 'surface-page'],
  'mark-insert-line': ['mark-insert', 'surface-page'],
  'mark-delete-line': ['mark-delete', 'surface-page'],
};

/** What a rule dresses: the last class its selector names; a part of it with a colour of its own (`::selection`) stands by itself. */
const dressed = ({ selector, declarations }: Rule): string => {
  const [, part = ''] = /::([\w-]+)$/.exec(selector) ?? [];
  return `${[...selector.matchAll(/\.([\w-]+)/g)].at(-1)?.[1] ?? ''}${declarations.has('color') && declarations.has('background') ? part : ''}`;
};
const tokensIn = (value: string): readonly string[] => [...value.matchAll(/var\(--([\w-]+)\)/g)].map(([, name]) => name ?? '').filter((name) => colourTokens.includes(name));

/** What the style sheets themselves put on one another: colour and ground of one class, in any of its states. */
function written(): readonly Pair[] {
  const found: Pair[] = [];
  for (const sheet of styleSheets().filter((path) => !path.endsWith('tokens.css'))) {
    const classes = Map.groupBy(readSheet(sheet).filter(({ inside }) => !inside.includes('forced-colors')), dressed);
    for (const rules of classes.values()) {
      const values = (property: RegExp): readonly string[] => [...new Set(rules.flatMap(({ declarations }) => [...declarations].filter(([name]) => property.test(name)).flatMap(([, value]) => tokensIn(value))))];
      const grounds = values(/^background(?:-color|-image)?$/).filter(isGround);
      for (const behind of grounds) {
        for (const front of values(/^color$/)) if ((front === 'text-on-accent') === isSolid(behind)) found.push({ front, behind, needs: 4.5 });
        for (const front of values(/^(?:border|outline|text-decoration)/)) if (!isGround(front) && !decorative.has(front) && !isSolid(behind)) found.push({ front, behind, needs: 3 });
      }
    }
  }
  return found;
}

const listed = (table: Readonly<Record<string, readonly string[]>>, needs: Pair['needs']): readonly Pair[] => Object.entries(table).flatMap(([front, grounds]) => grounds.map((behind) => ({ front, behind, needs })));

/** Every pair in use, each once, with the strictest of its needs. */
export function pairsInUse(): readonly Pair[] {
  const pairs = new Map<string, Pair>();
  for (const pair of [...listed(inherited, 4.5), ...written(), ...listed(lines, 3)]) {
    const key = `${pair.front} ${pair.behind}`;
    const known = pairs.get(key);
    if (known === undefined || pair.needs > known.needs) pairs.set(key, pair);
  }
  return [...pairs.values()];
}

/** Tokens the style sheets use as text, line or ground, and where. */
export function tokensInUse(): ReadonlyMap<string, string> {
  const used = new Map<string, string>();
  for (const sheet of styleSheets().filter((path) => !path.endsWith('tokens.css'))) {
    for (const { declarations } of readSheet(sheet)) for (const value of declarations.values()) for (const token of tokensIn(value)) used.set(token, sheet);
  }
  return used;
}

/** Neither text nor ground: what dims a whole window. */
export const unpaired: ReadonlySet<string> = new Set([...decorative, 'surface-scrim']);
