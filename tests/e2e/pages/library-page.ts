import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { AppPage } from './app-page.ts';

/** The list of stories. */
export class LibraryPage extends AppPage {
  readonly search: Locator;
  readonly rows: Locator;

  constructor(page: Page) {
    super(page);
    this.search = this.main.getByRole('textbox', { name: 'Tìm bài, không cần gõ dấu' });
    this.rows = this.main.getByRole('option');
  }

  /** All stories, by keyboard. */
  async show(): Promise<void> {
    await this.page.keyboard.press('Control+Shift+Digit3');
    await expect(this.search).toBeVisible();
  }

  async find(text: string): Promise<void> {
    await this.search.fill(text);
    await expect(this.main.getByRole('status')).toContainText(/“|Không có bài nào/);
  }

  row(headline: string): Locator {
    return this.rows.filter({ hasText: headline });
  }

  /** Moves into the list and opens the first row. */
  async openFirst(): Promise<void> {
    await this.search.press('ArrowDown');
    await this.page.keyboard.press('Enter');
  }
}
