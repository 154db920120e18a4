import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { DesktopApp } from '#tests/electron-double/driver/desktop-app.ts';
import { readPdf } from '#tests/validators/read-pdf.ts';
import { articles, photo } from '../journey/articles.ts';
import { PublishPage } from '../pages/publish-page.ts';
import { StoryPageObject } from '../pages/story-page.ts';
import { dropFile, expect, menuPath, test } from './desktop.ts';

const [article] = articles;
if (article === undefined) throw new Error('the sample newsroom has no article');
const sentence = 'Mười hai xã vùng đầu nguồn cam kết kiện toàn tổ bảo vệ rừng trước ngày 15.12.';

test('a day’s work: write, menu, photo, export, publish', async ({ start }) => {
  const app: DesktopApp = await start();
  const page: Page = await app.page();
  const story = new StoryPageObject(page);

  await test.step('the native menu begins a story, and its caret is in it', async () => {
    await expect(story.status).toBeVisible();
    await expect.poll(async () => (await app.menu())?.length ?? 0).toBeGreaterThan(3);
    await app.clickMenu(...(await menuPath(app, 'CommandOrControl+N')));
    await page.getByRole('button', { name: /Trang trắng/ }).press('Enter');
    await expect(story.text).toBeFocused();
  });

  await test.step('a pasted article is recognised, Vietnamese typed into it, all saved', async () => {
    await story.paste(article.text);
    await story.acceptProposal();
    await expect(story.headline).toHaveText(article.headline);
    await expect(story.attendees).toHaveCount(article.attendees + 1);
    await story.text.locator('> p:not([data-field])').last().click();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.type(sentence);
    await story.expectSaved();
    await expect(story.title).toContainText('Đã lưu trên máy này');
  });

  await test.step('the menu shows the keys and leaves them to the page', async () => {
    const lines = ((await app.menu()) ?? []).flatMap((line) => line.submenu ?? []);
    expect(lines.filter(({ accelerator, registerAccelerator }) => accelerator !== null && registerAccelerator)).toEqual([]);
  });

  await test.step('a photo is dropped on its caption, and shown from its own scheme', async () => {
    await dropFile(page, '[data-part="caption"]', photo('tram-rung.jpg'), 'image/jpeg');
    const shown = story.text.locator('figure img');
    await expect(shown).toHaveCount(1);
    await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0 && !image.src.startsWith('blob:'))).toBe(true);
    await story.expectSaved();
  });

  await test.step('a text that is dropped on the page becomes its paragraphs', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'toasoan-drop-'));
    writeFileSync(join(folder, 'bo-sung.txt'), 'Lâm trường góp thêm hai xe bồn.');
    await dropFile(page, '[data-part="caption"]', join(folder, 'bo-sung.txt'), 'text/plain');
    await expect(story.text.locator('> p', { hasText: 'Lâm trường góp thêm hai xe bồn.' })).toHaveCount(1);
    await story.expectSaved();
  });

  await test.step('an export asks where to, proposes documents, and shows its file', async () => {
    const target = join(mkdtempSync(join(tmpdir(), 'toasoan-export-')), 'rừng.html');
    await app.answerDialog('save', target);
    await page.keyboard.press('Control+Shift+e');
    await expect.poll(() => existsSync(target)).toBe(true);
    expect(readFileSync(target, 'utf8')).toContain(sentence);
    const { dialogs } = await app.records();
    expect(dialogs).toMatchObject([{ dialog: 'save', wasScripted: true }]);
    const { defaultPath } = dialogs[0]?.options as { readonly defaultPath: string };
    expect(defaultPath.startsWith(app.documents)).toBe(true);
    expect(defaultPath).toMatch(/\.html$/u);
    await page.getByRole('button', { name: 'Mở thư mục' }).click();
    await expect.poll(async () => (await app.records()).shown).toEqual([target]);
  });

  await test.step('a draft becomes a PDF where the dialog says, and the page is as it was', async () => {
    const target = join(mkdtempSync(join(tmpdir(), 'toasoan-draft-')), 'rừng.pdf');
    await page.keyboard.press('Control+p');
    await app.answerDialog('save', target);
    await page.getByRole('button', { name: 'Lưu PDF' }).click();
    await expect.poll(() => existsSync(target), { timeout: 30_000 }).toBe(true);
    const pages = readPdf(readFileSync(target));
    expect(pages.flatMap(({ lines }) => lines).join(' ').replace(/\s+/gu, ' ')).toContain(article.headline);
    const { defaultPath, filters } = (await app.records()).dialogs.at(-1)?.options as { readonly defaultPath: string; readonly filters: readonly unknown[] };
    expect(defaultPath).toMatch(/\/[a-z0-9-]+\.pdf$/u);
    expect(filters).toEqual([{ name: 'PDF', extensions: ['pdf'] }]);
    await expect(page.getByText('rừng.pdf')).toBeVisible();
    await expect(page.locator('[data-draft]')).toHaveCount(0);
    await expect(story.text).toBeVisible();
  });

  await test.step('a dialog that is cancelled writes nothing and says nothing', async () => {
    await app.answerDialog('save', null);
    const before = (await app.records()).dialogs.length;
    await page.keyboard.press('Control+Shift+e');
    await expect.poll(async () => (await app.records()).dialogs.length).toBe(before + 1);
    const { defaultPath } = (await app.records()).dialogs.at(-1)?.options as { readonly defaultPath: string };
    // Where the last one went.
    expect(defaultPath.startsWith(app.documents)).toBe(false);
    await expect(page.getByRole('alert')).toHaveCount(0);
  });

  await test.step('a file nobody can read is named', async () => {
    const invitation = join(mkdtempSync(join(tmpdir(), 'toasoan-drop-')), 'giay-moi.docx');
    writeFileSync(invitation, 'PK');
    await dropFile(page, '[data-part="caption"]', invitation, '');
    await expect(page.getByText('Chưa đọc được “giay-moi.docx”').first()).toBeVisible();
  });

  await test.step('publishing to the sample portal, with three previews of its own scheme', async () => {
    const publish = new PublishPage(page);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('textbox', { name: 'Họ tên' }).fill('Lê Thùy Nhiên');
    await page.keyboard.press('Enter');
    await expect(story.title.getByRole('button', { name: /^Duyệt bài/ })).toBeVisible();
    await story.approve();
    await publish.show();
    await expect(publish.previews.first().contentFrame().getByText(sentence.slice(0, 30))).toBeVisible();
    await publish.startSamplePortal();
    await publish.publish();
    const published = await fetch(await publish.publishedUrl());
    expect(await published.text()).toContain(article.headline);
  });
});
