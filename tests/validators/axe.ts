import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] as const;
/** What a change of theme can break and a change of words can't. */
const ofColours = ['color-contrast', 'link-in-text-block'] as const;

export interface AxeOptions {
  readonly exclude?: readonly string[];
  /** Only the rules about colours: for a second theme over the same words. */
  readonly onlyColours?: boolean;
}

interface Finding {
  readonly id: string;
  readonly impact: string | null;
  readonly help: string;
  readonly targets: readonly string[];
}

/** As much of axe as is asked of it here. */
interface Axe {
  run(context: unknown, options: unknown): Promise<{ readonly violations: readonly { readonly id: string; readonly impact: string | null; readonly help: string; readonly nodes: readonly { readonly target: readonly unknown[] }[] }[] }>;
}

/** The axe that `@axe-core/playwright` brings. Its own runner serialises everything that passed as well, which takes four times as long. */
const source = readFileSync(createRequire(import.meta.resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds on the page as it stands in the browser (WCAG 2.2 A and AA, and good practice), one line for each place. Frames have pages of their own to be looked at. */
export async function axeViolations(page: Page, { exclude = [], onlyColours = false }: AxeOptions = {}): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const findings = await page.evaluate(
    async ({ outside, runOnly }): Promise<readonly Finding[]> => {
      const { axe } = window as unknown as { axe: Axe };
      const { violations } = await axe.run({ include: [['html']], exclude: outside.map((selector) => [selector]) }, { runOnly, resultTypes: ['violations'], iframes: false });
      return violations.map(({ id, impact, help, nodes }) => ({ id, impact, help, targets: nodes.map(({ target }) => target.join(' ')) }));
    },
    { outside: exclude, runOnly: onlyColours ? { type: 'rule', values: ofColours } : { type: 'tag', values: standards } },
  );
  return findings.flatMap(({ id, impact, help, targets }) => targets.map((target) => `${id} (${impact ?? 'unrated'}): ${target}: ${help}`));
}
