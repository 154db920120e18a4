import { paragraphJson } from '#core/story/blocks.ts';
import { expect, test } from './harness.ts';
import { body, due, markedText, newBlockId, story, withFigure } from './stories.ts';
import { typist } from './vietnamese-typist.ts';

const menu = '[role="listbox"]';

test.describe('@', () => {
  test('finds by any part, accents or not; Enter puts the name in, the space behind it is plain', async ({ desk }) => {
    await desk.into(body);
    await desk.page.keyboard.type('Cùng dự có @hien');
    await expect(desk.page.locator(`${menu} [role="option"]`)).toHaveCount(3);
    await desk.move('ArrowDown', 'Enter');
    await desk.page.keyboard.type('và');
    expect(await desk.text(body)).toBe('Cùng dự có Hoàng Thu Hiền và');
    const document = await desk.document();
    expect(document.fields.attendees).toMatchObject([{ name: 'Hoàng Thu Hiền', titles: ['Chi cục trưởng Chi cục Kiểm lâm'] }]);
    expect(markedText(document, body, document.fields.attendees[0]?.id)).toBe('Hoàng Thu Hiền');
    await desk.move('Control+z', 'Control+z');
    expect((await desk.document()).fields.attendees).toEqual([]);
    await desk.expectStored();
  });

  test('survives a typing tool’s Backspaces in mid-query', async ({ desk }) => {
    await desk.into(body);
    const tool = typist(desk.cdp);
    await tool.key('@');
    await tool.likeUniKey('Lương Thế Hiển');
    await expect(desk.page.locator(`${menu} [role="option"]`).first()).toContainText('Lương Thế Hiển');
    expect(await desk.text(body)).toBe('@Lương Thế Hiển');
    await desk.move('Tab');
    expect(await desk.text(body)).toBe('Lương Thế Hiển ');
  });

  test('works while composing, and takes nothing before the composition has ended', async ({ desk }) => {
    await desk.into(body);
    const tool = typist(desk.cdp);
    await tool.key('@');
    await tool.likeIme('hiển');
    await expect(desk.page.locator(`${menu} [role="option"]`)).toHaveCount(3);
    await desk.move('Enter');
    expect(await desk.text(body)).toBe('Lương Thế Hiển ');
  });

  test('the story’s own attendees come first, in captions too', async ({ desk }) => {
    await desk.open(withFigure());
    await desk.page.locator('[data-part="caption"]').click();
    await desk.settle();
    await desk.page.keyboard.type('@d');
    await expect(desk.page.locator(`${menu} [role="option"]`).first()).toContainText(due.name);
    await desk.move('Enter');
    expect(markedText(await desk.document(), body + 1)).toBe(due.name);
  });

  test('Esc keeps the text and stays closed; an address and a late answer open nothing', async ({ desk }) => {
    await desk.page.evaluate(() => {
      window.harness.settings.searchDelay = 120;
    });
    await desk.into(body);
    await desk.page.keyboard.type('@hi');
    await expect(desk.page.locator(menu)).toBeVisible();
    await desk.move('Escape');
    await desk.page.keyboard.type('en');
    await desk.page.waitForTimeout(300);
    await expect(desk.page.locator(menu)).toHaveCount(0);
    await desk.page.keyboard.type(' toasoan@hi');
    await desk.page.waitForTimeout(300);
    await expect(desk.page.locator(menu)).toHaveCount(0);
    expect(await desk.text(body)).toBe('@hien toasoan@hi');
  });
});

test.describe('/', () => {
  test('at an empty paragraph lists what can be put in', async ({ desk }) => {
    await desk.into(body);
    await typist(desk.cdp).likeUniKey('/tít');
    await expect(desk.page.locator(`${menu} [role="option"]`).first()).toContainText('Tít xen');
    await desk.move('Enter');
    await desk.page.keyboard.type('Tiêu đề');
    expect((await desk.document()).blocks[body]).toMatchObject({ type: 'heading', tag: 'h2', children: [{ text: 'Tiêu đề' }] });
  });

  test('a date keeps its slash', async ({ desk }) => {
    await desk.into(body);
    await desk.page.keyboard.type('Ngày 19/1');
    await expect(desk.page.locator(menu)).toHaveCount(0);
    await desk.move('Enter');
    expect(await desk.text(body)).toBe('Ngày 19/1');
  });
});

test.describe('Markdown', () => {
  for (const [typed, expected] of [
    ['# Tít', { type: 'heading', tag: 'h2', children: [{ text: 'Tít' }] }],
    ['### Tít', { type: 'heading', tag: 'h4' }],
    ['- một', { type: 'list', listType: 'bullet', children: [{ children: [{ text: 'một' }] }] }],
    ['1. một', { type: 'list', listType: 'number' }],
    ['> lời', { type: 'quote', children: [{ text: 'lời' }] }],
    ['có **đậm** rồi', { children: [{ text: 'có ' }, { text: 'đậm', format: 1 }, { text: ' rồi' }] }],
    ['có *nghiêng* rồi', { children: [{ text: 'có ' }, { text: 'nghiêng', format: 2 }, { text: ' rồi' }] }],
  ] as const) {
    test(typed, async ({ desk }) => {
      await desk.into(body);
      await desk.page.keyboard.type(typed);
      await desk.settle();
      expect((await desk.document()).blocks[body]).toMatchObject(expected);
      await desk.expectStored();
    });
  }

  test('--- and Enter make a rule; fields keep their signs', async ({ desk }) => {
    await desk.into(body);
    await desk.page.keyboard.type('---');
    await desk.move('Enter');
    await desk.page.keyboard.type('sau');
    expect((await desk.document()).blocks.slice(body, body + 2)).toMatchObject([{ type: 'horizontalrule' }, { children: [{ text: 'sau' }] }]);
    await desk.into(1);
    await desk.page.keyboard.type('# - 1. tít');
    expect(await desk.text(1)).toBe('# - 1. tít');
  });
});

test('attendees: tag every occurrence, untag, remove, undo', async ({ desk }) => {
  await desk.open(story([paragraphJson(newBlockId(), 'Đồng chí Trịnh Khắc Duệ nói. Trịnh Khắc Duệ, Trịnh Khắc Duệch.'), paragraphJson(newBlockId(), 'Trịnh Khắc Duệ')], { headline: 'Trịnh Khắc Duệ' }));
  const act = (id: string): Promise<number[]> =>
    desk.page.evaluate((attendee) => {
      const { attendees } = window.harness.editor;
      return [attendees.untaggedOccurrences(attendee as never).length, attendees.tagOccurrences(attendee as never), attendees.tagOccurrences(attendee as never)];
    }, id);
  expect(await act(due.id)).toEqual([3, 3, 0]);
  await expect.poll(() => desk.page.evaluate((id) => window.harness.editor.snapshot().mentions.get(id as never), due.id)).toBe(3);
  await desk.page.evaluate((id) => window.harness.editor.attendees.remove(id as never), due.id);
  expect(JSON.stringify(await desk.document())).not.toContain(due.id);
  await desk.into(body);
  await desk.move('Control+z');
  expect(markedText(await desk.document(), body)).toBe('Trịnh Khắc DuệTrịnh Khắc Duệ');
  await desk.expectStored();
});

test('the dateline is read from its run and written into it; the story’s date follows', async ({ desk }) => {
  await desk.open(story([paragraphJson(newBlockId(), 'BVS - Ngày 19.11, tại Trung tâm Hội nghị tỉnh, UBND tỉnh họp.')]));
  await desk.page.evaluate(() => {
    const block = window.harness.editor.document().blocks[3];
    if (block !== undefined) window.harness.editor.focusBlock(block.$.bid, 46);
    window.harness.editor.run('dateline');
  });
  await expect.poll(() => desk.page.evaluate(() => window.harness.editor.snapshot().dateline)).toEqual({ source: 'BVS', date: '19.11', place: 'Trung tâm Hội nghị tỉnh' });
  expect((await desk.document()).fields.date).toBe('2026-11-19');
  await desk.page.evaluate(() => window.harness.editor.setDateline({ source: 'BVS', date: '2.9', place: 'xã Nậm Sen' }));
  expect(await desk.text(body)).toBe('BVS - Ngày 2.9, tại xã Nậm Sen, UBND tỉnh họp.');
  expect((await desk.document()).fields.date).toBe('2026-09-02');
  await desk.expectStored();
});

test('the save state tells the truth when the disk fails and when someone else has the story', async ({ desk }) => {
  await desk.page.evaluate(() => {
    window.harness.memory.failures = ['library.full'];
  });
  await desk.into(body);
  await desk.page.keyboard.type('một');
  await expect.poll(() => desk.page.evaluate(() => window.harness.editor.save.state().kind)).toBe('failed');
  await desk.page.keyboard.type(' hai');
  await desk.page.evaluate(() => window.harness.editor.save.retry());
  await expect.poll(() => desk.page.evaluate(() => window.harness.editor.save.state().kind)).toBe('clean');
  await desk.expectStored();
  await desk.page.evaluate(() => {
    window.harness.memory.failures = ['story.stale'];
  });
  await desk.page.keyboard.type(' ba');
  await expect.poll(() => desk.page.evaluate(() => window.harness.log.stale)).toEqual(['story.stale']);
  expect(await desk.page.evaluate(() => window.harness.editor.save.flush())).toBe(false);
});
