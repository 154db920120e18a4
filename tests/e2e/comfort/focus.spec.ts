import type { Page } from '@playwright/test';
import type { StoryPageObject } from '../pages/story-page.ts';
import { call } from '../screens/looks.ts';
import type { Desk } from '../screens/survey.ts';
import { expect, openDesk, test } from '../screens/survey.ts';
import { typist } from '../typing/vietnamese-typist.ts';
import { caretTop, longStory, paragraph, scroller, settle } from './long-story.ts';

/** Only the page is left, and the line that is being written stays where it is. */
let desk: Desk;
let story: StoryPageObject;

test.beforeAll(async ({ browser }) => {
  desk = await openDesk(browser);
  story = await longStory(desk.page, 14);
});
test.beforeEach(async () => {
  await desk.page.setViewportSize({ width: 1280, height: 800 });
  await call(desk.page, 'settings.set', { interface: { theme: 'light', typewriter: false, dimOthers: false } });
});
test.afterEach(() => expect(desk.takeFaults()).toEqual([]));
test.afterAll(() => desk.close());

/** Every block of the story, and how far it is scrolled. */
const places = (page: Page): Promise<string> =>
  page.evaluate(() => JSON.stringify([document.querySelector('[data-scrolls]')?.scrollTop, ...[...document.querySelectorAll('[data-story-page] > *')].map((element) => element.getBoundingClientRect())]));

/** What can be seen outside the page, by its text or its name. */
const seen = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('[data-region]:not([data-region="page"]) *, [role="toolbar"] *')]
      .filter((element) => element.children.length === 0 && element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().width > 1)
      .map((element) => element.closest('button')?.getAttribute('aria-label') ?? element.textContent ?? '')
      .filter((text) => text.trim() !== ''),
  );

for (const [width, height] of [[1280, 800], [900, 700], [360, 740]] as const) {
  test(`focus at ${width} px: everything but page and save state steps back, nothing on the page moves`, async () => {
    const { page } = desk;
    await page.setViewportSize({ width, height });
    await paragraph(story, 5).click();
    await settle(page);
    const before = await places(page);
    expect((await seen(page)).length).toBeGreaterThan(8);
    await page.keyboard.press('Shift+F11');
    await expect(story.rail).toBeHidden();
    await settle(page);
    expect(await places(page)).toBe(before);
    expect((await seen(page)).sort()).toEqual(['Thôi tập trung', 'Đã lưu trên máy này'].filter((text) => width > 640 || text !== 'Đã lưu trên máy này'));
    await expect(story.title.locator('[data-save]')).toBeVisible();
    await expect(page.getByRole('status').filter({ hasText: 'Esc để thôi' })).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(story.status).toBeVisible();
    await settle(page);
    expect(await places(page)).toBe(before);
  });
}

test('out of focus by Esc, the chord or the button, but an open menu has its Esc first; asking for a panel ends it', async () => {
  const { page } = desk;
  await paragraph(story, 3).click();
  await page.keyboard.press('Shift+F11');
  await expect(story.rail).toBeHidden();
  await expect(story.text).toBeFocused();
  for (const key of ['Control+End', 'ArrowUp', 'End', 'Enter', '/']) {
    await page.keyboard.press(key);
    await settle(page);
  }
  await expect(page.getByRole('listbox')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox')).toBeHidden();
  await expect(story.rail).toBeHidden();
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Shift+F11');
  await expect(story.rail).toBeVisible();
  await page.keyboard.press('Control+Alt+f');
  await expect(story.rail).toBeHidden();
  await page.keyboard.press('F6');
  await page.keyboard.press('F6');
  await story.title.getByRole('button', { name: 'Thôi tập trung' }).click();
  await expect(story.rail).toBeVisible();
  await page.keyboard.press('Shift+F11');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(story.rail).toBeHidden();
  await page.keyboard.press('Alt+3');
  await expect(story.rail).toBeVisible();
  await page.keyboard.press('Alt+1');
});

test('the other blocks are dimmed by choice, never below 4.5 to 1', async () => {
  const { page } = desk;
  await story.text.locator('[data-field="lede"]').click();
  await page.keyboard.type('Sapô.');
  await paragraph(story, 2).click();
  await page.keyboard.press('Shift+F11');
  await page.keyboard.press('Control+Alt+d');
  await expect(paragraph(story, 2)).toHaveAttribute('data-current');
  for (const theme of ['light', 'dark'] as const) {
    await call(page, 'settings.set', { interface: { theme } });
    await expect(page.locator('html')).toHaveAttribute('data-scheme', theme);
    await page.waitForFunction(() => document.getAnimations().every((animation) => animation.playState !== 'running'));
    const contrasts = await page.evaluate(() => {
      const light = (colour: string): number => {
        const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => Number(part) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      };
      const ground = light(getComputedStyle(document.querySelector('[data-region="page"]') ?? document.body).backgroundColor);
      return [...document.querySelectorAll('[data-story-page] > *')].map((block) => {
        const ink = light(getComputedStyle(block).color);
        return { current: block.hasAttribute('data-current'), contrast: (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05) };
      });
    });
    const others = contrasts.filter(({ current }) => !current);
    expect(Math.min(...others.map(({ contrast }) => contrast))).toBeGreaterThanOrEqual(4.5);
    expect(Math.max(...others.map(({ contrast }) => contrast))).toBeLessThan(contrasts.find(({ current }) => current)?.contrast ?? 0);
  }
  await page.keyboard.press('Control+End');
  await expect(story.text.locator('[data-field="byline"]')).toHaveAttribute('data-current');
  await expect(paragraph(story, 2)).not.toHaveAttribute('data-current');
  await page.keyboard.press('Escape');
  await expect(story.text.locator('[data-current]')).toHaveCount(0);
});

/** Scroll positions of every frame until `act` is done. */
async function framesDuring(page: Page, act: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    const kept = window as unknown as { frames: number[]; watching: boolean };
    kept.frames = [];
    kept.watching = true;
    const look = (): void => {
      kept.frames.push(document.querySelector('[data-scrolls]')?.scrollTop ?? 0);
      if (kept.watching) requestAnimationFrame(look);
    };
    look();
  });
  await act();
  return page.evaluate(() => {
    const kept = window as unknown as { frames: number[]; watching: boolean };
    kept.watching = false;
    return kept.frames;
  });
}

/** The page has followed, and stands still. */
async function followed(page: Page): Promise<number> {
  await page.waitForTimeout(150);
  await settle(page);
  return Math.round(await caretTop(page));
}

test('typewriter: the line stays at its height, with a typing tool’s Backspaces and with compositions', async () => {
  const { page } = desk;
  const typing = typist(await page.context().newCDPSession(page));
  await page.keyboard.press('Control+Alt+y');
  await paragraph(story, 7).click();
  await page.keyboard.press('End');
  await typing.key(' ');
  const height = await followed(page);
  const box = await scroller(page).boundingBox();
  expect(Math.abs(height + 12 - ((box?.y ?? 0) + (box?.height ?? 0) * 0.42))).toBeLessThan(6);

  // Enough words to wrap several times; a word that hops up and down at the line's end must not take the page along.
  const frames = await framesDuring(page, () => typing.likeUniKey('đường Huỳnh Ngọc Đức khuỷu tay nguệch ngoạc giữa những gốc đa cổ thụ đầu làng Cửa Lụa, nơi bọn trẻ vẫn thường ríu rít kéo nhau ra bến sông '));
  expect(Math.abs((await followed(page)) - height)).toBeLessThanOrEqual(1);
  const back = frames.filter((top, index) => index > 0 && top < (frames[index - 1] ?? 0) - 1);
  expect(back).toEqual([]);

  const composing = await framesDuring(page, async () => {
    const cdp = await page.context().newCDPSession(page);
    for (const text of ['n', 'ng', 'ngu', 'nguyên', 'nguyện vọng của bà con xã Nậm Sen và các xã vùng đầu nguồn sông Lụa']) {
      await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
      await page.waitForTimeout(120);
    }
  });
  expect(new Set(composing).size).toBe(1);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Input.insertText', { text: 'nguyện vọng của bà con xã Nậm Sen và các xã vùng đầu nguồn sông Lụa' });
  expect(Math.abs((await followed(page)) - height)).toBeLessThanOrEqual(1);
  for (const key of ['Enter', 'Enter', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'PageDown']) {
    await page.keyboard.press(key);
    expect(Math.abs((await followed(page)) - height), key).toBeLessThanOrEqual(1);
  }
  // The last line stands where every line stands.
  await page.keyboard.press('Control+End');
  expect(Math.abs((await followed(page)) - height)).toBeLessThanOrEqual(3);
});

test('typewriter: the mouse and the wheel move nothing but what they are asked to; the next key brings the line back', async () => {
  const { page } = desk;
  await call(page, 'settings.set', { interface: { typewriter: true } });
  await expect(scroller(page)).toHaveAttribute('data-typewriter');
  await paragraph(story, 9).click();
  await page.keyboard.press('ArrowRight');
  const height = await followed(page);
  const line = await paragraph(story, 9).boundingBox();
  const still = await framesDuring(page, async () => {
    await page.mouse.move((line?.x ?? 0) + 40, (line?.y ?? 0) + 70);
    await page.mouse.down();
    await page.mouse.move((line?.x ?? 0) + 300, (line?.y ?? 0) + 150, { steps: 6 });
    await page.mouse.up();
    await page.mouse.click((line?.x ?? 0) + 60, (line?.y ?? 0) + 15);
    await page.waitForTimeout(150);
  });
  expect(new Set(still).size).toBe(1);
  await page.mouse.wheel(0, 500);
  // A wheel turns smoothly, and longer on a slow machine: what is typed meanwhile would be carried on.
  const stood = async (): Promise<number> => {
    const before = await caretTop(page);
    await page.waitForTimeout(150);
    return (await caretTop(page)) - before;
  };
  await expect.poll(stood).toBe(0);
  expect(Math.abs(Math.round(await caretTop(page)) - height)).toBeGreaterThan(100);
  await page.keyboard.type('x');
  await expect.poll(async () => Math.abs((await followed(page)) - height)).toBeLessThanOrEqual(1);
});
