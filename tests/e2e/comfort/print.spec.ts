import type { Page } from '@playwright/test';
import { readPdf } from '#tests/validators/read-pdf.ts';
import type { PdfPage } from '#tests/validators/read-pdf.ts';
import type { StoryPageObject } from '../pages/story-page.ts';
import { call } from '../screens/looks.ts';
import { clearToasts, furnish, writeTwin } from '../screens/newsroom.ts';
import type { Desk } from '../screens/survey.ts';
import { expect, openDesk, test } from '../screens/survey.ts';

/** The story on paper: all of it, black on white, and nothing of the window. */
let desk: Desk;
let story: StoryPageObject;

test.beforeAll(async ({ browser }) => {
  desk = await openDesk(browser);
  await furnish(desk.page);
  story = await writeTwin(desk.page);
  await clearToasts(desk.page);
  // The system's dialog can't be shown here: that it was asked for is kept, and Chromium then prints the same page to a PDF.
  await desk.page.evaluate(() => {
    const kept = window as unknown as { prints: number };
    kept.prints = 0;
    window.print = () => {
      kept.prints += 1;
    };
  });
});
test.afterEach(() => expect(desk.takeFaults()).toEqual([]));
test.afterAll(() => desk.close());

const asked = (page: Page): Promise<number> => page.evaluate(() => (window as unknown as { prints: number }).prints);
const toPaper = async (page: Page): Promise<PdfPage[]> => readPdf(await page.pdf({ preferCSSPageSize: true }));
const wholeText = (pages: readonly PdfPage[]): string => pages.flatMap(({ lines }) => lines).join(' ').replace(/\s+/g, ' ');

/** Words of the window around the page, and what only an empty page says. */
const chrome = ['Nộp bài', 'Tìm, ra lệnh', 'Mở gần đây', 'Có mạng', 'Danh bạ', 'In bản thảo', 'Tít phụ (nếu có)', 'Sapô (nếu có)', 'Tả ảnh cho người', 'Chọn ảnh', 'Thay ảnh'];

test('Ctrl+P and Enter: pages with everything that is printed, numbered and dated, in the dark theme as in the light', async () => {
  const { page } = desk;
  await call(page, 'settings.set', { interface: { theme: 'dark' } });
  await expect(page.locator('html')).toHaveAttribute('data-scheme', 'dark');
  await page.keyboard.press('Control+p');
  await expect(page.getByRole('dialog', { name: 'In bản thảo' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'In, hoặc lưu PDF' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(() => asked(page)).toBe(1);
  expect(await page.title()).toMatch(/^hoi-nghi-truc-tuyen/);

  await page.emulateMedia({ media: 'print' });
  const inks = await page.locator('[data-draft]').evaluate((place) =>
    [...new Set([place, ...place.querySelectorAll('*')].map((element) => `${getComputedStyle(element).color} on ${getComputedStyle(element).backgroundColor}`))].sort());
  expect(inks.filter((ink) => !/^rgb\((0, 0, 0|74, 74, 74)\) on rgba\(0, 0, 0, 0\)$/.test(ink))).toEqual([]);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toContain('light');
  await page.emulateMedia({ media: null });

  const pages = await toPaper(page);
  const text = wholeText(pages);
  expect(pages.length).toBeGreaterThanOrEqual(2);
  pages.forEach(({ lines }, index) => {
    expect(lines.join(' ')).toContain(`${index + 1} / ${pages.length}`);
    expect(lines.join(' ')).toMatch(/Bản nháp · lần lưu \d+ · in lúc \d+:\d\d, \d+\.\d+\.\d{4}/);
  });
  for (const part of ['Bảo tồn chợ nổi năm 2031', 'BVS - Ngày 19.11, tại Thủ đô Hà Nội', 'Toàn cảnh Hội nghị trực tuyến', 'mới ở lại với sông', 'Tin, ảnh: Mai Vàm', 'Người dự (7)', 'Đ/c Trần Quốc Thiệu', 'Chưa có ảnh']) expect(text).toContain(part);
  for (const word of chrome) expect(text).not.toContain(word);
  expect(pages.reduce((sum, { images }) => sum + images, 0)).toBe(1);
  // Printed, it is gone, and the window has its name back.
  await expect(page.locator('[data-draft]')).toHaveCount(0);
  await expect(page).toHaveTitle('Tòa Soạn');
});

test('attendees and photos stay out by choice, and the choice is kept', async () => {
  const { page } = desk;
  const before = await asked(page);
  await page.keyboard.press('Control+p');
  await page.getByRole('checkbox', { name: 'Kèm danh sách người dự' }).uncheck();
  await page.getByRole('checkbox', { name: 'Kèm ảnh' }).uncheck();
  await page.getByRole('radiogroup', { name: 'Giãn dòng' }).getByText('Vừa').click();
  await page.getByRole('button', { name: 'In, hoặc lưu PDF' }).click();
  await expect.poll(() => asked(page)).toBe(before + 1);
  const pages = await toPaper(page);
  const text = wholeText(pages);
  expect(text).not.toContain('Người dự (7)');
  expect(text).not.toContain('Chưa có ảnh');
  expect(text).toContain('Toàn cảnh Hội nghị trực tuyến');
  expect(pages.reduce((sum, { images }) => sum + images, 0)).toBe(0);
  const { interface: look } = (await call(page, 'settings.get', {})) as { interface: { print: unknown } };
  expect(look.print).toEqual({ attendees: false, photos: false, spacing: 'normal' });
});

test('the browser’s own print command prints the draft too, and the page it leaves is as it was', async () => {
  const { page } = desk;
  const before = await story.text.innerText();
  const text = wholeText(await toPaper(page));
  expect(text).toContain('Tin, ảnh: Mai Vàm');
  for (const word of chrome) expect(text).not.toContain(word);
  expect(await story.text.innerText()).toBe(before);
  await expect(page.locator('[data-draft]')).toHaveCount(0);
});
