import type { Page } from '@playwright/test';
import { LibraryPage } from '../pages/library-page.ts';
import { StoryPageObject } from '../pages/story-page.ts';
import { call } from '../screens/looks.ts';
import type { Desk } from '../screens/survey.ts';
import { expect, openDesk, test } from '../screens/survey.ts';
import { caretTop, longStory, paragraph, scroller, settle } from './long-story.ts';

/** Type size, width, paper and hours of the page: kept, at once, and nothing moves that need not. */
let desk: Desk;

test.beforeAll(async ({ browser }) => {
  desk = await openDesk(browser);
  await longStory(desk.page, 12);
});
test.beforeEach(async () => {
  await call(desk.page, 'settings.set', { interface: { language: 'vi', theme: 'light', paper: 'as-theme', textSize: 18, pageWidth: 'normal' } });
  await expect(desk.page.locator('html')).toHaveAttribute('data-text-size', '18');
});
test.afterEach(() => expect(desk.takeFaults()).toEqual([]));
test.afterAll(() => desk.close());

const typeOf = (page: Page): Promise<string> =>
  page.locator('[data-story-page] > p').nth(4).evaluate((element) => `${getComputedStyle(element).fontSize}/${getComputedStyle(element).lineHeight}`);

/** Keys that nobody took: with Ctrl they are the door's own, its zoom among them. */
const watchKeys = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const kept = window as unknown as { leftOver?: string[] };
    if (kept.leftOver === undefined) {
      addEventListener('keydown', (event) => {
        if (!['Control', 'Shift'].includes(event.key) && !event.defaultPrevented) kept.leftOver?.push(event.key);
      });
    }
    kept.leftOver = [];
  });
const leftOver = (page: Page): Promise<string[] | undefined> => page.evaluate(() => (window as unknown as { leftOver?: string[] }).leftOver);

test('the zoom keys change the type of the page alone, and the caret’s line stays where it is', async () => {
  const { page } = desk;
  await paragraph(new StoryPageObject(page), 6).click();
  const before = await caretTop(page);
  const window = await page.evaluate(() => ({ ratio: devicePixelRatio, width: innerWidth, scale: visualViewport?.scale }));
  await watchKeys(page);
  const sizes: string[] = [];
  for (const key of ['Control+=', 'Control+Shift+Equal', 'Control+NumpadAdd', 'Control+=', 'Control+=', 'Control+=', 'Control+-', 'Control+0', 'Control+-', 'Control+NumpadSubtract']) {
    await page.keyboard.press(key);
    await settle(page);
    sizes.push(await typeOf(page));
    expect(Math.abs((await caretTop(page)) - before), key).toBeLessThan(12);
  }
  expect(sizes).toEqual(['20px/32px', '22px/36px', '24px/40px', '28px/44px', '32px/52px', '32px/52px', '28px/44px', '18px/28px', '16px/28px', '16px/28px']);
  expect(await leftOver(page)).toEqual([]);
  expect(await page.evaluate(() => ({ ratio: devicePixelRatio, width: innerWidth, scale: visualViewport?.scale }))).toEqual(window);
  await page.keyboard.press('Control+=');
  await page.keyboard.press('Control+=');
  await expect.poll(async () => (await call(page, 'settings.get', {}) as { interface: { textSize: number } }).interface.textSize).toBe(20);
});

test('on the other screens the same keys stay the window’s own', async () => {
  const { page } = desk;
  await new LibraryPage(page).show();
  await watchKeys(page);
  await page.keyboard.press('Control+=');
  await page.keyboard.press('Control+0');
  expect(await leftOver(page)).toEqual(['=', '0']);
  await page.locator('[data-region="rail"] button', { hasText: 'Tin chưa có tít' }).click();
  await expect(page.locator('[data-story-page]')).toBeVisible();
});

test('three widths, from the keyboard and the page’s menu; a narrow window takes the margins first and the labels then', async () => {
  const { page } = desk;
  const width = (): Promise<number> => page.locator('[data-story-page]').evaluate((element) => element.getBoundingClientRect().width);
  const label = (): Promise<string> => page.locator('[data-field="lede"]').evaluate((element) => getComputedStyle(element, '::after').display);
  await page.setViewportSize({ width: 1600, height: 900 });
  await page.locator('[data-field="lede"]').click();
  await page.keyboard.type('Sapô của bài.');
  await page.keyboard.press('Control+Alt+w');
  await expect.poll(width).toBe(720);
  await page.keyboard.press('Control+Alt+w');
  await expect.poll(width).toBe(512);
  await page.getByRole('button', { name: /^Trang: cỡ chữ/ }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Trang rộng' }).click();
  await expect.poll(width).toBe(720);
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 1280, height: 800 });
  expect(await width()).toBe(592);
  expect(await label()).not.toBe('none');
  // Label and window's edge: the gutter has room for it wherever it is shown.
  for (const size of [1200, 1100, 960, 900, 760, 700, 640, 500, 360, 320]) {
    await page.setViewportSize({ width: size, height: 700 });
    await settle(page);
    const room = await page.locator('[data-story-page]').evaluate((element) => element.getBoundingClientRect().left - (element.closest('[data-scrolls]')?.getBoundingClientRect().left ?? 0));
    expect(room, `${size}`).toBeGreaterThanOrEqual(20);
    if ((await label()) !== 'none') expect(room, `${size}`).toBeGreaterThanOrEqual(56);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
});

test('light paper in the dark app: the page alone is light, and what floats over it is dark', async () => {
  const { page } = desk;
  const ground = (selector: string): Promise<string> => page.locator(selector).first().evaluate((element) => getComputedStyle(element).backgroundColor);
  const paper = await ground('[data-scrolls="page"]').then(async (none) => (none === 'rgba(0, 0, 0, 0)' ? ground('[data-region="page"]') : none));
  await call(page, 'settings.set', { interface: { theme: 'dark' } });
  await expect(page.locator('html')).toHaveAttribute('data-scheme', 'dark');
  const night = await ground('body');
  await page.locator('[data-field="lede"]').click();
  await page.keyboard.press('Control+Alt+s');
  await expect(page.locator('html')).toHaveAttribute('data-paper', 'light');
  expect(await ground('[data-scrolls="page"]')).toBe(paper);
  expect(await ground('body')).toBe(night);
  await paragraph(new StoryPageObject(page), 12).click();
  for (const key of ['Control+End', 'ArrowUp', 'End', 'Enter', '/']) {
    await page.keyboard.press(key);
    await settle(page);
  }
  const menu = page.getByRole('listbox');
  await expect(menu).toBeVisible();
  expect(await menu.evaluate((element) => getComputedStyle(element).backgroundColor)).not.toBe(paper);
  expect(await menu.evaluate((element) => getComputedStyle(element).colorScheme)).toBe('dark');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
});

test('by the hour: dark comes in the evening without moving anything, and the next start is dark before it has asked', async ({ browser }) => {
  const context = await browser.newContext({ colorScheme: 'light', timezoneId: 'Asia/Ho_Chi_Minh' });
  const page = await context.newPage();
  await page.clock.install({ time: new Date('2026-11-22T17:58:00+07:00') });
  await page.goto(desk.door.url);
  await page.locator('[data-story-page]').waitFor();
  const root = page.locator('html');
  await page.keyboard.press('Control+Alt+h');
  await expect(root).toHaveAttribute('data-theme', 'light');
  const places = (): Promise<string> => page.evaluate(() => JSON.stringify([...document.querySelectorAll('[data-region], [data-story-page] > *')].map((element) => element.getBoundingClientRect())));
  const before = await places();
  await page.clock.fastForward('01:30');
  await expect(root).toHaveAttribute('data-theme', 'light');
  await page.clock.fastForward('01:00');
  await expect(root).toHaveAttribute('data-theme', 'dark');
  expect(await places()).toBe(before);

  // The next start, held back before any of its script: only what was kept can have made it dark.
  await page.route('**/assets/*.js', () => new Promise(() => undefined));
  await page.goto(desk.door.url.replace(/#.*$/, ''), { waitUntil: 'commit' });
  await expect(root).toHaveAttribute('data-theme', 'dark');
  expect(await page.evaluate(() => document.querySelector('[data-region]'))).toBeNull();
  await context.close();
});

test('every choice stands in Settings, and the sample line there wears it', async () => {
  const { page } = desk;
  await page.keyboard.press('Control+,');
  await page.getByRole('radiogroup', { name: 'Cỡ chữ' }).getByText('24').click();
  await page.getByRole('radiogroup', { name: 'Bề ngang' }).getByText('Rộng').click();
  await page.getByRole('radiogroup', { name: 'Sáng, tối' }).getByText('Theo giờ').click();
  await page.getByRole('combobox', { name: 'Tối từ' }).selectOption('19:30');
  await page.getByRole('checkbox', { name: /giấy sáng/ }).check();
  await expect.poll(async () => (await call(page, 'settings.get', {}) as { interface: object }).interface).toMatchObject({ textSize: 24, pageWidth: 'wide', theme: 'hours', evening: { from: '19:30', to: '06:00' }, paper: 'light' });
  expect(await page.locator('p[data-paper-ground]').evaluate((element) => getComputedStyle(element).fontSize)).toBe('24px');
  expect(await scroller(page).count()).toBe(0);
});
