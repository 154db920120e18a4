import type { Page } from '@playwright/test';

/** Collects what a page complains about: its errors, and every breach of its content security policy. */
export function watchPage(page: Page, problems: string[]): void {
  page.on('pageerror', (problem) => problems.push(`${problem.name}: ${problem.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('Failed to load resource')) problems.push(message.text());
  });
}
