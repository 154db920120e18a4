import type { Page } from '@playwright/test';
import { StoryPageObject } from '../pages/story-page.ts';
import { bodyText, callStory, expect, intoBody, listStories, nextChooser, onlyStory, readNotice, shownBody, test } from './desk.ts';

/** Through the chooser behind Ctrl+O, as a person would. */
async function importFile(page: Page, name: string, content: Buffer): Promise<void> {
  const chooser = await nextChooser(page);
  await page.keyboard.press('Control+o');
  await (await chooser()).setFiles({ name, mimeType: 'text/plain', buffer: content });
}

const line = 'Hội nghị nghe báo cáo kết quả công tác và bàn phương hướng, nhiệm vụ thời gian tới của tỉnh Vĩnh Sa. ';

test('files that are no text are refused in words, and nothing is added', async ({ desk, door }) => {
  const story = new StoryPageObject(desk);
  await story.open(door.url);
  await expect(story.main.getByRole('button', { name: /^Viết tin mới/ })).toBeFocused();
  const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), Buffer.from('JFIF'), Buffer.alloc(400, 7)]);
  const files: readonly (readonly [string, Buffer, string])[] = [
    ['rong.txt', Buffer.alloc(0), '“rong.txt” không có chữ nào. Không có gì được thêm vào.'],
    ['trang.txt', Buffer.from(' \r\n\t\n'), '“trang.txt” không có chữ nào.'],
    ['anh.txt', jpeg, '“anh.txt” không phải tệp văn bản. Không có gì được thêm vào.'],
    ['utf16.txt', Buffer.from(`\ufeff${line}`, 'utf16le'), '“utf16.txt” không phải chữ Unicode UTF-8. Không có gì được thêm vào. Hãy lưu lại tệp dưới dạng UTF-8.'],
    ['tcvn3.txt', Buffer.from([0x48, 0xe9, 0x69, 0x20, 0x6e, 0x67, 0x68, 0xde]), '“tcvn3.txt” không phải chữ Unicode UTF-8.'],
    ['mot-dong.txt', Buffer.from(line.repeat(Math.ceil(5_000_000 / Buffer.byteLength(line)))), '“mot-dong.txt” lớn hơn 5 MB. Không có gì được thêm vào.'],
    ['dong-dai.txt', Buffer.from(line.repeat(1_000)), '“dong-dai.txt” có dòng dài hơn'],
    ['nhieu-dong.txt', Buffer.from('a\n'.repeat(60_000)), '“nhieu-dong.txt” có hơn'],
  ];
  for (const [name, content, sentence] of files) {
    await importFile(desk, name, content);
    await readNotice(story.toasts, sentence);
  }
  expect(await listStories(door.library)).toEqual([]);
  await expect(story.main).toContainText('Viết tin mới');
});

test('decomposed text comes in composed, and nothing else of it changes', async ({ desk, door }) => {
  const story = new StoryPageObject(desk);
  await story.open(door.url);
  await expect(story.main.getByRole('button', { name: /^Viết tin mới/ })).toBeFocused();
  const paragraphs = ['Khai mạc hội nghị tổng kết', 'Sáng 12.3, tại phường Bến Đò: đường về bản đã thông, người dân rất vui.', 'Hủy bỏ, hoà bình, thuý – giữ nguyên kiểu bỏ dấu của người viết.'];
  await importFile(desk, 'nfd.txt', Buffer.from(paragraphs.join('\r\n').normalize('NFD')));
  await expect(story.text).toBeVisible();
  await expect.poll(() => shownBody(desk)).toBe(paragraphs.join('\n').normalize('NFC'));
  await story.expectSaved();
  const id = await onlyStory(door.library);
  expect(bodyText((await callStory(door.library, 'get', { id })).document)).toBe(paragraphs.join('\n').normalize('NFC'));
});

test('a paste that is no story any more is refused at once; a very long one comes in whole', async ({ desk, door }) => {
  const story = new StoryPageObject(desk);
  await desk.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await story.open(door.url);
  await story.create('Trang trắng');
  await intoBody(desk);
  await desk.keyboard.type('Câu có sẵn.');
  await story.expectSaved();
  const id = await onlyStory(door.library);
  const before = await callStory(door.library, 'get', { id });

  const paragraph = line.repeat(3).trim();
  for (const text of [line.repeat(50_000), `${paragraph}\n`.repeat(18_000)]) {
    expect(text.length).toBeGreaterThan(5_000_000);
    await intoBody(desk);
    await story.paste(text);
    await readNotice(story.toasts, 'Bài vẫn nguyên, chưa có gì được đưa vào. Hãy dán từng phần.');
    expect(await shownBody(desk)).toBe('Câu có sẵn.');
  }
  expect(await callStory(door.library, 'get', { id })).toEqual(before);

  await intoBody(desk);
  await desk.keyboard.press('Enter');
  const long = Array.from({ length: 2_000 }, (_, number) => `Đoạn ${number + 1}. ${paragraph}`);
  await story.paste(long.join('\n'));
  await expect(story.title.locator('[data-save="clean"]')).toBeVisible({ timeout: 60_000 });
  const whole = ['Câu có sẵn.', ...long].join('\n');
  expect((await shownBody(desk)) === whole).toBe(true);
  expect(bodyText((await callStory(door.library, 'get', { id })).document) === whole).toBe(true);
});
