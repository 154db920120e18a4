import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** The window as a reporter meets it: regions, palette, toasts. Words are Vietnamese, as at the first start. */
export class AppPage {
  readonly page: Page;
  readonly title: Locator;
  readonly rail: Locator;
  readonly main: Locator;
  readonly panel: Locator;
  readonly status: Locator;
  readonly toasts: Locator;

  constructor(page: Page) {
    this.page = page;
    this.title = page.locator('[data-region="title"]');
    this.rail = page.locator('[data-region="rail"]');
    this.main = page.locator('[data-region="page"]');
    this.panel = page.locator('[data-region="panel"]');
    this.status = page.locator('[data-region="status"]');
    this.toasts = page.getByRole('region', { name: 'Thông báo' });
  }

  /** `url`: the address the door printed, with its key. */
  async open(url: string): Promise<void> {
    await this.page.goto(url);
    await expect(this.status).toBeVisible();
  }

  /** Runs a command by its words, as typed without accents. */
  async command(text: string): Promise<void> {
    await this.page.keyboard.press('Control+k');
    const ask = this.page.getByRole('combobox', { name: 'Tìm bài, người, lệnh' });
    await ask.fill(`>${text}`);
    await expect(this.page.locator('#palette-0')).toBeVisible();
    await this.page.keyboard.press('Enter');
    await expect(ask).toBeHidden();
  }

  /** `Đã lưu trên máy này` is shown and nothing is on its way. */
  async expectSaved(): Promise<void> {
    await expect(this.title.locator('[data-save="clean"]')).toBeVisible();
  }
}
