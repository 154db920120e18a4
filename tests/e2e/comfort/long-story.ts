import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { StoryPageObject } from '../pages/story-page.ts';
import { words } from '../typing/vietnamese-typist.ts';

/** A story of that many paragraphs of 60 words, pasted into a blank page; the proposal for it is turned down. */
export async function longStory(page: Page, paragraphs: number): Promise<StoryPageObject> {
  const story = new StoryPageObject(page);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await story.create('Trang trắng');
  await story.paste(Array.from({ length: paragraphs }, (_, index) => `Đoạn ${index + 1}. ${words(60, index)}`).join('\n'));
  await expect(paragraph(story, paragraphs)).toBeVisible();
  await story.panel.getByRole('button', { name: /^(?:Bỏ qua, giữ nguyên chữ|Đóng)$/ }).click();
  await expect(story.accept).toBeHidden();
  await story.expectSaved();
  return story;
}

export const paragraph = (story: StoryPageObject, number: number): Locator => story.text.locator(':scope > p', { hasText: `Đoạn ${number}.` });

/** What scrolls under the toolbar. */
export const scroller = (page: Page): Locator => page.locator('[data-scrolls="page"]');

/** The caret's line in window pixels; a caret without a box of its own stands in an empty line. */
export const caretTop = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const range = window.getSelection()?.getRangeAt(0);
    const box = range?.getClientRects()[0] ?? (range?.startContainer instanceof Element ? range.startContainer : range?.startContainer.parentElement)?.getBoundingClientRect();
    return box?.top ?? -1;
  });

/** Two frames, and the tasks they left. */
export const settle = (page: Page): Promise<void> => page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0)))));
