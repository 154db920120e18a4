import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { loopback } from '#core/contract/loopback.ts';

export interface Look {
  readonly language: 'vi' | 'en';
  readonly theme: 'light' | 'dark';
}

/** Neighbours differ in as little as can be: a change of language draws everything anew, a change of theme nothing. */
export const looks: readonly Look[] = [
  { language: 'vi', theme: 'light' },
  { language: 'vi', theme: 'dark' },
  { language: 'en', theme: 'dark' },
  { language: 'en', theme: 'light' },
];

/** One call of the contract in this window's name, for what a test only needs to be there. Throws what the backend refused. */
export async function call(page: Page, name: string, input: unknown): Promise<unknown> {
  const answer = await page.evaluate(
    async ([path, body, tokenHeader, windowHeader]) => {
      const reply = await fetch(path, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          [tokenHeader]: sessionStorage.getItem('toasoan-token') ?? '',
          [windowHeader]: sessionStorage.getItem('toasoan-window') ?? '',
        },
        body,
      });
      return (await reply.json()) as { ok: boolean; value?: unknown; error?: unknown };
    },
    [loopback.callPath + name, JSON.stringify(input), loopback.tokenHeader, loopback.windowHeader] as const,
  );
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
  return answer.value;
}

/** Changes theme and language the way another window would: by settings, under whatever is open. */
export async function wear(page: Page, look: Look): Promise<void> {
  await call(page, 'settings.set', { interface: look });
  const root = page.locator('html');
  await expect(root).toHaveAttribute('lang', look.language);
  await expect(root).toHaveAttribute('data-scheme', look.theme);
}
