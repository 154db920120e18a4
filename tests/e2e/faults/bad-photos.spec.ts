import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { photo } from '../journey/articles.ts';
import { StoryPageObject } from '../pages/story-page.ts';
import { callStory, expect, nextChooser, onlyStory, readNotice, setProfile, test } from './desk.ts';

/** Lets a file fall on an element, as from the desktop. */
async function drop(page: Page, target: Locator, name: string, type: string, content: Buffer): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([title, kind, text]) => {
      const held = new DataTransfer();
      held.items.add(new File([Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))], title, { type: kind }));
      return held;
    },
    [name, type, content.toString('base64')] as const,
  );
  await target.dispatchEvent('dragover', { dataTransfer: transfer });
  await target.dispatchEvent('drop', { dataTransfer: transfer });
}

test('pictures that are none are refused in words; caption and story stay as they were', async ({ desk, door }) => {
  await setProfile(door.library, { help: { hints: null, leftEmpty: true } });
  const story = new StoryPageObject(desk);
  await story.open(door.url);
  await story.create('Phóng sự ảnh');
  const caption = story.text.locator('figcaption').first();
  await caption.click();
  await desk.keyboard.type('Quang cảnh hội nghị tại Vĩnh Sa.');
  await story.expectSaved();
  const id = await onlyStory(door.library);
  const before = await callStory(door.library, 'get', { id });
  const whole = readFileSync(photo('hoi-nghi.jpg'));
  const html = Buffer.from('<!doctype html><title>Wifi</title><form><input name="phone"></form>');
  const refusedWith = async (sentence: string): Promise<void> => {
    await readNotice(story.toasts, sentence, 'Bài vẫn nguyên');
    await expect(caption).toHaveText('Quang cảnh hội nghị tại Vĩnh Sa.');
    await expect(story.text.locator('figure img')).toHaveCount(0);
  };
  const pick = async (name: string, content: Buffer): Promise<void> => {
    await story.showPanel('photos');
    const chooser = await nextChooser(desk);
    await story.panel.getByRole('button', { name: 'Chọn tệp cho ảnh 1' }).click();
    await (await chooser()).setFiles({ name, mimeType: 'image/jpeg', buffer: content });
  };

  await test.step('dropped on the caption', async () => {
    await drop(desk, caption, 'hong.jpg', 'image/jpeg', whole.subarray(0, Math.floor(whole.length * 0.4)));
    await refusedWith('Ảnh bị hỏng hoặc thiếu dữ liệu');
    await drop(desk, caption, 'wifi.jpg', 'image/jpeg', html);
    await refusedWith('Tệp này không phải ảnh JPEG, PNG hay WebP');
  });
  await test.step('picked in the panel', async () => {
    await pick('wifi.jpg', html);
    await refusedWith('Tệp này không phải ảnh JPEG, PNG hay WebP');
    await pick('dau.jpg', whole.subarray(0, 600));
    await refusedWith('Ảnh bị hỏng hoặc thiếu dữ liệu');
  });
  expect(await callStory(door.library, 'get', { id })).toEqual(before);

  await test.step('a sound one still finds its caption', async () => {
    await drop(desk, caption, 'hoi-nghi.jpg', 'image/jpeg', whole);
    await expect(story.text.locator('figure').first().locator('img')).toHaveJSProperty('complete', true);
    await expect(caption).toHaveText('Quang cảnh hội nghị tại Vĩnh Sa.');
    await story.expectSaved();
  });
});
