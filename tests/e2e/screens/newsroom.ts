import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { articles, photo } from '../journey/articles.ts';
import { LibraryPage } from '../pages/library-page.ts';
import { StoryPageObject } from '../pages/story-page.ts';
import { call } from './looks.ts';

const [twin] = articles;
if (twin === undefined) throw new Error('the twin of the seed article is part of the sample newsroom');

export const article = twin;

/** A library that has something to show on every screen, and a reporter with a name. */
export async function furnish(page: Page): Promise<void> {
  await call(page, 'settings.set', {
    profile: { name: 'Lê Thùy Nhiên', penName: 'Thùy Nhiên', role: 'editor' },
    interface: { language: 'vi', theme: 'light' },
  });
  await call(page, 'library.addSample', {});
}

/** A new story out of the pasted twin; its proposal stands open. */
export async function pasteTwin(page: Page): Promise<StoryPageObject> {
  const story = new StoryPageObject(page);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await story.create('Trang trắng');
  await story.paste(article.text);
  await expect(story.accept).toBeVisible();
  return story;
}

/** The twin accepted, its caption's photo in place, and a second photo still to come. */
export async function writeTwin(page: Page): Promise<StoryPageObject> {
  const story = await pasteTwin(page);
  await finishTwin(page, story);
  return story;
}

/** From the proposal of the pasted twin on. */
export async function finishTwin(page: Page, story: StoryPageObject): Promise<void> {
  await story.acceptProposal();
  await story.showPanel('photos');
  const chooser = page.waitForEvent('filechooser');
  await story.text.locator('figure [data-action="pick-photo"]').click();
  await (await chooser).setFiles(photo('hoi-nghi.jpg'));
  await expect(story.text.locator('figure img')).toHaveJSProperty('complete', true);
  // Behind the lede and the first paragraphs, where the photo of a report belongs.
  await story.text.locator(':scope > p', { hasText: 'Theo báo cáo tại Hội nghị' }).click();
  await story.command('anh gui sau');
  await expect(story.text.locator('figure')).toHaveCount(2);
  await story.showPanel('people');
  await story.expectSaved();
}

/** Opens a story of the library by its headline. */
export async function openStory(page: Page, headline: string): Promise<StoryPageObject> {
  const library = new LibraryPage(page);
  await library.show();
  await library.row(headline).first().focus();
  await page.keyboard.press('Enter');
  const story = new StoryPageObject(page);
  await expect(story.text).toBeVisible();
  await expect(story.headline).toContainText(headline);
  return story;
}

/** Takes away what stands over the screen for a while only. */
export async function clearToasts(page: Page): Promise<void> {
  const close = page.getByRole('region', { name: 'Thông báo' }).getByRole('button', { name: 'Đóng' });
  await close.evaluateAll((buttons) => {
    for (const button of buttons) if (button instanceof HTMLElement) button.click();
  });
  await expect(close).toHaveCount(0);
}

/** A page that rolls by itself, when something comes into sight or a window grows narrow, begins at its top again. */
export const toTop = (page: Page): Promise<void> =>
  page.locator('[data-region="page"]').evaluate((region) => {
    for (const part of [region, ...region.querySelectorAll('*')]) part.scrollTop = 0;
  });
