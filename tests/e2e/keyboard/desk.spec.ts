import { readFileSync } from 'node:fs';
import { LibraryPage } from '../pages/library-page.ts';
import { PublishPage } from '../pages/publish-page.ts';
import { StoryPageObject } from '../pages/story-page.ts';
import { call } from '../screens/looks.ts';
import { expect, test } from '../test.ts';
import type { KeyboardUser } from './keyboard-user.ts';
import { openAtKeyboard } from './keyboard-user.ts';

/** A desk without a mouse, from the story in the library to the page on the portal. */
let user: KeyboardUser;
let story: StoryPageObject;
let library: LibraryPage;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async ({ browser }) => {
  user = await openAtKeyboard(browser);
  story = new StoryPageObject(user.page);
  library = new LibraryPage(user.page);
  await call(user.page, 'library.addSample', {});
});
test.afterEach(() => expect(user.watch.takeFaults()).toEqual([]));
test.afterAll(() => user.close());

const focusedRegion = (): Promise<string | null> => user.page.evaluate(() => document.activeElement?.closest('[data-region]')?.getAttribute('data-region') ?? null);

test('a story found without its accents, and opened', async () => {
  const { press, type } = user;
  await press('Control+Shift+Digit3');
  await expect(library.search).toBeFocused();
  await type('giu rung dau nguon');
  await expect(library.rows).toHaveCount(1);
  await press('ArrowDown');
  await expect(library.row('Giữ rừng đầu nguồn')).toBeFocused();
  await press('Enter');
  await expect(story.headline).toContainText('Giữ rừng đầu nguồn');
  await expect(story.text).toBeFocused();
});

test('handed in, with a name the first time', async () => {
  const { page, press, type } = user;
  await press('Control+Enter');
  await expect(page.getByRole('textbox', { name: 'Họ tên' })).toBeFocused();
  await type('Lê Thùy Nhiên');
  await press('Enter');
  await expect(story.title.getByRole('button', { name: /^Duyệt bài/ })).toBeVisible();
});

test('sent back with a word, handed in again, approved', async () => {
  const { page, press, type, goTo } = user;
  await press('Shift+F6');
  for (let region = 0; region < 5 && (await focusedRegion()) !== 'title'; region++) await press('Shift+F6');
  await goTo(/^Trả lại phóng viên/);
  await press('Enter');
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
  await type('Cần thêm ý kiến của người dân.');
  await goTo(/^Trả (?:lại|bài)/);
  await press('Enter');
  await expect(story.title.getByRole('button', { name: /^Nộp bài/ })).toBeVisible();
  await press('Control+Enter');
  await expect(story.title.getByRole('button', { name: /^Duyệt bài/ })).toBeVisible();
  await press('Control+Enter');
  await expect(story.title.getByRole('button', { name: /^Xem và đăng/ })).toBeVisible();
});

test('exported, and published to the portal', async () => {
  const { page, press, goTo } = user;
  const publish = new PublishPage(page);
  await press('F9');
  await expect(publish.previews).toHaveCount(3);
  for (let region = 0; region < 5 && (await focusedRegion()) !== 'title'; region++) await press('F6');
  await goTo(/^Xuất/);
  await press('Enter');
  await goTo(/HTML/, 'ArrowDown');
  const download = page.waitForEvent('download');
  await press('Enter');
  expect(readFileSync(await (await download).path(), 'utf8')).toContain('Giữ rừng đầu nguồn');
  await goTo(/^Mở Cổng mẫu/);
  await press('Enter');
  await expect(publish.main.getByRole('radio', { name: /Cổng mẫu/ })).toBeChecked();
  await press('Control+Shift+Enter');
  await expect(publish.jobs.first()).toHaveAttribute('data-state', 'done', { timeout: 30_000 });
  await press('Escape');
  await expect(story.text).toBeVisible();
});

test('a former version looked at and brought back', async () => {
  const { page, press, type, goTo } = user;
  await press('Control+Shift+Digit3');
  await expect(library.search).toBeFocused();
  await type('cau treo ban o');
  await expect(library.rows).toHaveCount(1);
  await press('ArrowDown');
  await press('Enter');
  await expect(story.headline).toContainText('Cầu treo');
  const former = (await story.headline.textContent()) ?? '';
  await press('Control+Home');
  await press('ArrowDown');
  await press('End');
  await type(' nữa');
  await story.expectSaved();
  await press('Control+Alt+v');
  await expect(page.getByRole('dialog').getByRole('option').first()).toBeFocused();
  await goTo(/^Khôi phục bản này/);
  await press('Enter');
  await expect(story.headline).toHaveText(former);
  await press('Control+z');
  await expect(story.headline).not.toHaveText(former);
});

test('into the trash and back', async () => {
  const { press } = user;
  await press('Control+Shift+Digit3');
  await expect(library.search).toBeFocused();
  await expect(library.rows).toHaveCount(2);
  await press('ArrowDown');
  await press('Delete');
  await expect(library.rows).toHaveCount(1);
  await press('Control+z');
  await expect(library.rows).toHaveCount(2);
});

test('the theme, the language, and a destination that fails its test', async () => {
  const { page, press, type, goTo } = user;
  await press('Control+Comma');
  await goTo(/^Tiếng Việt/);
  await press('ArrowRight');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await press('ArrowLeft');
  await expect(page.locator('html')).toHaveAttribute('lang', 'vi');
  await goTo(/^(?:Sáng|Tối|Theo máy|Theo hệ thống)/);
  const theme = await page.locator('html').getAttribute('data-theme');
  await press('ArrowRight');
  await expect(page.locator('html')).not.toHaveAttribute('data-theme', theme ?? 'none');

  await press('Control+Shift+Digit5');
  await goTo(/^Thêm nơi đăng/);
  await press('Enter');
  await type('Cổng Báo Vĩnh Sa');
  await press('Tab');
  await type('http://127.0.0.1:9');
  await press('Tab');
  await type('khong-dung');
  await press('Enter');
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Thử lại' })).toBeVisible();
  await press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('round the window with F6, on every screen, and back', async () => {
  const { press } = user;
  for (const screen of ['Control+Shift+Digit3', 'Control+Shift+Digit4', 'Control+Shift+Digit5', 'Control+Comma']) {
    await press(screen);
    await press('F6');
    const first = await focusedRegion();
    const round: (string | null)[] = [];
    for (let step = 0; step < 6; step++) {
      round.push(await focusedRegion());
      await press('F6');
      if ((await focusedRegion()) === first) break;
    }
    expect(new Set(round).size, screen).toBe(round.length);
    expect(round, screen).toEqual(expect.arrayContaining(['title', 'rail', 'page']));
    for (const region of [...round].reverse()) {
      await press('Shift+F6');
      expect(await focusedRegion(), screen).toBe(region);
    }
  }
  expect(await user.watch.stops(user.page)).toBeGreaterThan(40);
});
