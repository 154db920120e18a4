import { expect, test } from './harness.ts';
import type { Desk } from './harness.ts';
import { body, due, markedText, newBlockId, story, withBold, withFigure, withHeading, withLink, withPerson } from './stories.ts';
import { typist, words } from './vietnamese-typist.ts';
import { paragraphJson } from '#core/story/blocks.ts';

test.describe.configure({ mode: 'parallel' });

const tools = ['likeUniKey', 'likeIme'] as const;
const names = { likeUniKey: 'UniKey style', likeIme: 'IME style' } as const;

/** Caret to the start of the block, `steps` letters in. */
const caretIn = async (desk: Desk, index: number, offset: number): Promise<void> => {
  await desk.page.evaluate(
    ([at, place]) => {
      const block = window.harness.editor.document().blocks[at];
      if (block !== undefined) window.harness.editor.focusBlock(block.$.bid, place);
    },
    [index, offset] as const,
  );
  await desk.settle();
};

for (const tool of tools) {
  // Ten times a hundred words, as stories have them: a place is opened anew each time, so that its edge is met ten times.
  test.describe(`1,000 words, ${names[tool]}`, () => {
    test('in the body, paragraph by paragraph, while it is being saved', async ({ desk }) => {
      await desk.page.evaluate(() => {
        window.harness.memory.delay = 30;
      });
      await desk.into(body);
      for (let round = 0; round < 10; round++) {
        const text = words(100, round);
        await typist(desk.cdp)[tool](text);
        expect(await desk.text(body + round)).toBe(text);
        await desk.move('Enter');
      }
      expect(await desk.page.evaluate(() => window.harness.memory.batches)).toBeGreaterThan(1);
      await desk.expectStored();
    });

    test('in a caption', async ({ desk }) => {
      for (let round = 0; round < 10; round++) {
        await desk.open(withFigure());
        await desk.page.locator('[data-part="caption"]').click();
        await desk.settle();
        const text = words(100, round);
        await typist(desk.cdp)[tool](text);
        expect(await desk.text(body + 1)).toBe(text);
        await desk.expectStored();
      }
    });

    test('in the headline', async ({ desk }) => {
      for (let round = 0; round < 10; round++) {
        await desk.open(story([paragraphJson(newBlockId())]));
        await desk.into(1);
        const text = words(100, round);
        await typist(desk.cdp)[tool](text);
        expect(await desk.text(1)).toBe(text);
        await desk.expectStored();
      }
    });

    test('behind a marked name', async ({ desk }) => {
      for (let round = 0; round < 10; round++) {
        await desk.open(withPerson('Đồng chí ', ''));
        await desk.into(body);
        const text = words(100, round);
        await typist(desk.cdp).key(' ');
        await typist(desk.cdp)[tool](text);
        expect(await desk.text(body)).toBe(`Đồng chí ${due.name} ${text}`);
        expect(markedText(await desk.document(), body)).toBe(due.name);
        await desk.expectStored();
      }
    });

    test('before a marked name', async ({ desk }) => {
      for (let round = 0; round < 10; round++) {
        await desk.open(withPerson('', ' nói'));
        await caretIn(desk, body, 0);
        const text = `${words(100, round)} `;
        await typist(desk.cdp)[tool](text);
        expect(await desk.text(body)).toBe(`${text}${due.name} nói`);
        expect(markedText(await desk.document(), body)).toBe(due.name);
        await desk.expectStored();
      }
    });

    test('onto a name’s last word, the mark follows letter by letter', async ({ desk }) => {
      await desk.open(withPerson('', ''));
      for (const word of new Set(words(200).match(/\p{L}+/gu))) {
        await desk.open(withPerson('', ' nói'));
        await caretIn(desk, body, due.name.length);
        await typist(desk.cdp)[tool](word);
        expect(await desk.text(body)).toBe(`${due.name}${word} nói`);
        expect(markedText(await desk.document(), body)).toBe(due.name + word);
      }
    });
  });

  test.describe(`${names[tool]}, at the edge of`, () => {
    const cases = [
      ['bold, inside its end', withBold, 10, 'thường đậm{} thường'],
      ['bold, before its start', withBold, 7, 'thường {}đậm thường'],
      ['a link, at its end', withLink, 18, 'Xem trang của tỉnh{} nhé'],
      ['a link, inside it', withLink, 9, 'Xem trang{} của tỉnh nhé'],
      ['an empty heading', withHeading, 0, '{}'],
    ] as const;
    for (const [name, make, offset, expected] of cases) {
      test(name, async ({ desk }) => {
        await desk.open(make());
        await caretIn(desk, body, offset);
        const text = words(60);
        await typist(desk.cdp)[tool](text);
        expect(await desk.text(body)).toBe(expected.replace('{}', text));
        await desk.expectStored();
      });
    }
  });
}

test.describe('a person mark', () => {
  test('takes in the letters with which a typing tool rewrites its last word', async ({ desk }) => {
    await desk.open(withPerson('Đồng chí ', ' nói'));
    await caretIn(desk, body, 9 + due.name.length);
    const tool = typist(desk.cdp);
    await tool.backspace(2);
    for (const letter of ['u', 'ê']) await tool.key(letter);
    await tool.backspace(1);
    await tool.key('ệ');
    expect(await desk.text(body)).toBe('Đồng chí Trịnh Khắc Duệ nói');
    expect(markedText(await desk.document(), body)).toBe('Trịnh Khắc Duệ');
  });

  test('takes in letters typed over its selected end (Shift+Left tools)', async ({ desk }) => {
    await desk.open(withPerson('Đồng chí ', ' nói'));
    await caretIn(desk, body, 9 + due.name.length);
    await desk.move('Shift+ArrowLeft', 'Shift+ArrowLeft');
    await desk.cdp.send('Input.insertText', { text: 'uyên' });
    await desk.settle();
    expect(await desk.text(body)).toBe('Đồng chí Trịnh Khắc Duyên nói');
    expect(markedText(await desk.document(), body)).toBe('Trịnh Khắc Duyên');
  });

  test('takes nothing from the first space or punctuation on', async ({ desk }) => {
    for (const [typed, marked] of [[' và', due.name], [', Phó', due.name], ['n anh', `${due.name}n`], ['.', due.name]] as const) {
      await desk.open(withPerson('Đồng chí ', ' nói'));
      await caretIn(desk, body, 9 + due.name.length);
      await typist(desk.cdp).likeUniKey(typed.startsWith(' ') ? '' : '');
      for (const letter of typed) await typist(desk.cdp).key(letter);
      expect(await desk.text(body)).toBe(`Đồng chí ${due.name}${typed} nói`);
      expect(markedText(await desk.document(), body)).toBe(marked);
    }
  });

  test('judges a composition only when it has ended', async ({ desk }) => {
    await desk.open(withPerson('', ''));
    await caretIn(desk, body, due.name.length);
    for (const shown of ['n', 'nh', 'nhỉ']) await desk.cdp.send('Input.imeSetComposition', { text: shown, selectionStart: shown.length, selectionEnd: shown.length });
    await desk.cdp.send('Input.insertText', { text: 'nhỉ anh' });
    await desk.settle();
    expect(await desk.text(body)).toBe(`${due.name}nhỉ anh`);
    expect(markedText(await desk.document(), body)).toBe(`${due.name}nhỉ`);
  });

  test('leaves out what is composed at its left edge', async ({ desk }) => {
    await desk.open(withPerson('', ' nói'));
    await caretIn(desk, body, 0);
    await typist(desk.cdp).likeIme('Ông ');
    expect(await desk.text(body)).toBe(`Ông ${due.name} nói`);
    expect(markedText(await desk.document(), body)).toBe(due.name);
  });

  test('survives split, join, bold, undo and redo', async ({ desk }) => {
    await desk.open(withPerson('Đồng chí ', ' nói'));
    await caretIn(desk, body, 16);
    await desk.page.keyboard.press('Enter');
    expect(markedText(await desk.document(), body)).toBe('Trịnh K');
    expect(markedText(await desk.document(), body + 1)).toBe('hắc Duệ');
    await desk.page.keyboard.press('Backspace');
    expect(markedText(await desk.document(), body)).toBe(due.name);
    await desk.move('Shift+ArrowRight', 'Shift+ArrowRight', 'Control+b');
    expect(markedText(await desk.document(), body)).toBe(due.name);
    await desk.move('Control+z', 'Control+z', 'Control+z');
    expect(markedText(await desk.document(), body)).toBe(due.name);
    expect(await desk.text(body)).toBe(`Đồng chí ${due.name} nói`);
  });

  test('is painted', async ({ desk }) => {
    await desk.open(withPerson('Đồng chí ', ' nói'));
    const decoration = await desk.page.locator(`[data-person="${due.id}"]`).evaluate((element) => getComputedStyle(element).textDecorationStyle);
    expect(decoration).toBe('dotted');
  });
});

test('EVKey’s invisible character and its Backspaces leave nothing behind', async ({ desk }) => {
  await desk.open(withPerson('Đồng chí ', ''));
  await desk.into(body);
  const tool = typist(desk.cdp);
  await desk.cdp.send('Input.insertText', { text: '\u202f' });
  await tool.backspace(2);
  await desk.cdp.send('Input.insertText', { text: 'ệ' });
  expect(await desk.text(body)).toBe(`Đồng chí ${due.name}`);
  expect(markedText(await desk.document(), body)).toBe(due.name);
});

test('a cancelled composition leaves nothing, a composition over a selection replaces it', async ({ desk }) => {
  await desk.open(story([paragraphJson(newBlockId(), 'Tiếng nước')]));
  await desk.into(body);
  await desk.cdp.send('Input.imeSetComposition', { text: 'abc', selectionStart: 3, selectionEnd: 3 });
  await desk.cdp.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
  await desk.settle();
  expect(await desk.text(body)).toBe('Tiếng nước');
  await desk.move('Home', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight');
  await typist(desk.cdp).likeIme('Đất');
  expect(await desk.text(body)).toBe('Đất nước');
});

test('undo takes everything back, redo brings it again', async ({ desk }) => {
  await desk.into(body);
  const tool = typist(desk.cdp);
  const text = words(40);
  await tool.likeUniKey(text);
  await desk.page.keyboard.press('Enter');
  await tool.likeIme(text);
  const after = await desk.document();
  for (let count = 0; count < 400 && (await desk.page.evaluate(() => window.harness.editor.snapshot().canUndo)); count++) await desk.move('Control+z');
  expect((await desk.text(body)) + (await desk.text(body + 1))).toBe('');
  for (let count = 0; count < 400 && (await desk.page.evaluate(() => window.harness.editor.snapshot().canRedo)); count++) await desk.move('Control+y');
  expect(await desk.document()).toEqual(after);
  await desk.expectStored();
});
