import process from 'node:process';
import { StoryDocument } from '#core/story/document.ts';
import { figureJson, headingJson, paragraphJson, textJson } from '#core/story/blocks.ts';
import { expect, test } from './harness.ts';
import type { Desk } from './harness.ts';
import { due, dueMark, newBlockId, story } from './stories.ts';
import { typist } from './vietnamese-typist.ts';

/** Repeatable chance (mulberry32). */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const steps = Number(process.env['FUZZ_STEPS'] ?? 400);
const seeds = (process.env['FUZZ_SEEDS'] ?? '3').split(',').map(Number);

type Act = (desk: Desk, pick: (below: number) => number) => Promise<void>;

const press = (...keys: string[]): Act => (desk) => desk.move(...keys);
const acts: Readonly<Record<string, Act>> = {
  type: async (desk, pick) => typist(desk.cdp)[pick(2) === 0 ? 'likeUniKey' : 'likeIme'](['Tiếng ', 'Việt', 'đường ', 'nước', '- ', '# ', '1. '][pick(7)] ?? 'a'),
  enter: press('Enter'),
  backspace: press('Backspace'),
  backspaces: press('Backspace', 'Backspace', 'Backspace', 'Backspace'),
  delete: press('Delete'),
  deleteWord: press('Control+Backspace'),
  lineBreak: press('Shift+Enter'),
  home: press('Home'),
  end: press('End'),
  up: press('ArrowUp'),
  down: press('ArrowDown', 'ArrowDown'),
  left: press('ArrowLeft', 'ArrowLeft', 'ArrowLeft'),
  select: press('Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight'),
  selectDown: press('Shift+ArrowDown', 'Shift+ArrowDown'),
  selectAll: press('Control+a'),
  cut: press('Control+x'),
  copy: press('Control+c'),
  pasteOwn: press('Control+v'),
  undo: press('Control+z'),
  undos: press('Control+z', 'Control+z', 'Control+z'),
  redo: press('Control+y'),
  bold: press('Control+b'),
  pasteText: (desk) => desk.paste({ 'text/plain': 'dòng một\ndòng hai\n\ndòng ba' }),
  pasteHtml: (desk) => desk.paste({ 'text/html': '<h2>Tít</h2><p>Đoạn <b>đậm</b></p><ul><li>mục<ul><li>con</li></ul></li></ul><blockquote>trích</blockquote><hr>', 'text/plain': 'x' }),
  command: (desk, pick) =>
    desk.page
      .evaluate((id) => window.harness.editor.run(id), (['heading2', 'heading4', 'paragraph', 'quote', 'list-bullet', 'list-number', 'rule', 'figure-empty', 'move-up', 'move-down', 'dateline', 'tag-person', 'untag-person'] as const)[pick(13)] ?? 'paragraph')
      .then(() => desk.settle()),
  figure: (desk, pick) =>
    desk.page.evaluate((empty) => window.harness.editor.insertFigure(empty ? null : { media: 'b'.repeat(64) as never, width: 4, height: 3 }), pick(2) === 0).then(() => desk.settle()),
  into: async (desk, pick) => desk.into(pick((await desk.document()).blocks.length)),
  fields: (desk) => desk.page.evaluate(() => window.harness.editor.updateFields((fields) => ({ ...fields, section: `${fields.section}x`.slice(-50) }))).then(() => desk.settle()),
  tag: (desk) => desk.page.evaluate((id) => window.harness.editor.attendees.tagOccurrences(id as never), due.id).then(() => desk.settle()),
};

/** Every letter of the document, to see that undo brings everything back. */
const letters = (document: StoryDocument): string => JSON.stringify(document.blocks);

for (const seed of seeds) {
  test(`${steps} random steps, seed ${seed}: ids, shape and what is stored stay right`, async ({ desk }) => {
    test.setTimeout(600_000);
    await desk.page.evaluate(() => {
      window.harness.memory.delay = 20;
    });
    await desk.open(
      story(
        [
          paragraphJson(newBlockId(), [textJson('BVS - Ngày 19.11, tại Vĩnh Sa,', [{ kind: 'dateline' }]), textJson(' đồng chí '), textJson(due.name, [dueMark]), textJson(' chủ trì hội nghị.')]),
          headingJson(newBlockId(), 'h3', 'Tít xen'),
          figureJson(newBlockId(), { caption: 'Trịnh Khắc Duệ tại hội nghị', credit: 'Ảnh: Nhiên' }),
          paragraphJson(newBlockId(), 'Đoạn cuối của bài.'),
        ],
        { headline: 'Giữ rừng đầu nguồn', byline: 'Tin: Nhiên' },
      ),
    );
    await desk.into(3);
    const pick = chance(seed);
    const names = Object.keys(acts);
    const trail: string[] = [];
    for (let step = 0; step < steps; step++) {
      const name = names[pick(names.length)] ?? 'type';
      trail.push(name);
      await acts[name]?.(desk, pick);
      await desk.settle();
      const document = await desk.document();
      const where = `step ${step}: ${trail.slice(-6).join(' ')}`;
      const parsed = StoryDocument.safeParse(document);
      expect(parsed.error?.message, where).toBeUndefined();
      const ids = document.blocks.map((block) => block.$.bid);
      expect(new Set(ids).size, where).toBe(ids.length);
      const fields = document.blocks.flatMap((block) => (block.type === 'field' ? [block.field] : []));
      expect([fields, document.blocks.at(-1)?.type, document.blocks.slice(0, 3).every((block) => block.type === 'field'), document.blocks.length > 4], where).toEqual([['kicker', 'headline', 'lede', 'byline'], 'field', true, true]);
      for (const block of document.blocks) if (block.type === 'figure') expect(block.children.map((part) => part.part), where).toEqual(['caption', 'credit', 'alt']);
      if (step % 10 === 9) await desk.expectStored();
    }
    await desk.expectStored();
    const before = letters(await desk.document());
    for (let count = 0; count < 5; count++) await desk.move('Control+z');
    for (let count = 0; count < 5; count++) await desk.move('Control+y');
    expect(letters(await desk.document())).toBe(before);
  });
}
