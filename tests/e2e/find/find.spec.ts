import type { Page } from '@playwright/test';
import { expect, test } from '../test.ts';
import { startDoor } from '../door.ts';
import type { Door } from '../door.ts';
import { StoryPageObject } from '../pages/story-page.ts';

let door: Door;
test.beforeAll(async () => {
  door = await startDoor();
});
test.afterAll(() => door.stop());

const body = ['Hòa Bình: đồng chí Đặng Văn Hoà dự hội nghị.', 'Ông Hòa phát biểu. An toàn, an ninh ở Hoà Bình.'];

/** A story of two paragraphs; the caret is at its start. */
async function write(page: Page): Promise<StoryPageObject> {
  const story = new StoryPageObject(page);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await story.open(door.url);
  await story.create('Trang trắng');
  await page.locator('[data-story-page] > p:not([data-field])').last().click();
  await page.keyboard.insertText(body[0] ?? '');
  await page.keyboard.press('Enter');
  await page.keyboard.insertText(body[1] ?? '');
  await story.expectSaved();
  await page.keyboard.press('Control+Home');
  return story;
}

/** What the browser paints as hits: all but the current one, and the current one. */
const painted = (page: Page): Promise<readonly (readonly string[])[]> =>
  page.evaluate(() =>
    ['toasoan-find', 'toasoan-find-current'].map((name) =>
      [...((CSS.highlights.get(name) ?? []) as Iterable<StaticRange>)].map((range) => {
        const real = document.createRange();
        real.setStart(range.startContainer, range.startOffset);
        real.setEnd(range.endContainer, range.endOffset);
        return real.toString();
      }),
    ),
  );
const lines = (page: Page): Promise<readonly (string | null)[]> => page.locator('[data-story-page] > p:not([data-field])').evaluateAll((all) => all.map((line) => line.textContent));

test('accent-blind at first, exact by choice; Enter and F3 go round; Esc selects the hit and typing goes on there', async ({ page }) => {
  await write(page);
  await page.keyboard.press('Control+f');
  const bar = page.getByRole('search', { name: 'Tìm trong bài' });
  const query = bar.getByRole('textbox', { name: 'Tìm chữ' });
  await expect(query).toBeFocused();
  await page.keyboard.type('hoa');
  await expect(bar.getByRole('status')).toHaveText('1 trên 4');
  expect(await painted(page)).toEqual([['Hoà', 'Hòa', 'Hoà'], ['Hòa']]);
  await page.keyboard.press('Enter');
  await page.keyboard.press('F3');
  await expect(bar.getByRole('status')).toHaveText('3 trên 4');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.press('Shift+F3');
  await page.keyboard.press('Shift+F3');
  await expect(bar.getByRole('status')).toHaveText('4 trên 4');

  await bar.getByRole('button', { name: 'Đúng dấu' }).press('Space');
  await query.fill('hòa');
  await expect(bar.getByRole('status')).toContainText('trên 2');
  await query.fill('an');
  await bar.getByRole('button', { name: 'Nguyên chữ' }).press('Space');
  await expect(bar.getByRole('status')).toContainText('trên 2');
  expect((await painted(page)).flat().sort()).toEqual(['An', 'an']);
  await bar.getByRole('button', { name: 'Đúng chữ hoa' }).press('Space');
  await expect(bar.getByRole('status')).toHaveText('1 trên 1');
  await query.fill('xyz');
  await expect(bar.getByRole('status')).toHaveText('Không có');
  await query.fill('ninh');
  await expect(bar.getByRole('status')).toHaveText('1 trên 1');
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();
  expect(await painted(page)).toEqual([[], []]);
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('ninh');
  await page.keyboard.type('sinh');
  expect((await lines(page))[1]).toContain('an sinh ở');
});

test('replacing one by one and all at once, each a single step of undo; marks and the caret’s neighbours stay', async ({ page }) => {
  const story = await write(page);
  await page.keyboard.press('Control+h');
  const bar = page.getByRole('search', { name: 'Tìm và thay' });
  await bar.getByRole('button', { name: 'Đúng dấu' }).evaluate((button) => {
    if (button.getAttribute('aria-pressed') === 'true') (button as HTMLElement).click();
  });
  for (const name of ['Nguyên chữ', 'Đúng chữ hoa']) {
    await bar.getByRole('button', { name }).evaluate((button) => {
      if (button.getAttribute('aria-pressed') === 'true') (button as HTMLElement).click();
    });
  }
  await bar.getByRole('textbox', { name: 'Tìm chữ' }).fill('hoa binh');
  await expect(bar.getByRole('status')).toContainText('trên 2');
  await bar.getByRole('textbox', { name: 'Thay bằng' }).fill('Vĩnh Sa');
  await page.keyboard.press('Enter');
  expect(await lines(page)).toEqual(['Vĩnh Sa: đồng chí Đặng Văn Hoà dự hội nghị.', body[1]]);
  await expect(bar.getByRole('textbox', { name: 'Thay bằng' })).toBeFocused();

  await bar.getByRole('textbox', { name: 'Tìm chữ' }).fill('hoa');
  await bar.getByRole('textbox', { name: 'Thay bằng' }).fill('Hòa');
  await bar.getByRole('button', { name: 'Thay hết' }).click();
  await expect(page.getByText('Đã thay 3 chỗ.')).toBeVisible();
  expect(await lines(page)).toEqual(['Vĩnh Sa: đồng chí Đặng Văn Hòa dự hội nghị.', 'Ông Hòa phát biểu. An toàn, an ninh ở Hòa Bình.']);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  expect((await lines(page))[0]).toContain('Văn Hoà dự');
  await page.keyboard.press('Control+z');
  expect(await lines(page)).toEqual(body);
  await story.expectSaved();
});

test('a hit across bold and plain, in the headline and in a caption; text changed while the bar is open', async ({ page }) => {
  const story = await write(page);
  await story.headline.click();
  await page.keyboard.insertText('Hội nghị ở Vĩnh Sa');
  const first = page.locator('[data-story-page] > p:not([data-field])').first();
  await first.click();
  // The page acts on the selection it has been told of: each step waits until it was.
  for (const key of ['Home', 'Control+Shift+ArrowRight']) {
    await page.keyboard.press(key);
    await page.evaluate(() => new Promise<void>((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn()))));
  }
  await page.keyboard.press('Control+b');
  await expect(first.locator('strong')).toHaveCount(1);
  await page.keyboard.press('Control+f');
  const bar = page.getByRole('search');
  await bar.getByRole('textbox', { name: 'Tìm chữ' }).fill('hoa binh: dong');
  await expect(bar.getByRole('status')).toHaveText('1 trên 1');
  expect((await painted(page))[1]).toEqual(['Hòa Bình: đồng']);
  await bar.getByRole('textbox', { name: 'Tìm chữ' }).fill('hoi nghi');
  await expect(bar.getByRole('status')).toContainText('trên 2');
  await first.click();
  await page.keyboard.press('End');
  await page.keyboard.type(' Hội nghị');
  await expect(bar.getByRole('status')).toContainText('trên 3');
  await page.keyboard.press('Control+f');
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();
});
