import type { Page } from '@playwright/test';
import type { StoryPageObject } from '../pages/story-page.ts';
import { clearToasts, furnish, writeTwin } from '../screens/newsroom.ts';
import type { Desk } from '../screens/survey.ts';
import { expect, openDesk, test } from '../screens/survey.ts';
import { typist } from '../typing/vietnamese-typist.ts';

/** While something is typed nothing moves but what the typed text itself pushes down. */
let desk: Desk;
let story: StoryPageObject;

interface Shift {
  /** What moved, as a reporter would point at it. */
  readonly what: string;
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
  /** In the page, below the block being written, straight down or up: pushed by its text. */
  readonly isPushed: boolean;
}

test.beforeAll(async ({ browser }) => {
  desk = await openDesk(browser);
  await furnish(desk.page);
  story = await writeTwin(desk.page);
  await clearToasts(desk.page);
  await desk.page.evaluate(() => {
    const shifts: Shift[] = [];
    Object.assign(window, { shifts });
    const page = document.querySelector('[data-story-page]');
    const blockOf = (node: Node | null): Element | null => [...(page?.children ?? [])].find((block) => block.contains(node)) ?? null;
    new PerformanceObserver((list) => {
      // All of them: those after a key press are the ones in question.
      for (const entry of list.getEntries() as (PerformanceEntry & { readonly sources: readonly { readonly node: Node | null; readonly previousRect: DOMRect; readonly currentRect: DOMRect }[] })[]) {
        for (const { node, previousRect: before, currentRect: now } of entry.sources) {
          const element = node instanceof Element ? node : (node?.parentElement ?? null);
          const written = blockOf(getSelection()?.focusNode ?? null);
          const isBelow = written !== null && node !== null && page?.contains(node) === true && (written.contains(node) || (written.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0);
          shifts.push({ what: `${element?.tagName.toLowerCase()} ${element?.className} ${(element?.textContent ?? '').slice(0, 40)}`, from: [before.x, before.y], to: [now.x, now.y], isPushed: isBelow && before.x === now.x });
        }
      }
    }).observe({ type: 'layout-shift' });
  });
});
test.afterEach(() => expect(desk.takeFaults()).toEqual([]));
test.afterAll(() => desk.close());

/** What moved since the last time this was asked. */
const moved = async (page: Page): Promise<readonly Shift[]> => {
  await desk.settle();
  return await page.evaluate(() => (window as unknown as { shifts: Shift[] }).shifts.splice(0));
};

/** Types as UniKey does, Backspaces and all, until the save state has gone round; one line at most. */
async function typeAndSave(words: string): Promise<void> {
  const tool = typist(await desk.context.newCDPSession(desk.page));
  await tool.likeUniKey(words);
  await story.expectSaved();
}

const caption = '[data-part="caption"]';
for (const [name, selector] of [
  ['an empty kicker', '[data-field="kicker"]'],
  ['the headline', '[data-field="headline"]'],
  ['the lede', '[data-field="lede"]'],
  ['the body', ':scope > p:not([data-field])'],
  ['a caption', caption],
  ['an empty credit', `figure:last-of-type [data-part="credit"]`],
  ['an empty alt text', `figure:last-of-type [data-part="alt"]`],
  ['the byline', '[data-field="byline"]'],
] as const) {
  test(`in ${name} the window stands still while it is typed and saved`, async () => {
    const { page } = desk;
    const place = story.text.locator(selector).first();
    await place.scrollIntoViewIfNeeded();
    await place.click();
    await page.keyboard.press('End');
    await moved(page);
    await typeAndSave(' rừng');
    expect((await moved(page)).filter(({ isPushed }) => !isPushed)).toEqual([]);
    for (let letter = 0; letter < 5; letter++) await page.keyboard.press('Backspace');
    await story.expectSaved();
    expect((await moved(page)).filter(({ isPushed }) => !isPushed)).toEqual([]);
  });
}

test('menus open and close over the page, and a line that fills up pushes only what is below it', async () => {
  const { page } = desk;
  await story.text.click({ position: { x: 200, y: 10 } });
  for (const key of ['Control+End', 'ArrowUp', 'End', 'Enter']) {
    await page.keyboard.press(key);
    await desk.settle();
  }
  await story.expectSaved();
  await moved(page);
  for (const [key, list] of [['/', 'Chèn'], ['@', 'Gọi tên người']] as const) {
    await page.keyboard.type(key);
    await expect(page.getByRole('listbox', { name: list })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('listbox')).toHaveCount(0);
    await page.keyboard.press('Backspace');
    expect(await moved(page)).toEqual([]);
  }
  await page.keyboard.type('Mười hai xã vùng đầu nguồn cam kết kiện toàn tổ bảo vệ rừng trước ngày 15.12, trực cháy 24/24 giờ ở 31 điểm.');
  await story.expectSaved();
  const pushed = await moved(page);
  // The line did fill up: what a shift is has been seen.
  expect(pushed.length).toBeGreaterThan(0);
  expect(pushed.filter(({ isPushed }) => !isPushed)).toEqual([]);
});
