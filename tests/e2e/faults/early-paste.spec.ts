import type { Page } from '@playwright/test';
import { startDoor } from '../door.ts';
import { StoryPageObject } from '../pages/story-page.ts';
import { expect, intoBody, shownBody, test } from './desk.ts';

/** What reads foreign markup is fetched after the first picture; these pastes come before it is there. */
const reader = '**/assets/read-html-*.js';

async function pasteHtml(page: Page, html: string, text: string): Promise<void> {
  await page.evaluate(
    ([markup, plain]) => navigator.clipboard.write([new ClipboardItem({ 'text/html': new Blob([markup], { type: 'text/html' }), 'text/plain': new Blob([plain], { type: 'text/plain' }) })]),
    [html, text] as const,
  );
  await page.keyboard.press('Control+v');
}

test('a paste before its reader is there waits for it and loses nothing typed meanwhile', async ({ desk }) => {
  const door = await startDoor();
  await desk.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const arrived = Promise.withResolvers<void>();
  await desk.route(reader, async (route) => {
    await arrived.promise;
    await route.continue();
  });
  const story = new StoryPageObject(desk);
  await story.open(door.url);
  await story.create('Trang trắng');
  await intoBody(desk);
  await pasteHtml(desk, '<p>Đoạn <b>in đậm</b> của Thạch Sô.</p><p>Đoạn hai.</p>', 'bản chữ trơn');
  await desk.keyboard.type('Gõ tiếp. ');
  expect(await shownBody(desk)).toBe('Gõ tiếp. ');
  arrived.resolve();
  await expect(story.text.locator('strong', { hasText: 'in đậm' })).toBeVisible();
  expect(await shownBody(desk)).toContain('Gõ tiếp. Đoạn in đậm của Thạch Sô.');
  expect(await shownBody(desk)).not.toContain('bản chữ trơn');
  await door.stop();
});

test('a paste whose reader cannot be fetched comes in as plain text', async ({ desk }) => {
  const door = await startDoor();
  await desk.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await desk.route(reader, (route) => route.abort());
  const story = new StoryPageObject(desk);
  await story.open(door.url);
  await story.create('Trang trắng');
  await intoBody(desk);
  await pasteHtml(desk, '<p>Đoạn <b>in đậm</b>.</p>', 'Đoạn in đậm.');
  await expect.poll(() => shownBody(desk)).toBe('Đoạn in đậm.');
  await story.expectSaved();
  await door.stop();
});
