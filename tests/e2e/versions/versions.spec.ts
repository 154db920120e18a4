import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { CallInput, CallOutput } from '#core/contract/contract.ts';
import { OwnerFile } from '#core/contract/loopback.ts';
import { documentText } from '#core/story/text.ts';
import { axeViolations } from '#tests/validators/axe.ts';
import { StoryPageObject } from '../pages/story-page.ts';
import { expect, test } from '../test.ts';

const windowId = '0198a000-0000-7000-8000-00000000beef';

/** A call with the owner's token, in the name of another window. */
async function call(library: string, name: string, input: unknown): Promise<unknown> {
  const owner = OwnerFile.parse(JSON.parse(readFileSync(join(library, 'owner.json'), 'utf8')));
  const reply = await fetch(`${new URL(owner.url).origin}/call/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${owner.token}`, 'x-toasoan-window': windowId },
    body: JSON.stringify(input),
  });
  const answer = (await reply.json()) as { readonly ok: boolean; readonly value?: unknown; readonly error?: unknown };
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
  return answer.value;
}

type Calls = 'get' | 'keep' | 'versions' | 'version' | 'takeOver' | 'create' | 'trash';

const beside = async <N extends Calls>(library: string, name: N, input: CallInput<'story', N>): Promise<CallOutput<'story', N>> => (await call(library, `story.${name}`, input)) as CallOutput<'story', N>;

class VersionsPage extends StoryPageObject {
  readonly dialog = this.page.getByRole('dialog', { name: 'Các bản đã lưu' });
  readonly rows = this.dialog.getByRole('option');
  readonly shown = this.dialog.getByRole('region', { name: /^Chữ của bản/ });
  readonly chosen = this.dialog.locator('[aria-selected="true"]');

  /** A new story with this headline; its id. */
  async write(headline: string): Promise<CallInput<'story', 'get'>['id']> {
    const made = this.page.waitForResponse((response) => response.url().endsWith('/call/story.create'));
    await this.create('Trang trắng');
    const { value } = (await (await made).json()) as { value: CallOutput<'story', 'create'> };
    await this.page.keyboard.type(headline);
    return value.id;
  }
}

const storedText = async (library: string, id: CallInput<'story', 'get'>['id']): Promise<string> => documentText((await beside(library, 'get', { id })).document);

/** Presses Tab until this button has the focus. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let step = 0; step < 20; step++) {
    if (name.test((await page.evaluate(() => document.activeElement?.textContent)) ?? '')) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${String(name)}`);
}

test('words that could not be saved are one step away, and become a story of their own', async ({ app, door }) => {
  const story = new VersionsPage(app);
  const id = await story.write('Tin từ hội trường');
  await expect.poll(() => storedText(door.library, id)).toBe('Tin từ hội trường');
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await app.route('**/call/story.append', async (route) => {
    await held;
    await route.continue();
  });
  await app.keyboard.type(', chữ chưa kịp lưu');
  await beside(door.library, 'takeOver', { id });
  letGo();
  await expect(app.getByRole('alert')).toContainText('đã cất thành một bản riêng');
  await app.getByRole('alert').getByRole('button', { name: 'Xem bản đã cất' }).press('Enter');

  await expect(story.chosen).toHaveAttribute('data-version', 'refused');
  await expect(story.chosen).toBeFocused();
  await expect(story.chosen).toContainText('Chữ chưa vào được bài, cất riêng');
  await expect(story.shown).toHaveText('Tin từ hội trường, chữ chưa kịp lưu');
  await app.keyboard.press('ArrowDown');
  await expect(story.chosen).toHaveAttribute('data-version', 'takeover');
  await expect(story.shown).toHaveText('Tin từ hội trường');
  await expect(story.dialog.getByRole('button', { name: 'Khôi phục bản này' })).toHaveAttribute('aria-disabled', 'true');
  await app.keyboard.press('ArrowUp');
  await expect(story.shown).toHaveText('Tin từ hội trường, chữ chưa kịp lưu');
  await tabTo(app, /^Mở thành bài mới/);
  await app.keyboard.press('Enter');

  await expect(story.dialog).toBeHidden();
  await expect(story.headline).toHaveText('Tin từ hội trường, chữ chưa kịp lưu');
  await expect(story.text).toHaveAttribute('contenteditable', 'true');
  await expect(story.toasts).toContainText('Đã thành một bài mới trong thư viện');
  expect(await storedText(door.library, id)).toBe('Tin từ hội trường');
});

test('a version comes back in one step, what it replaced is kept, and undo takes it back', async ({ app, door }) => {
  const story = new VersionsPage(app);
  const id = await story.write('Bản đầu');
  const stored = (): Promise<string> => storedText(door.library, id);
  await expect.poll(stored).toBe('Bản đầu');
  await beside(door.library, 'keep', { id, document: (await beside(door.library, 'get', { id })).document });
  await app.keyboard.type(', viết thêm');
  await expect.poll(stored).toBe('Bản đầu, viết thêm');

  await app.keyboard.press('Control+Alt+v');
  await expect(story.rows).toHaveCount(2);
  await expect(story.shown).toHaveText('Bản đầu');
  for (const colorScheme of ['light', 'dark'] as const) {
    // Without motion: colours that are still changing are nobody's choice.
    await app.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(app.locator('html')).toHaveAttribute('data-scheme', colorScheme);
    expect(await axeViolations(app)).toEqual([]);
  }
  await app.keyboard.press('Escape');
  await expect(story.dialog).toBeHidden();
  await story.command('cac ban da luu');
  await expect(story.shown).toHaveText('Bản đầu');
  await tabTo(app, /^Khôi phục bản này/);
  await app.keyboard.press('Enter');

  await expect(story.headline).toHaveText('Bản đầu');
  await expect(story.toasts).toContainText('được cất thành một bản');
  await expect.poll(stored).toBe('Bản đầu');
  const { versions } = await beside(door.library, 'versions', { id });
  expect(versions.map((version) => version.reason)).toEqual(['restore', 'refused', 'open']);
  const replaced = await beside(door.library, 'version', { id, versionId: versions[0]?.id ?? (id as never) });
  expect(documentText(replaced.document)).toBe('Bản đầu, viết thêm');

  await story.text.focus();
  await app.keyboard.press('Control+z');
  await expect(story.headline).toHaveText('Bản đầu, viết thêm');
  await expect.poll(stored).toBe('Bản đầu, viết thêm');
  const { blocks } = (await beside(door.library, 'get', { id })).document;
  expect(new Set(blocks.map((block) => block.$.bid)).size).toBe(blocks.length);
});

test('a story without versions says when there will be one', async ({ app, door }) => {
  const { id } = await beside(door.library, 'create', { template: 'blank' });
  await beside(door.library, 'trash', { ids: [id] });
  const story = new VersionsPage(app);
  await story.command('thung rac');
  await story.main.getByRole('option').first().dblclick();
  await expect(story.main).toContainText('Bài đang ở trong thùng rác');
  await story.title.getByRole('button', { name: 'Các bản đã lưu' }).press('Enter');
  await expect(story.dialog).toContainText('Bài này chưa có bản nào được cất.');
  await expect(story.dialog.getByRole('button', { name: 'Đóng' })).toBeFocused();
});

test('an open story follows its review without a reload, and keeps the caret while it only moves on', async ({ app, door }) => {
  const story = new VersionsPage(app);
  const id = await story.write('Bài chờ duyệt');
  await call(door.library, 'review.submit', { id });
  await expect(story.title).toContainText('Đã nộp, chờ duyệt');
  await app.keyboard.type(' thêm');
  await expect.poll(() => storedText(door.library, id)).toBe('Bài chờ duyệt thêm');
  await call(door.library, 'review.approve', { id });
  await expect(story.text).toHaveAttribute('contenteditable', 'false');
  await expect(story.main).toContainText('Bài đã duyệt nên chỉ đọc');
  await call(door.library, 'review.sendBack', { id, note: 'Xem lại tít' });
  await expect(story.text).toHaveAttribute('contenteditable', 'true');
  await expect(story.title).toContainText('Trả lại');
  await expect(story.headline).toHaveText('Bài chờ duyệt thêm');
  await beside(door.library, 'trash', { ids: [id] });
  await expect(story.text).toHaveAttribute('contenteditable', 'false');
  await expect(story.main).toContainText('Bài đang ở trong thùng rác');
});
