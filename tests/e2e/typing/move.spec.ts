import { figureJson, headingJson, paragraphJson } from '#core/story/blocks.ts';
import type { StoryDocument } from '#core/story/document.ts';
import { figurePart } from '#core/story/text.ts';
import { expect, test } from './harness.ts';
import type { Desk } from './harness.ts';
import { body, newBlockId, story } from './stories.ts';

const heard = 'span[role="status"]';

const five = (): StoryDocument =>
  story([
    figureJson(newBlockId(), { caption: 'Ảnh đầu' }),
    paragraphJson(newBlockId(), 'Đoạn một'),
    headingJson(newBlockId(), 'h2', 'Tít xen'),
    paragraphJson(newBlockId(), 'Đoạn hai'),
    figureJson(newBlockId(), { caption: 'Ảnh cuối' }),
  ], { headline: 'Tít', byline: 'Tin: Thùy Nhiên' });

const ids = (document: StoryDocument): string[] => document.blocks.map((block) => block.$.bid);

const order = async (desk: Desk): Promise<string[]> =>
  (await desk.document()).blocks.slice(body, -1).map((block) => {
    if (block.type === 'figure') return figurePart(block, 'caption');
    return block.type === 'horizontalrule' ? '---' : block.children.map((child) => ('text' in child ? child.text : '')).join('');
  });

const start = ['Ảnh đầu', 'Đoạn một', 'Tít xen', 'Đoạn hai', 'Ảnh cuối'];

/** Drags the handle of the body block that holds `text` to `y` pixels from the top of the one that holds `to`. */
async function drag(desk: Desk, text: string, to: string, y: number): Promise<void> {
  const { page } = desk;
  await page.locator('[data-story-page] > *', { hasText: text }).last().hover({ position: { x: 40, y: 8 } });
  const handle = await page.locator('[data-block-handle]').boundingBox();
  const target = await page.locator('[data-story-page] > *', { hasText: to }).last().boundingBox();
  if (handle === null || target === null) throw new Error('no handle');
  await page.mouse.move(handle.x + 12, handle.y + 12);
  await page.mouse.down();
  await page.mouse.move(handle.x + 12, handle.y + 20);
  await page.mouse.move(handle.x + 12, target.y + y, { steps: 4 });
}

test.describe('by keys', () => {
  test('Alt+↑ and Alt+↓ move the caret’s block, say past what, and stop where fields begin', async ({ desk }) => {
    await desk.open(five());
    const before = await desk.document();
    await desk.into(body + 3);
    await desk.move('Alt+ArrowUp');
    expect(await order(desk)).toEqual(['Ảnh đầu', 'Đoạn một', 'Đoạn hai', 'Tít xen', 'Ảnh cuối']);
    await expect(desk.page.locator(heard)).toHaveText('Đã đưa lên trên tít xen “Tít xen”');
    await desk.move('Alt+ArrowUp', 'Alt+ArrowUp', 'Alt+ArrowUp');
    expect(await order(desk)).toEqual(['Đoạn hai', 'Ảnh đầu', 'Đoạn một', 'Tít xen', 'Ảnh cuối']);
    await expect(desk.page.locator(heard)).toHaveText('Đã ở đầu bài');
    await desk.page.keyboard.type('!');
    expect((await order(desk))[0]).toBe('Đoạn hai!');
    await desk.move('Control+z', 'Control+z', 'Control+z', 'Control+z');
    expect(await desk.document()).toEqual(before);
    await desk.expectStored();
  });

  test('Alt+Shift, as in Word, does the same; several selected blocks go together', async ({ desk }) => {
    await desk.open(five());
    await desk.into(body + 1);
    await desk.move('Shift+ArrowDown', 'Alt+Shift+ArrowDown');
    expect(await order(desk)).toEqual(['Ảnh đầu', 'Đoạn hai', 'Đoạn một', 'Tít xen', 'Ảnh cuối']);
    await expect(desk.page.locator(heard)).toHaveText('Đã đưa xuống dưới đoạn “Đoạn hai”');
    await desk.move('Control+z');
    expect(await order(desk)).toEqual(start);
  });

  test('a figure moves from its caption and when it is selected as a whole', async ({ desk }) => {
    await desk.open(five());
    await desk.page.locator('[data-part="caption"]').first().click();
    await desk.settle();
    await desk.move('Alt+ArrowDown');
    expect((await order(desk)).slice(0, 2)).toEqual(['Đoạn một', 'Ảnh đầu']);
    await desk.page.locator('[data-media]').last().click({ position: { x: 20, y: 20 } });
    await desk.settle();
    await desk.move('Alt+ArrowUp');
    expect((await order(desk)).slice(3)).toEqual(['Ảnh cuối', 'Đoạn hai']);
    await desk.expectStored();
  });

  test('after a figure was selected as a whole, a tap into any text takes the caret there', async ({ desk }) => {
    await desk.open(five());
    for (const place of ['[data-field="headline"]', '[data-field="kicker"]', '[data-part="credit"]', ':scope > p:not([data-field])']) {
      await desk.page.locator('[data-media]').first().click({ position: { x: 20, y: 20 } });
      await desk.settle();
      const text = desk.page.locator('[data-story-page]').locator(place).first();
      await text.click();
      await desk.settle();
      await desk.page.keyboard.type('Nậm Sen');
      await expect(text).toContainText('Nậm Sen');
    }
    await desk.expectStored();
  });

  test('fields stay where they are', async ({ desk }) => {
    await desk.open(five());
    const before = await desk.document();
    for (const field of [1, body + 5]) {
      await desk.into(field);
      await desk.move('Alt+ArrowDown', 'Alt+ArrowUp');
    }
    await desk.into(body);
    await desk.move('Control+a', 'Control+a', 'Control+a');
    await desk.move('Alt+ArrowDown');
    expect(await desk.document()).toEqual(before);
  });
});

test.describe('by its handle', () => {
  test('a block goes where the mark stands: one step of undo, the same ids', async ({ desk }) => {
    await desk.open(five());
    const before = await desk.document();
    await drag(desk, 'Đoạn hai', 'Đoạn một', 2);
    await expect(desk.page.locator('[data-drop-mark]')).toBeVisible();
    expect(await desk.page.evaluate(() => getSelection()?.toString())).toBe('');
    await desk.page.mouse.up();
    await desk.settle();
    expect(await order(desk)).toEqual(['Ảnh đầu', 'Đoạn hai', 'Đoạn một', 'Tít xen', 'Ảnh cuối']);
    await expect(desk.page.locator(heard)).toHaveText('Đã đưa lên trên đoạn “Đoạn một”');
    await expect(desk.page.locator('[data-drop-mark]')).toBeHidden();
    expect(ids(await desk.document()).toSorted()).toEqual(ids(before).toSorted());
    await desk.page.keyboard.type('À. ');
    expect((await order(desk))[1]).toBe('À. Đoạn hai');
    await desk.move('Control+z', 'Control+z');
    expect(await desk.document()).toEqual(before);
    await desk.expectStored();
  });

  test('above the headline and below the byline it lands in the body', async ({ desk }) => {
    await desk.open(five());
    await drag(desk, 'Ảnh cuối', 'Tít', -30);
    await desk.page.mouse.move(300, 2);
    await desk.page.mouse.up();
    await desk.settle();
    expect(await order(desk)).toEqual(['Ảnh cuối', 'Ảnh đầu', 'Đoạn một', 'Tít xen', 'Đoạn hai']);
    await drag(desk, 'Ảnh đầu', 'Tin: Thùy Nhiên', 20);
    await desk.page.mouse.up();
    await desk.settle();
    expect(await order(desk)).toEqual(['Ảnh cuối', 'Đoạn một', 'Tít xen', 'Đoạn hai', 'Ảnh đầu']);
    expect((await desk.document()).blocks.map(({ type }) => type).filter((type) => type === 'field').length).toBe(4);
    await desk.expectStored();
  });

  test('Esc leaves everything as it was; fields and a page that is only read have no handle', async ({ desk }) => {
    await desk.open(five());
    const before = await desk.document();
    await drag(desk, 'Đoạn hai', 'Đoạn một', 2);
    await desk.page.keyboard.press('Escape');
    await desk.page.mouse.up();
    await desk.settle();
    expect(await desk.document()).toEqual(before);
    await desk.page.locator('[data-field="headline"]').hover();
    await expect(desk.page.locator('[data-block-handle]')).toBeHidden();
    await desk.page.evaluate(() => window.harness.editor.setEditable(false));
    await desk.page.locator('[data-story-page] > p', { hasText: 'Đoạn hai' }).hover();
    await expect(desk.page.locator('[data-block-handle]')).toBeHidden();
  });

  test('a picture is dragged by itself; the page scrolls along at its edge, and nothing of it moves by the handle', async ({ desk }) => {
    await desk.open(story([...Array.from({ length: 40 }, (_, index) => paragraphJson(newBlockId(), `Đoạn số ${index + 1}`)), figureJson(newBlockId(), { caption: 'Ảnh cuối' })]));
    const { page } = desk;
    await page.evaluate(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => shifts.push(...list.getEntries().map((entry) => (entry as PerformanceEntry & { value: number }).value))).observe({ type: 'layout-shift' });
    });
    await page.locator('[data-media]').scrollIntoViewIfNeeded();
    await page.locator('[data-media]').hover({ position: { x: 20, y: 20 } });
    await page.mouse.down();
    await page.mouse.move(300, 200, { steps: 3 });
    await page.mouse.move(300, 3);
    await expect.poll(() => page.evaluate(() => document.scrollingElement?.scrollTop), { timeout: 15_000 }).toBe(0);
    expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([]);
    expect(await page.evaluate(() => getSelection()?.toString())).toBe('');
    await page.mouse.up();
    await desk.settle();
    expect((await order(desk)).slice(0, 2)).toEqual(['Ảnh cuối', 'Đoạn số 1']);
    await desk.expectStored();
  });
});
