import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What axe finds on the page as it stands in the browser (WCAG 2.2 A and AA, and good practice), one line for each place. */
export async function axeViolations(page: Page, options: { readonly exclude?: readonly string[] } = {}): Promise<readonly string[]> {
  let builder = new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']);
  for (const selector of options.exclude ?? []) builder = builder.exclude(selector);
  const { violations } = await builder.analyze();
  return violations.flatMap((violation) => violation.nodes.map((node) => `${violation.id} (${violation.impact ?? 'unrated'}): ${node.target.join(' ')}: ${violation.help}`));
}
