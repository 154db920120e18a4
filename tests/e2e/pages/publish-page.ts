import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { AppPage } from './app-page.ts';

/** Readiness, previews, destinations, outbox of the open story. */
export class PublishPage extends AppPage {
  readonly jobs: Locator;
  readonly previews: Locator;

  constructor(page: Page) {
    super(page);
    this.jobs = this.main.locator('[data-job]');
    this.previews = this.main.locator('iframe');
  }

  /** From the open story. */
  async show(): Promise<void> {
    await this.page.keyboard.press('F9');
    await expect(this.previews).toHaveCount(3);
  }

  /** One line of the readiness list: `headline`, `dateline`, `date`, `byline`, `approved`, … */
  ready(code: string): Locator {
    return this.main.locator(`[data-ready="${code}"]`);
  }

  async startSamplePortal(): Promise<void> {
    await this.main.getByRole('button', { name: 'Mở Cổng mẫu' }).press('Enter');
    await expect(this.main.getByRole('radio', { name: /Cổng mẫu/ })).toBeChecked();
  }

  /** Sends the story and waits until it was read back and compared. */
  async publish(): Promise<void> {
    await this.page.keyboard.press('Control+Shift+Enter');
    await expect(this.jobs.first()).toHaveAttribute('data-state', 'done', { timeout: 30_000 });
  }

  /** Address of the published page. */
  async publishedUrl(): Promise<string> {
    const href = await this.jobs.first().getByRole('link', { name: 'Mở trang' }).getAttribute('href');
    if (href === null) throw new Error('the job has no address');
    return href;
  }
}
