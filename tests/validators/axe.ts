import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

export interface AxeOptions {
  readonly exclude?: readonly string[];
  /** Looks into no frame of another origin, for which axe needs a window of its own each time: half the time. */
  readonly withoutFrames?: boolean;
}

/** What axe finds on the page as it stands in the browser (WCAG 2.2 A and AA, and good practice), one line for each place. */
export async function axeViolations(page: Page, options: AxeOptions = {}): Promise<readonly string[]> {
  let builder = new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']);
  if (options.withoutFrames === true) builder = builder.setLegacyMode();
  for (const selector of options.exclude ?? []) builder = builder.exclude(selector);
  const { violations } = await builder.analyze();
  return violations.flatMap((violation) => violation.nodes.map((node) => `${violation.id} (${violation.impact ?? 'unrated'}): ${node.target.join(' ')}: ${violation.help}`));
}
