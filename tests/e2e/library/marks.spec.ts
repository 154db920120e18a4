import type { Page } from '@playwright/test';
import type { StoryId } from '#core/base/ids.ts';
import type { Door } from '../door.ts';
import { newLibrary, startDoor } from '../door.ts';
import { listStories } from '../faults/desk.ts';
import { seedLibrary } from '../desk/seed.ts';
import { LibraryPage } from '../pages/library-page.ts';
import { StoryPageObject } from '../pages/story-page.ts';
import { call } from '../screens/looks.ts';
import { expect, test as base } from '../test.ts';

/** More stories than any list can draw at once. */
const many = 10_000;

const test = base.extend<{ readonly seeded: readonly StoryId[]; readonly door: Door }>({
  door: async ({ browserName: _browser }, use) => {
    const library = newLibrary();
    seedLibrary(library, many);
    const door = await startDoor({ library });
    await use(door);
    await door.stop();
  },
});

const focusedPlace = (page: Page): Promise<string | null> => page.evaluate(() => document.activeElement?.getAttribute('aria-posinset') ?? null);
const drawnRows = (page: Page): Promise<number> => page.getByRole('option').count();

test('ten thousand stories: any of them at once, few of them drawn, one undo for all of them', async ({ app, door }) => {
  const library = new LibraryPage(app);
  const marked = library.main.getByRole('toolbar', { name: 'Việc với các bài đã đánh dấu' });
  await library.show();
  await expect(library.rows.first()).toContainText('số 1');

  await test.step('the keys come everywhere; what is out of sight is not drawn', async () => {
    await library.search.press('ArrowDown');
    await expect.poll(() => focusedPlace(app)).toBe('1');
    await app.keyboard.press('End');
    await expect.poll(() => focusedPlace(app)).toBe(String(many));
    await expect(app.locator(':focus')).toContainText(`số ${many}`);
    expect(await drawnRows(app)).toBeLessThan(60);
    await expect(library.status).toContainText('10000 trong 10.000 bài');
    for (let step = 0; step < 3; step++) await app.keyboard.press('PageUp');
    const place = Number(await focusedPlace(app));
    expect(place).toBeLessThan(many - 20);
    await expect(app.locator(':focus')).toContainText(`số ${place}`);
    await expect(app.locator(':focus')).toBeInViewport();
    await app.keyboard.press('Home');
    await expect.poll(() => focusedPlace(app)).toBe('1');
  });

  await test.step('scrolled anywhere, the rows are there; the one with the focus keeps it', async () => {
    const scroller = library.main.locator('[role="listbox"]').locator('..');
    await scroller.evaluate((element) => { element.scrollTop = element.scrollHeight / 2; });
    await expect(library.rows.filter({ hasText: `số ${many / 2 + 1}` })).toHaveCount(1);
    expect(await focusedPlace(app)).toBe('1');
    await app.keyboard.press('ArrowDown');
    await expect.poll(() => focusedPlace(app)).toBe('2');
    await expect(app.locator(':focus')).toBeInViewport();
  });

  await test.step('all of them into the trash and out again, as one act', async () => {
    await app.keyboard.press('Control+a');
    await expect(marked).toContainText('10.000 bài đã đánh dấu');
    await app.keyboard.press('Delete');
    await expect(library.toasts).toContainText('Đã bỏ 10.000 bài vào thùng rác', { timeout: 60_000 });
    await expect(library.main).toContainText('Chưa có bài nào');
    await app.keyboard.press('F6');
    await app.keyboard.press('Control+z');
    await expect(library.toasts).toContainText('Đã lấy 10.000 bài ra khỏi thùng rác', { timeout: 60_000 });
    await expect(library.rows.first()).toContainText('số 1');
    expect((await call(app, 'library.counts', {}))).toMatchObject({ all: many, trash: 0 });
  });
  expect((await listStories(door.library)).length).toBeGreaterThan(0);
});

base('marks by keyboard and mouse, and what can be done with them', async ({ browser }) => {
  const folder = newLibrary();
  const seeded = seedLibrary(folder, 40);
  const door = await startDoor({ library: folder });
  const context = await browser.newContext({ hasTouch: true });
  const app = await context.newPage();
  await app.goto(door.url);
  const library = new LibraryPage(app);
  const bar = library.main.getByRole('toolbar', { name: 'Việc với các bài đã đánh dấu' });
  const marks = library.main.locator('[role="option"][aria-selected="true"]');
  const numbers = (): Promise<string[]> => marks.evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-posinset') ?? ''));
  await library.show();
  await expect(library.rows.first()).toContainText('số 1');
  await call(app, 'settings.set', { profile: { name: 'Lê Thùy Nhiên', penName: '', role: 'editor' } });

  await base.step('a click chooses, Ctrl adds, Shift draws a range, a plain click ends it', async () => {
    await library.rows.nth(1).click();
    expect(await numbers()).toEqual(['2']);
    await expect(bar).toBeHidden();
    await library.rows.nth(3).click({ modifiers: ['Control'] });
    await expect(bar).toContainText('2 bài đã đánh dấu');
    expect(await numbers()).toEqual(['2', '4']);
    await library.rows.nth(5).click({ modifiers: ['Shift'] });
    await expect.poll(numbers).toEqual(['4', '5', '6']);
    await library.rows.nth(0).click({ modifiers: ['Shift'] });
    await expect.poll(numbers).toEqual(['1', '2', '3', '4']);
    await library.rows.nth(2).click();
    await expect(bar).toBeHidden();
    expect(await numbers()).toEqual(['3']);
    await library.rows.nth(2).hover();
    await library.rows.nth(2).locator('[data-check]').click();
    await expect(bar).toContainText('1 bài đã đánh dấu');
    await app.keyboard.press('Escape');
    await expect(bar).toBeHidden();
  });

  await base.step('Space marks, arrows go on without losing it, Shift and arrows draw a range', async () => {
    await library.rows.nth(0).focus();
    await app.keyboard.press(' ');
    await app.keyboard.press('ArrowDown');
    await app.keyboard.press('ArrowDown');
    await app.keyboard.press(' ');
    expect(await numbers()).toEqual(['1', '3']);
    await app.keyboard.press('Shift+ArrowDown');
    await app.keyboard.press('Shift+ArrowDown');
    await expect.poll(numbers).toEqual(['3', '4', '5']);
    await app.keyboard.press('Escape');
  });

  const sectionOf = async (id: StoryId | undefined): Promise<string | undefined> => (await listStories(folder)).find((row) => row.id === id)?.section;
  await base.step('a section for several, and back to what each had', async () => {
    await library.rows.nth(0).focus();
    await app.keyboard.press(' ');
    await app.keyboard.press('Shift+ArrowDown');
    await bar.getByRole('button', { name: 'Chuyên mục' }).first().click();
    await app.getByRole('menuitemcheckbox', { name: 'Xã hội' }).click();
    await expect(library.toasts).toContainText('Đã xếp 2 bài vào Xã hội.');
    expect([await sectionOf(seeded[0]), await sectionOf(seeded[1])]).toEqual(['Xã hội', 'Xã hội']);
    await library.rows.nth(0).focus();
    await app.keyboard.press('Control+z');
    await expect(library.toasts).toContainText('Đã trả 2 bài về chuyên mục cũ');
    expect([await sectionOf(seeded[0]), await sectionOf(seeded[1])]).toEqual(['Kinh tế', 'Văn hóa']);
  });

  await base.step('handed in together: those that may be', async () => {
    await app.keyboard.press('Control+a');
    await expect(bar).toContainText('40 bài đã đánh dấu');
    await bar.getByRole('button', { name: 'Nộp bài' }).first().click();
    await expect(library.toasts).toContainText('Đã nộp 26 bài, chờ duyệt 14 bài đã nộp từ trước nên giữ nguyên.');
    await app.keyboard.press('Escape');
  });

  await base.step('the dots and the right button open the same menu; a double click opens the story', async () => {
    await library.rows.nth(4).click({ button: 'right' });
    await expect(app.getByRole('menuitem', { name: /^Bỏ vào thùng rác/ })).toBeVisible();
    await app.keyboard.press('Escape');
    await library.rows.nth(4).hover();
    await library.rows.nth(4).locator('[data-more]').click();
    await app.getByRole('menuitem', { name: /^Nhân bản/ }).click();
    await expect(library.toasts).toContainText('Đã nhân bản bài');
    await expect(library.status).toContainText('41 bài');
    const id = await library.rows.nth(3).getAttribute('data-story');
    const headline = (await listStories(folder)).find((row) => row.id === id)?.headline ?? 'no such story';
    await library.rows.nth(3).dblclick();
    const story = new StoryPageObject(app);
    await expect(story.headline).toHaveText(headline);
    await library.show();
  });

  await base.step('a finger opens; a long touch or the box marks, and then a finger marks', async () => {
    await library.rows.nth(2).locator('[data-check]').evaluate((box: HTMLElement) => box.click());
    await expect(bar).toContainText('1 bài đã đánh dấu');
    await library.rows.nth(4).tap();
    await expect(bar).toContainText('2 bài đã đánh dấu');
    await library.rows.nth(4).tap();
    await library.rows.nth(2).tap();
    await expect(bar).toBeHidden();
    await library.rows.nth(2).tap();
    await expect(new StoryPageObject(app).text).toBeVisible();
    await library.show();
  });

  await base.step('out of the trash for good, only after a yes', async () => {
    await library.rows.nth(0).focus();
    await app.keyboard.press('Delete');
    await expect(library.status).toContainText('40 bài');
    await library.command('thung rac');
    await expect(library.rows).toHaveCount(1);
    await expect(library.rows.first()).toContainText('Xóa hẳn sau 29 ngày');
    await library.rows.first().focus();
    await app.keyboard.press('Delete');
    await expect(app.getByRole('dialog', { name: 'Xóa hẳn 1 bài?' })).toBeVisible();
    await app.keyboard.press('Escape');
    await expect(library.rows).toHaveCount(1);
    await app.getByRole('button', { name: 'Dọn sạch thùng rác' }).click();
    await app.getByRole('dialog').getByRole('button', { name: 'Xóa hẳn' }).click();
    await expect(library.main).toContainText('Thùng rác trống');
    expect(await call(app, 'library.counts', {})).toMatchObject({ trash: 0 });
  });
  await context.close();
  await door.stop();
});
