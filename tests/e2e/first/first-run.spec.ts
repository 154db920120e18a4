import { expect, test } from '@playwright/test';
import type { BrowserContext, Page } from '@playwright/test';
import type { Door } from '../door.ts';
import { startDoor } from '../door.ts';
import { LibraryPage } from '../pages/library-page.ts';
import { StoryPageObject } from '../pages/story-page.ts';
import { clearToasts } from '../screens/newsroom.ts';

/** A reporter's first days, in their order: each test goes on where the one before left the library. */
test.describe.configure({ mode: 'serial' });

let door: Door;
let context: BrowserContext;
let page: Page;
let story: StoryPageObject;

test.beforeAll(async ({ browser }) => {
  door = await startDoor({ sample: true });
  context = await browser.newContext();
  page = await context.newPage();
  story = new StoryPageObject(page);
});
test.afterAll(async () => {
  await context.close();
  await door.stop();
});

/** Ends the program as Ctrl+C does and starts it anew, over the same library, with the same command. */
async function startAgain(): Promise<void> {
  await door.stop();
  door = await startDoor({ sample: true, library: door.library });
  await page.goto('about:blank');
  await story.open(door.url);
}

const hints = () => page.getByRole('region', { name: 'Gợi ý' }).getByRole('listitem');
const begin = () => page.getByRole('heading', { level: 1, name: 'Chào bạn. Viết bài đầu tiên nhé.' });
const headlineTop = (): Promise<number> => story.headline.evaluate((element) => element.getBoundingClientRect().top);

test('one command: a story stands open with the caret in it, three hints beside it and nothing to decide', async () => {
  await story.open(door.url);
  await expect(story.text).toBeFocused();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(story.headline).toContainText('Giữ rừng đầu nguồn');
  await page.keyboard.type(' năm nay');
  await expect(story.headline).toHaveText(/ năm nay$/);
  await story.expectSaved();
  await expect(story.title).toContainText('Bài mẫu');
  await expect(hints()).toHaveCount(3);
  await expect(story.attendees).not.toHaveCount(0);
});

test('hints go one by one, by key and by mouse, move no letter, and stay away after a restart', async () => {
  const top = await headlineTop();
  // The panel, then the hints: “hide all” and the first hint's own button.
  await page.keyboard.press('F6');
  await page.keyboard.press('F6');
  await expect(page.getByRole('button', { name: 'Ẩn hết' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(hints()).toHaveCount(2);
  await expect(page.getByRole('button', { name: /^Ẩn gợi ý: @/ })).toBeFocused();
  await page.getByRole('button', { name: /^Ẩn gợi ý: Ctrl Enter/ }).click();
  await expect(hints()).toHaveCount(1);
  expect(await headlineTop()).toBe(top);
  await startAgain();
  await expect(story.headline).toHaveText(/ năm nay$/);
  await expect(hints()).toHaveCount(1);
  await expect(hints()).toContainText('@ gọi tên');
  await page.getByRole('button', { name: 'Ẩn hết' }).click();
  await expect(hints()).toHaveCount(0);
  await expect(story.text).toBeFocused();
  await clearToasts(page);
  await story.command('hien lai cac goi y');
  await expect(hints()).toHaveCount(3);
});

test('the sample newsroom goes in one act and comes back with every word', async () => {
  const library = new LibraryPage(page);
  await page.getByRole('button', { name: 'Bỏ tòa soạn mẫu' }).click();
  await expect(begin()).toBeVisible();
  await page.getByRole('button', { name: /^Hoàn tác/ }).click();
  await expect(story.headline).toHaveText(/ năm nay$/);
  await expect(story.text).toBeEditable();
  await library.show();
  await expect(library.rows).toHaveCount(2);
  await expect(library.rows.filter({ hasText: 'Bài mẫu' })).toHaveCount(2);
});

test('without it the library begins empty, now and at every later start', async () => {
  await story.command('bo toa soan mau');
  await expect(begin()).toBeVisible();
  await startAgain();
  await expect(begin()).toBeVisible();
  await expect(story.rail.getByRole('button', { name: 'Thùng rác' })).toHaveCount(0);
  for (const way of [/^Viết tin mới/, /^Dán một bài/, /^Mở tệp văn bản/]) await expect(story.main.getByRole('button', { name: way })).toBeVisible();
  await story.main.getByRole('button', { name: /^Mở tòa soạn mẫu/ }).click();
  await expect(story.text).toBeFocused();
  await expect(story.headline).toHaveText('Giữ rừng đầu nguồn sông Lụa ngay từ đầu mùa khô');
});
