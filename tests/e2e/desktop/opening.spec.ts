import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StoryPageObject } from '../pages/story-page.ts';
import { expect, test } from './desktop.ts';

test('the very first start: one window, the caret in a story', async ({ start }) => {
  const app = await start();
  const page = await app.page();
  const story = new StoryPageObject(page);
  await expect(story.text).toBeFocused();
  const isInStory = await page.evaluate(() => document.querySelector('[data-story-page]')?.contains(getSelection()?.anchorNode ?? null));
  expect(isInStory).toBe(true);
  expect(await app.windows()).toMatchObject([{ isVisible: true, isFocused: true }]);
});

test('a second start hands over its file and ends; a hand-off file is left as it was', async ({ start }) => {
  const app = await start();
  const page = await app.page();
  const story = new StoryPageObject(page);
  await expect(story.status).toBeVisible();
  const folder = mkdtempSync(join(tmpdir(), 'toasoan-open-'));
  const text = join(folder, 'cầu treo bản Ỏ.txt');
  writeFileSync(text, 'Cầu treo Bản Ỏ thông xe sau 70 ngày sửa chữa\n\nSáng 19.11, cầu treo Bản Ỏ thông xe trở lại.\n');
  expect(await app.startSecond([text])).toBe(0);
  await expect(story.text).toContainText('Sáng 19.11, cầu treo Bản Ỏ thông xe trở lại.');
  expect(app.pages()).toHaveLength(1);

  writeFileSync(join(folder, 'bài.toasoan'), 'not for this version');
  expect(await app.startSecond([join(folder, 'bài.toasoan')])).toBe(0);
  await expect(page.locator('body')).toContainText('bài.toasoan');
});
