import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { AppPage } from './app-page.ts';

export type TemplateLabel = 'Tin hội nghị' | 'Tin vắn' | 'Phóng sự ảnh' | 'Trang trắng';

/** The open story: writing, proposal, panels, review. */
export class StoryPageObject extends AppPage {
  readonly text: Locator;
  readonly headline: Locator;
  readonly accept: Locator;

  constructor(page: Page) {
    super(page);
    this.text = this.main.getByRole('textbox', { name: 'Trang viết' });
    this.headline = this.text.locator('[data-field="headline"]');
    this.accept = this.panel.getByRole('button', { name: /^Nhận (?:cả )?\d+ mục/ });
  }

  /** By keyboard: Alt+N and the template. */
  async create(template: TemplateLabel): Promise<void> {
    await this.page.keyboard.press('Alt+n');
    await this.page.getByRole('dialog').getByRole('button', { name: template }).press('Enter');
    await expect(this.text).toBeVisible();
    await expect(this.text).toBeFocused();
  }

  /** Pastes plain text where the caret is; the context needs clipboard permissions. */
  async paste(text: string): Promise<void> {
    await this.page.evaluate((content) => navigator.clipboard.writeText(content), text);
    await this.page.keyboard.press('Control+v');
  }

  async acceptProposal(): Promise<void> {
    await expect(this.accept).toBeVisible();
    await this.page.keyboard.press('Control+Shift+Enter');
    await expect(this.accept).toBeHidden();
  }

  async showPanel(tab: 'people' | 'photos' | 'info' | 'review'): Promise<void> {
    await this.page.keyboard.press(`Alt+${['people', 'photos', 'info', 'review'].indexOf(tab) + 1}`);
  }

  /** Rows of the attendees panel, in the order of printing. */
  get attendees(): Locator {
    return this.panel.locator('[data-attendee]');
  }

  async submit(): Promise<void> {
    await this.page.keyboard.press('Control+Enter');
    await expect(this.title.getByRole('button', { name: /^Duyệt bài/ })).toBeVisible();
  }

  async approve(): Promise<void> {
    await this.page.keyboard.press('Control+Enter');
    await expect(this.title.getByRole('button', { name: /^Xem và đăng/ })).toBeVisible();
  }
}
