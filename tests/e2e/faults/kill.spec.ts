import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { startDoor } from '../door.ts';
import { StoryPageObject } from '../pages/story-page.ts';
import { bodyText, callStory, expect, intoBody, onlyStory, savedOffset, shownBody, startAgain, test } from './desk.ts';

const sentence = (number: number): string => `Câu ${number}: hội nghị nghe báo cáo kết quả và bàn phương hướng. `;

/** What stood in the body each time the page said that all is saved. */
const watchSaved = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { calledSaved: seen });
    const look = (): void => {
      if (document.querySelector('[data-save="clean"]') === null) return;
      seen.push([...document.querySelectorAll('[data-story-page] > p:not([data-field])')].map((line) => line.textContent).join('\n'));
    };
    new MutationObserver(look).observe(document.body, { subtree: true, attributes: true, attributeFilter: ['data-save'] });
    look();
  });
const lastCalledSaved = (page: Page): Promise<string> => page.evaluate(() => (window as unknown as { readonly calledSaved: readonly string[] }).calledSaved.at(-1) ?? '');

test('killed five times in mid-sentence: the open page comes back by itself, nothing is lost or doubled', async ({ desk }) => {
  let door = await startDoor();
  const story = new StoryPageObject(desk);
  await story.open(door.url);
  await story.create('Trang trắng');
  await desk.keyboard.type('Hội nghị trong mưa gió');
  await intoBody(desk);
  await watchSaved(desk);
  const id = await onlyStory(door.library);

  let kills = 0;
  const typing = (async () => {
    let text = '';
    for (let number = 1; kills < 5 || number < 4; number++) {
      text += sentence(number);
      await desk.keyboard.type(sentence(number), { delay: 8 });
    }
    return text;
  })();
  while (kills < 5) {
    await wait(200 + Math.random() * 800);
    await door.kill();
    const called = await lastCalledSaved(desk);
    door = await startAgain(door);
    // The page may have sent more meanwhile; less than what it called saved would be a loss.
    const { document } = await callStory(door.library, 'get', { id });
    expect(bodyText(document).startsWith(called), `kill ${kills + 1}: “${called.slice(-40)}” was called saved`).toBe(true);
    kills += 1;
  }
  const whole = (await typing).trimEnd();

  await story.expectSaved();
  await expect(story.main.getByRole('alert')).toHaveCount(0);
  await expect(story.text).toHaveAttribute('contenteditable', 'true');
  expect((await shownBody(desk)).trimEnd()).toBe(whole);
  const { document } = await callStory(door.library, 'get', { id });
  expect(bodyText(document).trimEnd()).toBe(whole);
  const { versions } = await callStory(door.library, 'versions', { id });
  expect(versions.filter((version) => version.reason === 'refused')).toEqual([]);
  await door.stop();
});

test('killed, started again, reloaded: story, text and caret are where they were', async ({ desk }) => {
  let door = await startDoor();
  const story = new StoryPageObject(desk);
  await story.open(door.url);
  await story.create('Trang trắng');
  await desk.keyboard.type('Bài đang viết dở');
  await intoBody(desk);
  await desk.keyboard.type('Một câu đã gõ xong.');
  await desk.keyboard.press('Enter');
  await desk.keyboard.type('Câu thứ hai còn dang dở');
  for (let step = 0; step < 7; step++) await desk.keyboard.press('ArrowLeft');
  await story.expectSaved();
  // The place is written down in its own time; only what the library has can come back.
  const id = await onlyStory(door.library);
  await expect.poll(() => desk.evaluate(() => window.getSelection()?.anchorOffset)).toBe('Câu thứ hai còn '.length);
  await desk.evaluate(() => window.dispatchEvent(new Event('blur')));
  await expect.poll(() => savedOffset(door.library)).toBe('Câu thứ hai còn '.length);

  await door.kill();
  door = await startAgain(door);
  await desk.reload();
  await expect(story.headline).toHaveText('Bài đang viết dở');
  await story.expectSaved();
  await expect(story.title).toContainText('Đã lưu trên máy này');
  expect(await shownBody(desk)).toBe('Một câu đã gõ xong.\nCâu thứ hai còn dang dở');
  await expect(story.text).toBeFocused();
  await desk.keyboard.type('hơi ');
  await expect.poll(() => shownBody(desk)).toBe('Một câu đã gõ xong.\nCâu thứ hai còn hơi dang dở');
  await story.expectSaved();
  const { document } = await callStory(door.library, 'get', { id });
  expect(bodyText(document)).toBe('Một câu đã gõ xong.\nCâu thứ hai còn hơi dang dở');
  expect(await onlyStory(door.library)).toBe(id);
  await door.stop();
});
