import { StoryPageObject } from '../pages/story-page.ts';
import { bodyText, callStory, expect, intoBody, onlyStory, shownBody, test, windowIdOf } from './desk.ts';

test('two windows: one writes, the other reads along and takes over; nothing unsaved is lost', async ({ desk, door, watch }) => {
  const first = new StoryPageObject(desk);
  await first.open(door.url);
  await first.create('Trang trắng');
  await desk.keyboard.type('Tin từ hội trường');
  await intoBody(desk);
  await desk.keyboard.type('Câu của cửa sổ thứ nhất.');
  await first.expectSaved();
  const id = await onlyStory(door.library);

  const page = await desk.context().newPage();
  watch(page);
  const second = new StoryPageObject(page);
  await test.step('the second window reads what the first types', async () => {
    await second.open(door.url);
    await expect(second.headline).toHaveText('Tin từ hội trường');
    await expect(second.text).toHaveAttribute('contenteditable', 'false');
    await expect(second.main).toContainText('Bài đang được viết ở cửa sổ khác');
    await intoBody(page);
    await page.keyboard.type('không vào đâu cả');
    await page.keyboard.press('Backspace');
    expect(await shownBody(page)).toBe('Câu của cửa sổ thứ nhất.');
    await desk.bringToFront();
    await desk.keyboard.type(' Câu nữa.');
    await expect.poll(() => shownBody(page)).toBe('Câu của cửa sổ thứ nhất. Câu nữa.');
  });

  await test.step('it takes over while the first has words that are not saved yet', async () => {
    // The first window's batches are held on their way, so that its words are unsaved for certain.
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    await desk.route('**/call/story.append', async (route) => {
      await held;
      await route.continue();
    });
    await desk.keyboard.type(' Chữ chưa kịp lưu.');
    await page.bringToFront();
    await page.getByRole('button', { name: 'Viết tiếp ở đây' }).click();
    await expect(second.text).toHaveAttribute('contenteditable', 'true');
    await intoBody(page);
    await page.keyboard.type(' Chữ của cửa sổ thứ hai.');
    await second.expectSaved();
    letGo();
    await desk.bringToFront();
    await expect(first.text).toHaveAttribute('contenteditable', 'false');
    await expect(desk.getByRole('alert')).toContainText('Chữ của cửa sổ này đã cất thành một bản riêng');
    expect(await shownBody(desk)).toBe('Câu của cửa sổ thứ nhất. Câu nữa. Chữ chưa kịp lưu.');
    await desk.unroute('**/call/story.append');
  });

  await test.step('the unsaved words are a version, the story is the second window’s', async () => {
    const { versions } = await callStory(door.library, 'versions', { id });
    const refused = versions.filter((version) => version.reason === 'refused');
    expect(refused).toHaveLength(1);
    const kept = await callStory(door.library, 'version', { id, versionId: refused[0]?.id ?? (id as never) });
    expect(bodyText(kept.document)).toBe('Câu của cửa sổ thứ nhất. Câu nữa. Chữ chưa kịp lưu.');
    expect(bodyText((await callStory(door.library, 'get', { id })).document)).toBe('Câu của cửa sổ thứ nhất. Câu nữa. Chữ của cửa sổ thứ hai.');
  });

  await test.step('reloaded, the first reads what the second writes; the second still writes', async () => {
    await desk.reload();
    await expect(first.text).toHaveAttribute('contenteditable', 'false');
    await expect.poll(() => shownBody(desk)).toBe('Câu của cửa sổ thứ nhất. Câu nữa. Chữ của cửa sổ thứ hai.');
    await page.bringToFront();
    await page.reload();
    await expect(second.text).toHaveAttribute('contenteditable', 'true');
    await intoBody(page);
    await page.keyboard.type(' Hết.');
    await second.expectSaved();
    await expect.poll(() => shownBody(desk)).toBe('Câu của cửa sổ thứ nhất. Câu nữa. Chữ của cửa sổ thứ hai. Hết.');
  });
});

test('taken over in the middle of fast typing: whatever was on the first window’s screen is in the story or in a version', async ({ desk, door, watch }) => {
  const first = new StoryPageObject(desk);
  await first.open(door.url);
  await first.create('Trang trắng');
  await intoBody(desk);
  await desk.keyboard.type('Mở đầu.');
  await first.expectSaved();
  const id = await onlyStory(door.library);
  const page = await desk.context().newPage();
  watch(page);
  const second = new StoryPageObject(page);
  await second.open(door.url);
  await expect(second.main).toContainText('Bài đang được viết ở cửa sổ khác');

  await desk.bringToFront();
  // Typed and not yet sent: taken over and written on before the pause after which a batch goes.
  await desk.keyboard.type(' Chữ cuối của cửa sổ thứ nhất');
  await page.evaluate(() => [...document.querySelectorAll('button')].find((button) => button.textContent === 'Viết tiếp ở đây')?.click());
  await expect(second.text).toHaveAttribute('contenteditable', 'true');
  await page.bringToFront();
  await intoBody(page);
  await page.keyboard.type(' Chữ của cửa sổ thứ hai.');
  await second.expectSaved();
  await expect(first.text).toHaveAttribute('contenteditable', 'false');
  await expect(first.title.locator('[data-save="clean"], [data-save="failed"]')).toBeVisible();
  const { versions } = await callStory(door.library, 'versions', { id });
  const texts = [bodyText((await callStory(door.library, 'get', { id })).document)];
  for (const version of versions) texts.push(bodyText((await callStory(door.library, 'version', { id, versionId: version.id })).document));
  expect(texts.some((text) => text.includes('Mở đầu. Chữ cuối của cửa sổ thứ nhất')), texts.join('\n')).toBe(true);
});

test('changed behind the window’s back: its words become a version, and the newest text is one press away', async ({ desk, door }) => {
  const story = new StoryPageObject(desk);
  await story.open(door.url);
  await story.create('Trang trắng');
  await intoBody(desk);
  await desk.keyboard.type('Bản chung.');
  await story.expectSaved();
  const id = await onlyStory(door.library);

  const stored = await callStory(door.library, 'get', { id });
  const body = stored.document.blocks.find((block) => block.type === 'paragraph');
  if (body?.type !== 'paragraph') throw new Error('the story has no body');
  const [run] = body.children;
  if (run?.type !== 'text') throw new Error('the body has no text');
  const changed = { ...body, children: [{ ...run, text: 'Bản do nơi khác sửa.' }] };
  await callStory(door.library, 'append', { id, base: stored.meta.seq, changes: { upsert: [changed], remove: [], order: null, fields: null } }, await windowIdOf(desk));

  await desk.keyboard.type(' Chữ gõ trên bản cũ.');
  const banner = desk.getByRole('alert');
  await expect(banner).toContainText('Bài đã được sửa ở nơi khác');
  await expect(banner).toContainText('Chữ của cửa sổ này đã cất thành một bản riêng');
  await expect(story.title.locator('[data-save="failed"]')).toHaveText('Chưa lưu được');
  await expect(story.text).toHaveAttribute('contenteditable', 'false');
  expect(await shownBody(desk)).toBe('Bản chung. Chữ gõ trên bản cũ.');
  const { versions } = await callStory(door.library, 'versions', { id });
  const refused = versions.filter((version) => version.reason === 'refused');
  expect(refused).toHaveLength(1);
  const kept = await callStory(door.library, 'version', { id, versionId: refused[0]?.id ?? (id as never) });
  expect(bodyText(kept.document)).toBe('Bản chung. Chữ gõ trên bản cũ.');

  await banner.getByRole('button', { name: 'Mở bản mới nhất' }).click();
  await expect(desk.getByRole('alert')).toHaveCount(0);
  await expect(story.text).toHaveAttribute('contenteditable', 'true');
  expect(await shownBody(desk)).toBe('Bản do nơi khác sửa.');
  await story.expectSaved();
  await intoBody(desk);
  await desk.keyboard.type(' Viết tiếp.');
  await story.expectSaved();
  expect(bodyText((await callStory(door.library, 'get', { id })).document)).toBe('Bản do nơi khác sửa. Viết tiếp.');
});
