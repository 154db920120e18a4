import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { contrast } from './colour.ts';
import { pairsInUse } from './pairs.ts';
import type { Pair } from './pairs.ts';
import type { Appearance } from './tokens.ts';
import { appearances, tokenColour } from './tokens.ts';

const place = resolve(import.meta.dirname, '..', '..', 'docs', 'contrast.md');

export const ratio = ({ front, behind }: Pair, look: Appearance): number => contrast(tokenColour(front, look), tokenColour(behind, look));

/** Rounded down: 4.499 is not 4.5. */
const shown = (value: number): string => (Math.floor(value * 100) / 100).toFixed(2);

/** `docs/contrast.md`, as it follows from the tokens and the style sheets. */
export function contrastTable(): string {
  const rows = pairsInUse().map((pair) => `| ${pair.front} | ${pair.behind} | ${appearances.map((look) => shown(ratio(pair, look))).join(' | ')} | ${pair.needs} |`);
  return `# Contrast of every pair in use

Made from \`renderer/styles/tokens.css\` and the style sheets by \`npm run contrast\`; a test fails when it is stale. Ratios by the formula of WCAG 2.2, in both themes, as
they are and for readers who ask their system for more contrast. Text needs 4.5; lines, controls and marks need 3. \`line\` and \`line-strong\` only decorate.

| in front | behind | light | dark | light, more | dark, more | needs |
| --- | --- | ---: | ---: | ---: | ---: | ---: |
${rows.join('\n')}
`;
}

export const keptTable = (): string => readFileSync(place, 'utf8');

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(place, contrastTable());
