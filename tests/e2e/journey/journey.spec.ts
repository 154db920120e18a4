import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { StoryPageObject } from '../pages/story-page.ts';
import { PublishPage } from '../pages/publish-page.ts';
import { expect, test } from '../test.ts';
import { type Article, articles, photo, words } from './articles.ts';

/** Moves the focus with Tab until a control of this name has it, as a person would who sees the ring arrive. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let step = 0; step < 150; step++) {
    const focused = await page.evaluate(() => {
      const at = document.activeElement;
      return at === null || !at.matches('button, a, input, summary') ? '' : at.getAttribute('aria-label') ?? at.textContent ?? '';
    });
    if (name.test(focused)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${String(name)}`);
}

/** The article's words without the furniture that was named; sorted, because headline and byline have their own places on a page. */
const expected = (article: Article): readonly string[] => words(article.furniture.reduce((text, piece) => text.replace(piece, ''), article.text)).toSorted();

/** What a reader can read of the article on this page, without `stamp`: words that are the page's own. */
async function readable(page: Page, stamp = ''): Promise<readonly string[]> {
  const whole = await page.getByRole('article').first().innerText();
  return words(whole.replace(stamp, '')).toSorted();
}

for (const article of articles) {
  test(`by keyboard alone, from paste to the portal's page: ${article.name}`, async ({ app }) => {
    const story = new StoryPageObject(app);
    const publish = new PublishPage(app);
    await app.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    // Listening from the start: the browser must know in time that nobody will see its own dialog.
    app.on('filechooser', (chooser) => void chooser.setFiles(photo('hoi-nghi.jpg')));

    await test.step('a blank story, the paste, the whole proposal', async () => {
      await app.keyboard.press('Control+n');
      await expect(app.getByRole('button', { name: /Tin hội nghị/ })).toBeFocused();
      for (let step = 0; step < 3; step++) await app.keyboard.press('ArrowDown');
      await expect(app.getByRole('button', { name: /Trang trắng/ })).toBeFocused();
      await app.keyboard.press('Enter');
      await expect(story.text).toBeFocused();
      await story.paste(article.text);
      await story.acceptProposal();
      for (const piece of article.furniture) await expect(story.toasts).toContainText(piece);
    });

    await test.step('everything is where it belongs', async () => {
      await expect(story.headline).toHaveText(article.headline);
      await expect(story.text.locator('[data-field="byline"]')).toContainText('Tin, ảnh:');
      await expect(story.text.locator('figure')).toHaveCount(1);
      await expect(story.attendees).toHaveCount(article.attendees + 1);
    });

    await test.step('the photo for its caption', async () => {
      await story.showPanel('photos');
      for (let region = 0; region < 5 && !(await story.panel.evaluate((panel) => panel.contains(document.activeElement))); region++) await app.keyboard.press('F6');
      await tabTo(app, /^Chọn tệp cho ảnh 1/);
      await app.keyboard.press('Enter');
      await expect(story.text.locator('figure img')).toHaveJSProperty('complete', true);
      await expect(story.panel.locator('img')).toHaveCount(1);
    });

    await test.step('submit, with a name the first time, and approve', async () => {
      await story.expectSaved();
      await app.keyboard.press('Control+Enter');
      await expect(app.getByRole('textbox', { name: 'Họ tên' })).toBeFocused();
      await app.keyboard.type('Lê Thùy Nhiên');
      await app.keyboard.press('Enter');
      await expect(story.title.getByRole('button', { name: /^Duyệt bài/ })).toBeVisible();
      await story.approve();
    });

    await test.step('the exported page reads the same', async () => {
      const download = app.waitForEvent('download');
      await app.keyboard.press('Control+Shift+e');
      const html = readFileSync(await (await download).path(), 'utf8');
      const reader = await app.context().newPage();
      await reader.setContent(html);
      expect(await readable(reader)).toEqual(expected(article));
      await reader.close();
    });

    await test.step('the sample portal, and publishing', async () => {
      await publish.show();
      await tabTo(app, /Mở Cổng mẫu/);
      await app.keyboard.press('Enter');
      await expect(publish.main.getByRole('radio', { name: /Cổng mẫu/ })).toBeChecked();
      await publish.publish();
    });

    await test.step('the portal’s page reads the same; asking again publishes nothing twice', async () => {
      const address = await publish.publishedUrl();
      const reader = await app.context().newPage();
      await reader.goto(address);
      // The portal prints when it was published; in the story's own HTML it takes no such element.
      const stamp = await reader.getByRole('article').locator('time').first().innerText();
      expect(await readable(reader, stamp)).toEqual(expected(article));
      const front = new URL('/', address).href;
      await reader.goto(front);
      await expect(reader.getByRole('link', { name: article.headline })).toHaveCount(1);
      await app.keyboard.press('Control+Shift+Enter');
      await expect(publish.jobs).toHaveCount(1);
      await reader.goto(front);
      await expect(reader.getByRole('link', { name: article.headline })).toHaveCount(1);
      await reader.close();
    });
  });
}
