import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from '../test.ts';
import { type Article, articles, photo, words } from './articles.ts';

/** The reporter's whole day by keyboard alone: paste, accept, photo, submit, approve, export, publish, read the portal's page. */

async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('Control+v');
}

/** Moves the focus with Tab until what is focused has this name; a person would see the ring arrive. */
async function tabTo(page: Page, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let step = 0; step < 120; step++) {
    const focused = await page.evaluate(() => {
      const at = document.activeElement;
      return at === null || !at.matches('button, a, input, summary') ? '' : `${at.getAttribute('aria-label') ?? ''} ${at.textContent ?? ''}`;
    });
    if (name.test(focused)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`Tab never came to ${String(name)}`);
}

/** The story as it should read everywhere: the article's words without the furniture that was named. */
const expected = (article: Article): readonly string[] => words(article.furniture.reduce((text, piece) => text.replace(piece, ''), article.text));

/** The same words in another order count too: headline and byline have their own places on a page. */
const sorted = (list: readonly string[]): readonly string[] => [...list].sort();

for (const article of articles) {
  test(`by keyboard alone, from paste to the portal's page: ${article.name}`, async ({ app, door }) => {
    await test.step('new story, paste, accept the whole proposal', async () => {
      await app.keyboard.press('Control+n');
      await expect(app.getByRole('button', { name: /Tin hội nghị/ })).toBeFocused();
      for (let step = 0; step < 3; step++) await app.keyboard.press('ArrowDown');
      await expect(app.getByRole('button', { name: /Trang trắng/ })).toBeFocused();
      await app.keyboard.press('Enter');
      await expect(app.locator('[data-story-page]')).toBeFocused();
      await paste(app, article.text);
      await expect(app.getByText(/Nhận cả \d+ mục/)).toBeVisible();
      await app.keyboard.press('Control+Shift+Enter');
      await expect(app.getByText('Đã bỏ ra')).toContainText('Ý kiến bạn đọc');
    });

    await test.step('everything is where it belongs', async () => {
      const page = app.locator('[data-story-page]');
      await expect(page.locator('[data-field="headline"]')).toHaveText(article.headline);
      await expect(page.locator('[data-field="byline"]')).toContainText('Tin, ảnh:');
      await expect(app.locator('[data-attendee]')).toHaveCount(article.attendees + 1);
    });

    await test.step('the photo for its caption', async () => {
      await app.keyboard.press('Alt+2');
      const chooser = app.waitForEvent('filechooser');
      await app.keyboard.press('F6');
      await tabTo(app, /Chọn ảnh|Thêm ảnh cho|ảnh 1/i);
      await app.keyboard.press('Enter');
      await (await chooser).setFiles(photo('hoi-nghi.jpg'));
      await expect(app.locator('[data-story-page] figure img')).toHaveJSProperty('complete', true);
    });

    await test.step('submit and approve', async () => {
      await expect(app.getByText('Đã lưu trên máy này')).toBeVisible();
      await app.keyboard.press('Control+Enter');
      await expect(app.getByText('Đã nộp').first()).toBeVisible();
      await app.keyboard.press('Control+Enter');
      await expect(app.getByText('Đã duyệt').first()).toBeVisible();
    });

    await test.step('export', async () => {
      const download = app.waitForEvent('download');
      await app.keyboard.press('Control+Shift+e');
      const file = await (await download).path();
      const html = readFileSync(file, 'utf8');
      expect(html).toContain('<h1');
      const reader = await app.context().newPage();
      await reader.setContent(html);
      expect(sorted(words(await reader.locator('article').innerText()))).toEqual(sorted(expected(article)));
      await reader.close();
    });

    await test.step('connect the sample portal and publish', async () => {
      await app.keyboard.press('F9');
      await expect(app.getByRole('heading', { name: 'Xem trước như bạn đọc thấy' })).toBeVisible();
      await tabTo(app, /Cổng mẫu/);
      await app.keyboard.press('Enter');
      await expect(app.getByRole('button', { name: /Đăng lên Cổng mẫu/ })).toBeEnabled();
      await app.keyboard.press('Control+Shift+Enter');
      await expect(app.getByText('Đã đăng').first()).toBeVisible({ timeout: 30_000 });
    });

    await test.step('the portal’s page reads the same, and there is one', async () => {
      const link = app.getByRole('link', { name: /Mở trang|Xem trang/ }).first();
      const address = await link.getAttribute('href');
      expect(address).not.toBeNull();
      const reader = await app.context().newPage();
      await reader.goto(address ?? '');
      expect(sorted(words(await reader.locator('article').innerText()))).toEqual(expect.arrayContaining(sorted(expected(article)).slice(0, 1)));
      const text = words(await reader.locator('article').innerText());
      for (const word of new Set(expected(article))) expect(text).toContain(word);
      await reader.goto(new URL('/', address ?? '').href);
      await expect(reader.getByRole('link', { name: article.headline })).toHaveCount(1);
      await reader.close();
      // Asked again: nothing is published twice.
      await app.keyboard.press('Control+Shift+Enter');
      const again = await app.context().newPage();
      await again.goto(new URL('/', address ?? '').href);
      await expect(again.getByRole('link', { name: article.headline })).toHaveCount(1);
      await again.close();
    });
    expect(door.process.exitCode).toBeNull();
  });
}
