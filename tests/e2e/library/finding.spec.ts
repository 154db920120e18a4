import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { photo } from '../journey/articles.ts';
import { newLibrary, startDoor } from '../door.ts';
import { paragraphs } from '../desk/stories.ts';
import { seedLibrary } from '../desk/seed.ts';
import { LibraryPage } from '../pages/library-page.ts';
import { StoryPageObject } from '../pages/story-page.ts';
import { call } from '../screens/looks.ts';
import { expect, test } from '../test.ts';

interface Dropped {
  readonly name: string;
  readonly type: string;
  readonly base64: string;
}

/** Drops files onto the middle of the window, the way a file manager does. */
async function drop(page: Page, files: readonly Dropped[]): Promise<void> {
  await page.evaluate((dropped) => {
    const transfer = new DataTransfer();
    for (const { name, type, base64 } of dropped) transfer.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name, { type }));
    const target = document.querySelector('main') ?? document.body;
    for (const kind of ['dragover', 'drop']) target.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: transfer }));
  }, files);
}

const text = (name: string, content: string): Dropped => ({ name, type: 'text/plain', base64: Buffer.from(content, 'utf8').toString('base64') });
const picture = (name: string): Dropped => ({ name, type: 'image/jpeg', base64: readFileSync(photo(name)).toString('base64') });

test('filters, accents, and a way on where nothing is found', async ({ page }) => {
  const folder = newLibrary();
  seedLibrary(folder, 60);
  const door = await startDoor({ library: folder });
  const library = new LibraryPage(page);
  await library.open(door.url);
  await call(page, 'story.create', { document: paragraphs('Nam sen nở sớm', 'Không có dấu.') });
  await library.show();
  await expect(library.status).toContainText('61 bài');
  const choose = async (filter: string, choice: string): Promise<void> => {
    await library.main.getByRole('button', { name: filter, exact: true }).click();
    await page.getByRole('menuitemcheckbox', { name: choice, exact: true }).click();
  };
  const count = (stories: number): Promise<void> => expect(library.status).toContainText(`trong ${stories} bài`);

  await test.step('each filter alone and together, taken off one by one', async () => {
    await choose('Người viết', 'Lý Minh Thảo');
    await count(20);
    await choose('Chuyên mục', 'Kinh tế');
    await count(5);
    await library.main.getByRole('button', { name: 'Có ảnh' }).click();
    await expect(library.main).toContainText('Chưa có bài nào như vậy');
    await expect(library.main).toContainText('3 bộ lọc đang bật.');
    await library.main.getByRole('button', { name: 'Bỏ lọc Có ảnh' }).click();
    await count(5);
    await library.main.getByRole('button', { name: 'Bỏ lọc Kinh tế' }).click();
    await library.main.getByRole('button', { name: 'Bỏ lọc Lý Minh Thảo' }).click();
    await count(61);
  });

  await test.step('accents: as typed, or as asked', async () => {
    await library.search.fill('nam sen');
    await expect(library.main.getByRole('status').first()).toContainText('không phân biệt dấu');
    const blind = Number(/trong (\d+) bài/.exec((await library.status.textContent()) ?? '')?.[1]);
    expect(blind).toBeGreaterThan(20);
    await library.main.getByRole('button', { name: 'Phân biệt dấu', exact: true }).click();
    await count(1);
    await expect(library.rows.first()).toContainText('Nam sen nở sớm');
    await library.search.fill('nám sen');
    await expect(library.main).toContainText(`Không phân biệt dấu thì có ${blind} bài.`);
    await library.main.getByRole('button', { name: 'Không phân biệt dấu' }).last().click();
    await count(blind);
    await library.search.press('Escape');
    await library.search.press('Escape');
  });

  await test.step('a narrow window keeps the filters in one menu', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await library.main.getByRole('button', { name: 'Lọc', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Tình trạng' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Đã đăng' }).click();
    await count(10);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await library.main.getByRole('button', { name: 'Bỏ lọc Đã đăng' }).click();
    await count(61);
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  await test.step('a list is found again where it was left', async () => {
    const scroller = library.main.locator('[role="listbox"]').locator('..');
    await scroller.evaluate((element) => { element.scrollTop = 1_500; });
    const seen = library.rows.filter({ hasText: 'số 24' });
    await expect(seen).toBeInViewport();
    await page.keyboard.press('Control+Shift+Digit4');
    await library.show();
    await expect(seen).toBeInViewport();
  });
  await door.stop();
});

test('dropped files become stories, or are refused by name', async ({ app }) => {
  const library = new LibraryPage(app);
  const story = new StoryPageObject(app);
  await library.show();
  await test.step('a text is recognised like a paste', async () => {
    await drop(app, [text('cau-treo.txt', 'Cầu treo Bản Ỏ thông xe\nBVS - Ngày 19.11, tại xã Nậm Sen, cầu treo Bản Ỏ đã thông xe.\nTin, ảnh: Thùy Nhiên')]);
    await expect(story.text).toContainText('Cầu treo Bản Ỏ thông xe');
    await expect(story.accept).toBeVisible();
    await library.show();
  });
  await test.step('several texts are a story each, taken back together', async () => {
    await drop(app, [text('mot.txt', 'Tin thứ nhất'), text('hai.txt', 'Tin thứ hai'), text('trong.txt', '')]);
    await expect(library.toasts).toContainText('Đã đưa vào 2 bài');
    await expect(library.toasts).toContainText('“trong.txt” không có chữ nào.');
    await expect(library.rows).toHaveCount(3);
    await library.rows.first().focus();
    await app.keyboard.press('Control+z');
    await expect(library.rows).toHaveCount(1);
  });
  await test.step('photos are one photo essay', async () => {
    await drop(app, [picture('hoi-nghi.jpg')]);
    await expect(story.text.locator('figure img')).toHaveCount(1);
    await expect(story.text.locator('figure')).toHaveCount(1);
    await library.show();
  });
  await test.step('anything else is named and changes nothing', async () => {
    await drop(app, [{ name: 'bao-cao.docx', type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', base64: 'UEs=' }]);
    await expect(library.toasts).toContainText('Chưa đưa vào được “bao-cao.docx”');
    await expect(library.rows).toHaveCount(2);
  });
});
