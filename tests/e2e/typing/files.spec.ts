import { figurePart } from '#core/story/text.ts';
import { paragraphJson } from '#core/story/blocks.ts';
import { expect, test } from './harness.ts';
import type { Desk } from './harness.ts';
import { body, newBlockId, story } from './stories.ts';

interface Given {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

const text = (name: string, content: string, type = 'text/plain'): Given => ({ name, type, text: content });
const picture = (name: string): Given => ({ name, type: 'image/jpeg', text: '\u00ff' });

/** Drops files as the system does: over the page first, then on it. `y` counts from the top of the block that holds `on`. */
async function drop(desk: Desk, files: readonly Given[], on: string, y: number): Promise<boolean> {
  const isMarked = await desk.page.evaluate(async ({ files: given, on: held, y: down }) => {
    const transfer = new DataTransfer();
    for (const { name, type, text: content } of given) transfer.items.add(new File([content], name, { type }));
    const block = [...document.querySelectorAll('[data-story-page] > *')].find((element) => element.textContent.includes(held));
    const box = block?.getBoundingClientRect();
    if (block === undefined || box === undefined) throw new Error('no such block');
    const at = { clientX: box.left + 40, clientY: box.top + down, bubbles: true, cancelable: true, dataTransfer: transfer };
    const target = document.elementFromPoint(at.clientX, at.clientY) ?? block;
    target.dispatchEvent(new DragEvent('dragover', at));
    await new Promise(requestAnimationFrame);
    const mark = document.querySelector('[data-drop-mark]')?.hasAttribute('data-shown') === true;
    target.dispatchEvent(new DragEvent('drop', at));
    return mark;
  }, { files, on, y });
  await desk.settle();
  return isMarked;
}

const shape = async (desk: Desk): Promise<string[]> =>
  (await desk.document()).blocks.slice(body, -1).map((block) => (block.type === 'figure' ? `[${figurePart(block, 'caption')}]` : block.type === 'paragraph' ? block.children.map((child) => ('text' in child ? child.text : '')).join('') : block.type));

const two = () => story([paragraphJson(newBlockId(), 'Đoạn một'), paragraphJson(newBlockId(), 'Đoạn hai')], { headline: 'Tít' });

test('a text becomes paragraphs where the mark stands, in one step of undo, and waits for a proposal like a paste', async ({ desk }) => {
  await desk.open(two());
  const before = await desk.document();
  expect(await drop(desk, [text('tin.txt', 'Dòng A\nDòng B')], 'Đoạn hai', 2)).toBe(true);
  await expect.poll(() => shape(desk)).toEqual(['Đoạn một', 'Dòng A', 'Dòng B', 'Đoạn hai']);
  const document = await desk.document();
  expect(await desk.page.evaluate(() => window.harness.log.pastes)).toEqual([{ text: 'Dòng A\nDòng B', blocks: document.blocks.slice(body + 1, body + 3).map(({ $ }) => $.bid), intoEmptyStory: false }]);
  await expect(desk.page.locator('[data-drop-mark]')).toBeHidden();
  await desk.expectStored();
  await desk.into(body);
  await desk.move('Control+z');
  expect(await desk.document()).toEqual(before);
});

test('into an empty story it is the story; one line is one paragraph; Markdown is text', async ({ desk }) => {
  await drop(desk, [text('tin.md', '# Tít\n\nMột', '')], '', 4);
  await expect.poll(() => desk.page.evaluate(() => window.harness.log.pastes.map(({ intoEmptyStory }) => intoEmptyStory))).toEqual([true]);
  expect((await shape(desk)).filter((line) => line !== '')).toEqual(['# Tít', 'Một']);
  await desk.open(two());
  await drop(desk, [text('dong.txt', 'Một dòng')], 'Đoạn một', 2);
  await expect.poll(() => shape(desk)).toEqual(['Một dòng', 'Đoạn một', 'Đoạn hai']);
  await desk.expectStored();
});

test('pictures go where the mark stands, in their order; dropped among the fields they go to the body’s edge', async ({ desk }) => {
  await desk.open(two());
  await drop(desk, [picture('a.jpg'), picture('b.jpg')], 'Đoạn hai', 2);
  await expect.poll(() => shape(desk)).toEqual(['Đoạn một', '[]', '[]', 'Đoạn hai']);
  await desk.page.keyboard.type('chú thích');
  await expect.poll(() => shape(desk)).toEqual(['Đoạn một', '[]', '[chú thích]', 'Đoạn hai']);
  await drop(desk, [picture('c.jpg')], 'Tít', 4);
  await expect.poll(() => shape(desk)).toEqual(['[]', 'Đoạn một', '[]', '[chú thích]', 'Đoạn hai']);
  await desk.expectStored();
});

test('what can’t be read is named and changes nothing; what came with it comes in', async ({ desk }) => {
  await desk.open(two());
  const before = await desk.document();
  await drop(desk, [text('giay-moi.docx', 'PK', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'), text('hong.txt', 'a\u0000b')], 'Đoạn hai', 2);
  await expect.poll(() => desk.page.evaluate(() => window.harness.log.photoErrors)).toMatchObject([{ code: 'import.kind', params: { names: '“giay-moi.docx”' } }, { code: 'import.binary', params: { name: 'hong.txt' } }]);
  expect(await desk.document()).toEqual(before);
  await drop(desk, [text('bang.pdf', '%PDF', 'application/pdf'), text('tin.txt', 'Một dòng')], 'Đoạn hai', 2);
  await expect.poll(() => shape(desk)).toEqual(['Đoạn một', 'Một dòng', 'Đoạn hai']);
});

test('by keyboard files are chosen, and stand behind the caret’s block, never inside it', async ({ desk }) => {
  await desk.open(two());
  await desk.into(body);
  await desk.move('Home');
  const chooser = desk.page.waitForEvent('filechooser');
  await desk.page.evaluate(() => void window.harness.editor.pickFiles());
  await (await chooser).setFiles([{ name: 'tin.txt', mimeType: 'text/plain', buffer: Buffer.from('Dòng A\nDòng B') }, { name: 'a.png', mimeType: 'image/png', buffer: Buffer.from([1]) }]);
  await expect.poll(() => shape(desk)).toEqual(['Đoạn một', 'Dòng A', 'Dòng B', '[]', 'Đoạn hai']);
  await desk.expectStored();
});
