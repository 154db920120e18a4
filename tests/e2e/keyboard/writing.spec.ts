import { articles, photo } from '../journey/articles.ts';
import { StoryPageObject } from '../pages/story-page.ts';
import { expect, test } from '../test.ts';
import type { KeyboardUser } from './keyboard-user.ts';
import { openAtKeyboard } from './keyboard-user.ts';

const [article] = articles;
if (article === undefined) throw new Error('the twin of the seed article is part of the sample newsroom');

/** A reporter without a mouse, from the first letter to the caption. One story after another in one window. */
let user: KeyboardUser;
let story: StoryPageObject;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async ({ browser }) => {
  user = await openAtKeyboard(browser);
  story = new StoryPageObject(user.page);
  // Listening from the start: the browser must know in time that nobody will see its own dialog.
  user.page.on('filechooser', (chooser) => void chooser.setFiles(photo('hoi-nghi.jpg')));
});
test.afterEach(() => expect(user.watch.takeFaults()).toEqual([]));
test.afterAll(() => user.close());

test('a new story, and writing it', async () => {
  const { page, press, type, goTo } = user;
  await press('Alt+n');
  await goTo(/^Trang trắng/, 'ArrowDown');
  await press('Enter');
  await expect(story.text).toBeFocused();
  await type('Chợ phiên mở lại');
  await press('Enter');
  await type('Sau ba tháng sửa chữa, chợ phiên đã mở lại.');
  await press('Enter');
  await type('Người bán hàng về từ sáng sớm');
  await expect(story.headline).toHaveText('Chợ phiên mở lại');
  await press('Shift+Home');
  await press('Alt+F10');
  await goTo(/^(?:Chữ )?[Đđ]ậm/, 'ArrowRight');
  await press('Enter');
  await press('Escape');
  await expect(story.text.locator('strong, [class*="bold"]')).toHaveText('Người bán hàng về từ sáng sớm');
  await press('End');
  await press('Enter');
  await type('/');
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
  await press('ArrowDown');
  await press('Escape');
  await press('Backspace');
  await type('Đến trưa, chợ đã đông.');
  await story.expectSaved();
});

test('a pasted story, and its proposal taken piece by piece', async () => {
  const { page, press, goTo } = user;
  await press('Alt+n');
  await goTo(/^Trang trắng/, 'ArrowDown');
  await press('Enter');
  await expect(story.headline).toHaveText('');
  await expect(story.text).toBeFocused();
  await page.evaluate((content) => navigator.clipboard.writeText(content), article.text);
  await press('Control+v');
  await expect(story.accept).toBeVisible();
  const all = (await story.accept.textContent()) ?? '';
  await press('F6');
  const boxes = story.panel.getByRole('checkbox');
  const wanted = await boxes.evaluateAll((all_) => all_.filter((box) => box instanceof HTMLInputElement && box.checked).length);
  for (let step = 0; step < 40 && !(await page.evaluate(() => document.activeElement?.matches('input[type="checkbox"]') ?? false)); step++) await press('Tab');
  await press('Space');
  await expect.poll(() => boxes.evaluateAll((all_) => all_.filter((box) => box instanceof HTMLInputElement && box.checked).length)).toBeLessThan(wanted);
  await expect(story.accept).not.toHaveText(all);
  await press('Space');
  await press('Control+Shift+Enter');
  await expect(story.accept).toBeHidden();
  await expect(story.headline).toHaveText(article.headline);
  await expect(story.attendees).toHaveCount(article.attendees + 1);
});

test('a person named with @', async () => {
  const { page, press, type } = user;
  await press('Control+End');
  await press('ArrowUp');
  await press('End');
  await press('Enter');
  const marks = await story.text.locator('[class*="person"]').count();
  await type('Phát biểu tại hội nghị, @th');
  const options = page.getByRole('listbox').getByRole('option');
  await expect(options.first()).toBeVisible();
  await press('ArrowDown');
  await press('ArrowUp');
  await press('Enter');
  await expect(options).toHaveCount(0);
  await expect(story.text.locator('[class*="person"]')).toHaveCount(marks + 1);
  await type(' cảm ơn bà con.');
  await story.expectSaved();
});

test('a person added to the list and moved up in it, edited, and gone again', async () => {
  const { page, press, type, goTo } = user;
  await press('Alt+1');
  await press('F6');
  await goTo(/^Thêm người hoặc tập thể/);
  await press('Enter');
  await press('Escape');
  await goTo(/^Thêm người hoặc tập thể/);
  await press('Enter');
  await type('Lò Thị Mai');
  await goToNewPerson();
  await press('Enter');
  const before = await story.attendees.count();
  // The form: name, honorific, titles, role, delegation; Enter keeps it.
  await press('Enter');
  await expect(story.attendees).toHaveCount(before + 1);
  const mai = story.attendees.filter({ hasText: 'Lò Thị Mai' });
  const place = (): Promise<number> => story.attendees.evaluateAll((rows) => rows.findIndex((row) => row.textContent?.includes('Lò Thị Mai') === true));
  await expect(mai).toBeFocused();
  const last = await place();
  await press('Alt+ArrowUp');
  await expect.poll(place).toBe(last - 1);
  await expect(mai).toBeFocused();
  await press('F2');
  await press('Escape');
  await expect(mai).toBeFocused();
  await press('Delete');
  await expect(mai).toHaveCount(0);
  await press('Control+z');
  await expect(mai).toHaveCount(1);
  await press('Escape');
  await expect(story.text).toBeFocused();

  async function goToNewPerson(): Promise<void> {
    const field = story.panel.getByRole('combobox');
    for (let step = 0; step < 8; step++) {
      const id = await field.getAttribute('aria-activedescendant');
      if (((await page.locator(`[id="${id ?? ''}"]`).textContent()) ?? '').includes('Lò Thị Mai')) return;
      await press('ArrowDown');
    }
  }
});

test('the photo for its caption, and the caption', async () => {
  const { press, type, goTo } = user;
  await press('Alt+2');
  await press('F6');
  await goTo(/^Chọn tệp cho ảnh 1/);
  await press('Enter');
  await expect(story.text.locator('figure img')).toHaveJSProperty('complete', true);
  await goTo(/Quang cảnh|Hội nghị|đại biểu/i);
  await press('Enter');
  await expect(story.text).toBeFocused();
  await press('End');
  await type(' Sáng 19.11.');
  await expect(story.text.locator('figure')).toContainText('Sáng 19.11.');
  await story.expectSaved();
  expect(await user.watch.stops(user.page)).toBeGreaterThan(20);
});
