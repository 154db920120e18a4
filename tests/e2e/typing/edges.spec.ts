import { StoryDocument } from '#core/story/document.ts';
import { headingJson, paragraphJson } from '#core/story/blocks.ts';
import { expect, test } from './harness.ts';
import type { Desk } from './harness.ts';
import { body, newBlockId, story, withFigure } from './stories.ts';

const full = (): StoryDocument =>
  story([paragraphJson(newBlockId(), 'thân một'), paragraphJson(newBlockId(), 'thân hai')], { kicker: 'tít phụ', headline: 'tít', lede: 'sapô', byline: 'Tin: Nhiên' });

const shape = async (desk: Desk): Promise<string[]> => {
  const document = StoryDocument.parse(await desk.document());
  return Promise.all(document.blocks.map(async (block, index) => `${block.type === 'field' ? block.field : block.type}:${await desk.text(index)}`));
};
const whole = ['kicker:tít phụ', 'headline:tít', 'lede:sapô', 'paragraph:thân một', 'paragraph:thân hai', 'byline:Tin: Nhiên'];

test.describe('fields', () => {
  test('Enter goes from field to field and into the body, and splits nothing', async ({ desk }) => {
    await desk.open(full());
    await desk.into(0);
    const places: unknown[] = [];
    for (let count = 0; count < 3; count++) {
      await desk.move('Home', 'Enter');
      places.push(await desk.page.evaluate(() => window.harness.editor.caret()?.blockId));
    }
    expect(await shape(desk)).toEqual(whole);
    expect(places).toEqual((await desk.document()).blocks.slice(1, 4).map((block) => block.$.bid));
  });

  test('Backspace and Delete at every edge keep every field and every letter', async ({ desk }) => {
    await desk.open(full());
    for (const index of [0, 1, 2, 5]) {
      await desk.into(index);
      await desk.move('End', 'Delete', 'Control+Delete', 'Home', 'Backspace', 'Control+Backspace');
    }
    await desk.into(3);
    await desk.move('Home', 'Backspace', 'Control+Backspace');
    await desk.into(4);
    await desk.move('End', 'Delete', 'Control+Delete');
    expect(await shape(desk)).toEqual(whole);
  });

  test('Ctrl+Backspace deletes a word and stops at the edge', async ({ desk }) => {
    await desk.open(full());
    await desk.into(0);
    await desk.move('Control+Backspace');
    expect((await shape(desk))[0]).toBe('kicker:tít ');
    await desk.move('Control+Backspace', 'Control+Backspace', 'Control+Backspace');
    expect((await shape(desk)).slice(0, 2)).toEqual(['kicker:', 'headline:tít']);
  });

  test('select all, then all of the story; deletion empties the fields, undo brings all back', async ({ desk }) => {
    await desk.open(full());
    await desk.into(1);
    await desk.move('Control+a', 'Backspace');
    expect(await shape(desk)).toEqual(['kicker:tít phụ', 'headline:', ...whole.slice(2)]);
    await desk.move('Control+z');
    expect(await shape(desk)).toEqual(whole);
    await desk.move('Control+a', 'Control+a', 'Delete');
    expect(await shape(desk)).toEqual(['kicker:', 'headline:', 'lede:', 'paragraph:', 'byline:']);
    await desk.expectStored();
    await desk.move('Control+z');
    expect(await shape(desk)).toEqual(whole);
    await desk.expectStored();
  });

  test('typing over a selection from headline into the body joins nothing', async ({ desk }) => {
    await desk.open(full());
    await desk.into(1);
    await desk.move('Home', 'ArrowRight');
    const caret = await desk.page.evaluate(() => window.harness.editor.caret());
    expect(caret?.offset).toBe(1);
    await desk.move('Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+Home', 'Shift+ArrowRight', 'Shift+ArrowRight');
    await desk.page.keyboard.type('X');
    expect(await shape(desk)).toEqual(['kicker:tít phụ', 'headline:tX', 'lede:', 'paragraph:ân một', 'paragraph:thân hai', 'byline:Tin: Nhiên']);
    await desk.move('Control+z');
    expect(await shape(desk)).toEqual(whole);
  });

  test('cut across fields and paste puts everything back', async ({ desk }) => {
    await desk.open(full());
    await desk.into(1);
    await desk.move('Control+a', 'Control+a', 'Control+x');
    await expect.poll(() => shape(desk)).toEqual(['kicker:', 'headline:', 'lede:', 'paragraph:', 'byline:']);
    await desk.into(3);
    await desk.move('Control+v');
    await expect.poll(() => shape(desk)).toEqual(whole);
    await desk.expectStored();
  });

  test('of several lines pasted into a field the first stays, the rest opens the body', async ({ desk }) => {
    await desk.open(full());
    await desk.into(1);
    await desk.paste({ 'text/plain': ' nối thêm\r\nhai\n\nba' });
    expect(await shape(desk)).toEqual(['kicker:tít phụ', 'headline:tít nối thêm', 'lede:sapô', 'paragraph:hai', 'paragraph:ba', ...whole.slice(3)]);
  });

  test('pasting over a selection from headline into the body joins nothing', async ({ desk }) => {
    await desk.open(full());
    await desk.into(1);
    await desk.move('Home', 'ArrowRight', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+Home', 'Shift+ArrowRight', 'Shift+ArrowRight');
    await desk.paste({ 'text/html': '<p>một</p><p>hai</p>', 'text/plain': 'x' });
    expect(await shape(desk)).toEqual(['kicker:tít phụ', 'headline:tmột', 'lede:', 'paragraph:hai', 'paragraph:ân một', 'paragraph:thân hai', 'byline:Tin: Nhiên']);
    await desk.expectStored();
  });

  test('Enter at the start of a heading, Backspace makes it a paragraph', async ({ desk }) => {
    await desk.open(story([headingJson(newBlockId(), 'h2', 'Tít xen')]));
    await desk.into(body);
    await desk.move('Home', 'Enter');
    expect((await shape(desk)).slice(3, 5)).toEqual(['paragraph:', 'heading:Tít xen']);
    await desk.move('Home', 'Backspace', 'Backspace');
    expect((await shape(desk)).slice(3, 5)).toEqual(['paragraph:Tít xen', 'byline:']);
  });
});

test.describe('figures', () => {
  test('Enter walks caption, credit, alt and out; typing lands in each', async ({ desk }) => {
    await desk.open(withFigure());
    await desk.page.locator('[data-part="caption"]').click();
    await desk.settle();
    for (const text of ['Toàn cảnh', 'Ảnh: Nhiên', 'Hội trường đông người']) {
      await desk.page.keyboard.type(text);
      await desk.move('Enter');
    }
    await desk.page.keyboard.type('Sau ảnh');
    const document = await desk.document();
    expect(document.blocks[body + 1]).toMatchObject({ type: 'figure', children: [{ children: [{ text: 'Toàn cảnh' }] }, { children: [{ text: 'Ảnh: Nhiên' }] }, { children: [{ text: 'Hội trường đông người' }] }] });
    expect(await desk.text(body + 2)).toBe('Sau ảnh');
  });

  test('Backspace at the caption’s start and Delete at its end change nothing', async ({ desk }) => {
    await desk.open(withFigure());
    const before = await desk.document();
    await desk.page.locator('[data-part="caption"]').click();
    await desk.move('Backspace', 'Control+Backspace', 'Delete', 'Backspace');
    expect((await desk.document()).blocks).toEqual(before.blocks);
  });

  test('next to a figure Delete and Backspace select it first, then remove it; undo restores it', async ({ desk }) => {
    await desk.open(withFigure());
    const before = await desk.document();
    await desk.into(body);
    await desk.move('End', 'Delete');
    await expect(desk.page.locator('figure[data-selected]')).toHaveCount(1);
    expect((await desk.document()).blocks).toEqual(before.blocks);
    await desk.move('Delete');
    expect((await desk.document()).blocks.map((block) => block.type)).toEqual(['field', 'field', 'field', 'paragraph', 'paragraph', 'field']);
    await desk.move('Control+z');
    expect((await desk.document()).blocks).toEqual(before.blocks);
    await desk.expectStored();
  });

  test('a photo dropped on the figure replaces its photo and keeps the caption; nothing moves when it loads', async ({ desk }) => {
    await desk.open(withFigure());
    await desk.page.locator('[data-part="caption"]').click();
    await desk.page.keyboard.type('Chú thích');
    await desk.page.evaluate(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array([1])], 'anh.jpg', { type: 'image/jpeg' }));
      document.querySelector('[data-part="caption"]')?.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true, clientX: 400, clientY: 400 }));
    });
    await expect(desk.page.locator('figure img')).toHaveAttribute('src', /^\/media\/a{64}\/page$/);
    const box = await desk.page.locator('figure img').boundingBox();
    expect(Math.round((box?.width ?? 0) / (box?.height ?? 1) * 10)).toBe(25);
    expect((await desk.document()).blocks[body + 1]).toMatchObject({ photo: { width: 1200, height: 480 }, children: [{ children: [{ text: 'Chú thích' }] }, {}, {}] });
    await desk.expectStored();
  });

  test('several pasted pictures become figures in their order; a broken one is told', async ({ desk }) => {
    await desk.into(body);
    await desk.page.keyboard.type('trước');
    await desk.page.evaluate(() => {
      const transfer = new DataTransfer();
      for (const name of ['một.png', 'broken.png', 'hai.webp']) transfer.items.add(new File([new Uint8Array([1])], name, { type: name.endsWith('webp') ? 'image/webp' : 'image/png' }));
      document.querySelector('[data-story-page]')?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }));
    });
    await expect(desk.page.locator('figure')).toHaveCount(2);
    expect((await desk.document()).blocks.map((block) => block.type)).toEqual(['field', 'field', 'field', 'paragraph', 'figure', 'figure', 'field']);
    expect(await desk.page.evaluate(() => window.harness.log.photoErrors.map((error) => error.code))).toEqual(['media.broken']);
  });

  test('“choose a photo” fills the waiting figure', async ({ desk }) => {
    await desk.open(withFigure());
    await desk.page.evaluate(() => {
      window.harness.settings.pick = [new File([new Uint8Array([1])], 'anh.png', { type: 'image/png' })];
    });
    await desk.page.getByRole('button', { name: 'Chọn ảnh' }).click();
    await expect(desk.page.locator('figure img')).toHaveCount(1);
    await desk.move('Control+z');
    await expect(desk.page.locator('figure img')).toHaveCount(0);
  });
});
