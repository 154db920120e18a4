import { describe, expect, it } from 'vitest';
import { contrast, mixed, over, parseColour } from './colour.ts';
import { contrastTable, keptTable, ratio } from './contrast-table.ts';
import { pairsInUse, tokensInUse, unpaired } from './pairs.ts';
import { readRules } from './style-sheets.ts';
import { appearances, colourTokens, tokenColour } from './tokens.ts';

describe('colours', () => {
  it('have the contrast WCAG’s formula gives them', () => {
    const white = parseColour('#fff');
    expect(contrast(parseColour('#000'), white)).toBeCloseTo(21, 5);
    expect(contrast(parseColour('#767676'), white)).toBeCloseTo(4.54, 2);
    expect(contrast(parseColour('rgb(0 0 0 / 50%)'), white)).toBeCloseTo(contrast(parseColour('#808080'), white), 1);
  });

  it('are laid over one another and mixed as the browser does', () => {
    expect(over(parseColour('rgba(255, 0, 0, 0.5)'), parseColour('#00f'))).toEqual({ red: 127.5, green: 0, blue: 127.5, alpha: 1 });
    expect(mixed(parseColour('#fff'), 0.45, parseColour('transparent'))).toEqual({ red: 255, green: 255, blue: 255, alpha: 0.45 });
  });

  it.each(['red', 'oklch(0.5 0.1 200)', 'rgb(1 2)', ''])('that are not understood are refused: “%s”', (text) => expect(() => parseColour(text)).toThrow());
});

it('style sheets are read with their selectors, their conditions and their values', () => {
  const rules = readRules('a.css', '/* x{} */ .a, .b:is(.c, .d) { color: var(--x) } @media (m) { .e { background: light-dark(#fff, #000); } }');
  expect(rules.map(({ selector, inside, declarations }) => [selector, inside, [...declarations]])).toEqual([
    ['.a', '', [['color', 'var(--x)']]],
    ['.b:is(.c, .d)', '', [['color', 'var(--x)']]],
    ['.e', '@media (m)', [['background', 'light-dark(#fff, #000)']]],
  ]);
});

describe('every pair in use', () => {
  const pairs = pairsInUse();

  it.each(appearances)('has the contrast it needs: $theme, $contrast contrast', (look) => {
    const faint = pairs.filter((pair) => ratio(pair, look) < pair.needs).map((pair) => `${pair.front} on ${pair.behind}: ${ratio(pair, look).toFixed(2)}, needs ${pair.needs}`);
    expect(faint).toEqual([]);
  });

  it('takes in every colour the style sheets use', () => {
    const paired = new Set(pairs.flatMap(({ front, behind }) => [front, behind]));
    expect([...tokensInUse()].filter(([token]) => !paired.has(token) && !unpaired.has(token)).map(([token, sheet]) => `${token} (${sheet}) stands in no pair`)).toEqual([]);
  });

  it('more contrast is never less, and gives decorative lines the contrast of controls', () => {
    for (const theme of ['light', 'dark'] as const) {
      const [normal, more] = [{ theme, contrast: 'normal' }, { theme, contrast: 'more' }] as const;
      expect(pairs.filter((pair) => ratio(pair, more) < ratio(pair, normal)).map(({ front, behind }) => `${front} on ${behind}`)).toEqual([]);
      for (const line of ['line', 'line-strong']) for (const behind of ['surface-page', 'surface-chrome', 'surface-raised']) expect(contrast(tokenColour(line, more), tokenColour(behind, more)), `${line} on ${behind}`).toBeGreaterThanOrEqual(3);
    }
  });

  it('is in docs/contrast.md (npm run contrast writes it anew)', () => expect(keptTable()).toBe(contrastTable()));
});

it('no token is a colour for nobody', () => {
  const used = new Set([...tokensInUse().keys(), ...pairsInUse().flatMap(({ front, behind }) => [front, behind]), ...unpaired]);
  expect(colourTokens.filter((token) => !used.has(token))).toEqual([]);
});
