import { test as base, expect, type ConsoleMessage, type Page } from '@playwright/test';
import { appeared, type Door, startDoor } from './door.ts';

interface Fixtures {
  /** A running door over a new, empty library. */
  readonly door: Door;
  /** A page at that door; the test fails when the page logged an error or broke its content security policy. */
  readonly app: Page;
}

const isNoise = (message: ConsoleMessage): boolean => message.text().includes('Failed to load resource');

export const test = base.extend<Fixtures>({
  door: async ({ browserName: _browser }, use) => {
    const door = await startDoor();
    await use(door);
    await door.stop();
  },
  app: async ({ door, page }, use) => {
    const problems: string[] = [];
    page.on('pageerror', (problem) => problems.push(`${problem.name}: ${problem.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && !isNoise(message)) problems.push(message.text());
    });
    await page.goto(door.url);
    await appeared(page);
    await use(page);
    expect(problems).toEqual([]);
  },
});

export { expect };
