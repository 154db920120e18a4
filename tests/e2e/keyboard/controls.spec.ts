import type { Locator, Page } from '@playwright/test';
import { appeared } from '../door.ts';
import { LibraryPage } from '../pages/library-page.ts';
import { article, clearToasts, furnish, openStory, writeTwin } from '../screens/newsroom.ts';
import type { Desk } from '../screens/survey.ts';
import { expect, openDesk, test } from '../screens/survey.ts';
import type { FocusWatch } from './focus-watch.ts';
import { watchFocus } from './focus-watch.ts';

// Surveys wait for frames and animations, which a busy machine may swallow; what is surveyed does not change between tries.
test.describe.configure({ retries: 1 });

/** What a window that is worked by keyboard alone owes: a way to everything, a way back from everything, and words for what is current. */
let desk: Desk;
let watch: FocusWatch;

test.beforeAll(async ({ browser }) => {
  desk = await openDesk(browser);
  await furnish(desk.page);
  await writeTwin(desk.page);
  watch = await watchFocus(desk.context, { mayPoint: true });
  await desk.page.reload();
  await appeared(desk.page);
});
test.afterEach(() => expect([...desk.takeFaults(), ...watch.takeFaults()]).toEqual([]));
test.afterAll(() => desk.close());

const focusedRegion = (page: Page): Promise<string | null> => page.evaluate(() => document.activeElement?.closest('[data-region]')?.getAttribute('data-region') ?? null);

/** Visible stops of Tab that Tab does not come to, going round once. */
async function unreached(page: Page): Promise<readonly string[]> {
  await page.evaluate(() => {
    for (const old of document.querySelectorAll('[data-reached]')) old.removeAttribute('data-reached');
  });
  for (let step = 0; step < 120; step++) {
    await page.keyboard.press('Tab');
    const isRound = await page.evaluate(async () => {
      // The watch looks at what stays for two frames.
      for (let frame = 0; frame < 3; frame++) await new Promise<void>((drawn) => requestAnimationFrame(() => drawn()));
      const at = document.activeElement;
      if (at === null || at === document.body) return false;
      if (at.hasAttribute('data-reached')) return true;
      at.setAttribute('data-reached', '');
      return false;
    });
    if (isRound) break;
  }
  return page.evaluate(() =>
    [...document.querySelectorAll('button, a[href], input, select, textarea, [tabindex="0"], [contenteditable="true"]')]
      .filter((one) => one.checkVisibility({ opacityProperty: false, visibilityProperty: true }) && one.getAttribute('tabindex') !== '-1' && !one.hasAttribute('data-reached') && !one.matches('[data-base-ui-focus-guard], [type="radio"]:not(:checked)'))
      .map((one) => one.getAttribute('aria-label') ?? one.textContent ?? one.tagName),
  );
}

/** Opens with a key, leaves with Esc, and is where it was. */
async function goAndReturn(page: Page, key: string, opened: Locator): Promise<void> {
  const before = await page.evaluateHandle(() => document.activeElement);
  await page.keyboard.press(key);
  await expect(opened).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(opened).toBeHidden();
  await expect.poll(() => before.evaluate((element) => element === document.activeElement)).toBe(true);
}

test('F6 goes round the regions, Shift F6 goes back', async () => {
  const { page, settle } = desk;
  const story = await openStory(page, article.headline);
  await clearToasts(page);
  await story.headline.click();
  await settle();
  const regions = ['panel', 'status', 'title', 'rail', 'page'];
  for (const region of regions) {
    await page.keyboard.press('F6');
    await settle();
    expect(await focusedRegion(page)).toBe(region);
  }
  await expect(story.text).toBeFocused();
  for (const region of ['rail', 'title', 'status', 'panel', 'page']) {
    await page.keyboard.press('Shift+F6');
    await settle();
    expect(await focusedRegion(page)).toBe(region);
  }
});

test('Tab comes to every control: writing, library, directory, outbox, settings', async () => {
  const { page, settle } = desk;
  const story = await openStory(page, article.headline);
  await clearToasts(page);
  for (const tab of ['people', 'photos', 'info', 'review'] as const) {
    await story.showPanel(tab);
    // The panels nobody looks at first are fetched when they are asked for.
    await expect(story.panel.locator(':scope > :not([role="toolbar"])').first()).toBeVisible();
    await settle();
    expect(await unreached(page)).toEqual([]);
  }
  const library = new LibraryPage(page);
  await library.show();
  await expect(library.rows.first()).toBeVisible();
  expect(await unreached(page)).toEqual([]);
  for (const [key, title] of [['Control+Shift+Digit4', 'Danh bạ'], ['Control+Shift+Digit5', 'Hộp gửi'], ['Control+,', 'Cài đặt']] as const) {
    await page.keyboard.press(key);
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await settle();
    expect(await unreached(page)).toEqual([]);
  }
  expect(await watch.stops(page)).toBeGreaterThan(150);
});

test('with forced colours every stop still shows: writing, library, settings', async () => {
  const { page, settle } = desk;
  await page.emulateMedia({ forcedColors: 'active' });
  await openStory(page, article.headline);
  expect(await unreached(page)).toEqual([]);
  for (const key of ['Control+Shift+Digit3', 'Control+Comma']) {
    await page.keyboard.press(key);
    await settle();
    expect(await unreached(page)).toEqual([]);
  }
  await page.emulateMedia({ forcedColors: null });
});

test('Esc leads back to where one was: palette, dialog, menu, toolbar, panel, rail', async () => {
  const { page, settle } = desk;
  const story = await openStory(page, article.headline);
  await clearToasts(page);
  await story.headline.click();
  await settle();
  await goAndReturn(page, 'Control+k', page.getByRole('combobox', { name: 'Tìm bài, người, lệnh' }));
  await goAndReturn(page, 'Alt+n', page.getByRole('dialog'));
  await story.rail.getByRole('button', { name: 'Tin mới' }).focus();
  await goAndReturn(page, 'Enter', page.getByRole('dialog'));
  await story.title.locator('[aria-haspopup="menu"]').first().focus();
  await goAndReturn(page, 'Enter', page.getByRole('menu'));
  await page.keyboard.press('Alt+F10');
  await expect(story.main.getByRole('toolbar').getByRole('button').first()).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Escape');
  await expect(story.text).toBeFocused();

  await page.keyboard.press('Alt+F10');
  for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowRight');
  await goAndReturn(page, 'Enter', page.getByRole('menu'));
  await page.keyboard.press('Escape');
  await expect(story.text).toBeFocused();

  await page.setViewportSize({ width: 900, height: 700 });
  await settle();
  await goAndReturn(page, 'Alt+1', story.panel.getByRole('heading', { name: 'Người dự' }));
  await expect(story.text).toBeFocused();
  await page.keyboard.press('Control+Alt+l');
  await expect.poll(() => focusedRegion(page)).toBe('rail');
  await page.keyboard.press('Escape');
  await expect(story.text).toBeFocused();
  await page.setViewportSize({ width: 1280, height: 800 });
});

test('the text points at what @ and / offer, and at nothing when they are gone', async () => {
  const { page, settle } = desk;
  const story = await openStory(page, article.headline);
  await clearToasts(page);
  await story.text.locator(':scope > p', { hasText: 'Hội nghị cũng đã dành' }).click({ position: { x: 8, y: 8 } });
  for (const key of ['Home', 'Enter', 'ArrowUp']) {
    await settle();
    await page.keyboard.press(key);
  }
  await settle();
  const options = page.getByRole('listbox').getByRole('option');
  const current = (): Promise<string | null> =>
    story.text.evaluate((text) => document.getElementById(text.getAttribute('aria-activedescendant') ?? '')?.textContent ?? null);
  for (const sign of ['@', '/']) {
    await page.keyboard.type(sign);
    await expect(options.nth(1)).toBeVisible();
    await expect(story.text).toHaveAttribute('aria-controls', (await page.getByRole('listbox').getAttribute('id')) ?? '');
    expect(await current()).toBe(await options.first().textContent());
    await page.keyboard.press('ArrowDown');
    await expect.poll(current).toBe(await options.nth(1).textContent());
    await page.keyboard.press('Escape');
    await expect(page.getByRole('listbox')).toBeHidden();
    for (const told of ['aria-activedescendant', 'aria-controls', 'aria-haspopup']) await expect(story.text).not.toHaveAttribute(told);
    await page.keyboard.press('Backspace');
    await settle();
  }
});
