import type { Page } from '@playwright/test';
import { paragraphs } from './stories.ts';
import { callStory, listStories } from '../faults/desk.ts';
import { LibraryPage } from '../pages/library-page.ts';
import { StoryPageObject } from '../pages/story-page.ts';
import { expect, test } from '../test.ts';

const isFocused = (page: Page, story: string): Promise<boolean> => page.evaluate((id) => document.activeElement?.getAttribute('data-story') === id, story);

test('what was done is taken back by its notice or by Ctrl Z, on any screen, and never inside text', async ({ app, door }) => {
  for (const headline of ['Cầu mới', 'Chợ phiên', 'Đường về bản']) await callStory(door.library, 'create', { document: paragraphs(headline, 'Một câu.') });
  const library = new LibraryPage(app);
  await library.show();
  await expect(library.rows).toHaveCount(3);

  await test.step('two rows go, the key is printed at the last one; leaving the screen keeps the way back', async () => {
    await library.search.press('ArrowDown');
    await app.keyboard.press('Delete');
    await expect(library.rows).toHaveCount(2);
    await app.keyboard.press('Delete');
    await expect(library.rows).toHaveCount(1);
    await expect(library.toasts.getByText('Ctrl Z')).toHaveCount(1);
    await app.keyboard.press('Control+Shift+Digit4');
    await expect(app.getByRole('heading', { level: 1, name: 'Danh bạ' })).toBeVisible();
    await app.keyboard.press('F6');
    await app.keyboard.press('Control+z');
    await expect(library.toasts).toContainText('Đã lấy bài ra khỏi thùng rác');
    await library.show();
    await expect(library.rows).toHaveCount(2);
  });

  await test.step('in a field the key takes back letters', async () => {
    await library.search.pressSequentially('cau');
    await app.keyboard.press('Control+z');
    await expect(library.search).not.toHaveValue('cau');
    await library.search.fill('');
    await expect(library.rows).toHaveCount(2);
    await library.search.press('ArrowDown');
    await app.keyboard.press('Control+z');
    await expect(library.rows).toHaveCount(3);
    await app.keyboard.press('Control+z');
    await expect(library.rows).toHaveCount(3);
  });

  await test.step('on the page the key is the text’s, beside it too', async () => {
    await library.openFirst();
    const story = new StoryPageObject(app);
    const before = (await story.headline.textContent()) ?? '';
    await story.headline.click();
    await app.keyboard.press('End');
    await app.keyboard.type(' nữa');
    await expect(story.headline).toHaveText(`${before} nữa`);
    await story.title.getByRole('button', { name: 'Thêm việc khác' }).focus();
    // Letters typed with pauses between them are several steps.
    await expect(async () => {
      await app.keyboard.press('Control+z');
      await expect(story.headline).toHaveText(before, { timeout: 1_000 });
    }).toPass();
    await story.expectSaved();
    await library.show();
  });
});

test('a notice leaves the focus where it was, and says so when there is no way back', async ({ app, door }) => {
  for (const headline of ['Cầu mới', 'Chợ phiên', 'Đường về bản']) await callStory(door.library, 'create', { document: paragraphs(headline, 'Một câu.') });
  const library = new LibraryPage(app);
  const close = library.toasts.getByRole('button', { name: 'Đóng' });
  await library.show();
  await expect(library.rows).toHaveCount(3);
  await library.search.press('ArrowDown');
  await app.keyboard.press('Delete');
  await expect(library.rows).toHaveCount(2);
  const [first] = await listStories(door.library);
  const id = first?.id ?? '';
  await expect.poll(() => isFocused(app, id)).toBe(true);

  await test.step('closed by mouse', async () => {
    await close.click();
    await expect(close).toHaveCount(0);
    expect(await isFocused(app, id)).toBe(true);
  });
  await test.step('closed by keyboard', async () => {
    await app.keyboard.press('Control+d');
    await expect(library.toasts).toContainText('Đã nhân bản bài');
    await expect(library.rows).toHaveCount(3);
    const at = await app.evaluateHandle(() => document.activeElement);
    await close.focus();
    await app.keyboard.press('Enter');
    await expect(close).toHaveCount(0);
    await expect.poll(() => at.evaluate((element) => element === document.activeElement)).toBe(true);
  });
  await test.step('a copy goes to the trash when it is taken back; what went elsewhere says so', async () => {
    await app.keyboard.press('Control+z');
    await expect(library.toasts).toContainText('Đã bỏ bản sao vào thùng rác');
    await expect(library.rows).toHaveCount(2);
    await library.command('thung rac');
    await expect(library.rows).toHaveCount(2);
    // Another window brings them back first.
    const other = new LibraryPage(await app.context().newPage());
    await other.open(door.url);
    await other.command('thung rac');
    await expect(other.rows).toHaveCount(2);
    await other.search.press('ArrowDown');
    for (const left of [1, 0]) {
      await other.page.keyboard.press('Control+Backspace');
      await expect(other.rows).toHaveCount(left);
    }
    await other.page.close();
    await expect(library.rows).toHaveCount(0);
    await app.keyboard.press('F6');
    await app.keyboard.press('Control+z');
    await expect(library.toasts).toContainText('Không hoàn tác được nữa');
  });
});

test('the rail laid over a narrow page does not come back by itself', async ({ app }) => {
  const library = new LibraryPage(app);
  const name = library.rail.getByText('Bài của tôi');
  await app.setViewportSize({ width: 900, height: 700 });
  await expect(name).toBeHidden();
  await app.keyboard.press('Control+Alt+l');
  await expect(name).toBeVisible();
  await app.setViewportSize({ width: 1280, height: 800 });
  await expect(name).toBeVisible();
  // Hidden and shown again by hand where it has its column: that says nothing of narrow windows.
  await app.keyboard.press('Control+Alt+l');
  await expect(name).toBeHidden();
  await app.keyboard.press('Control+Alt+l');
  await expect(name).toBeVisible();
  await app.setViewportSize({ width: 900, height: 700 });
  await expect(name).toBeHidden();
  await app.setViewportSize({ width: 1280, height: 800 });
  await expect(name).toBeVisible();
});
