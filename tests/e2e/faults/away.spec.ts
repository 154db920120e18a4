import { startDoor } from '../door.ts';
import { StoryPageObject } from '../pages/story-page.ts';
import { bodyText, callStory, expect, intoBody, onlyStory, shownBody, startAgain, test } from './desk.ts';

test('while the server is away the save state says so, typing goes on, and all is saved when it is back', async ({ desk }) => {
  let door = await startDoor();
  const story = new StoryPageObject(desk);
  await story.open(door.url);
  await story.create('Trang trắng');
  await intoBody(desk);
  await desk.keyboard.type('Câu đã lưu. ');
  await story.expectSaved();
  await door.kill();

  await desk.keyboard.type('Câu gõ lúc mất liên lạc. ');
  await expect(story.title.locator('[data-save="failed"]')).toHaveText('Chưa lưu được');
  await expect(story.title).not.toContainText('Đã lưu');
  const banner = desk.getByRole('alert');
  await expect(banner).toContainText('Chữ vẫn còn trên màn hình');
  await expect(banner).toContainText('Chưa liên lạc được với Tòa Soạn trên máy này');
  await desk.keyboard.type('Câu gõ tiếp sau khi đã báo.');
  const whole = 'Câu đã lưu. Câu gõ lúc mất liên lạc. Câu gõ tiếp sau khi đã báo.';
  expect(await shownBody(desk)).toBe(whole);
  await expect(story.title.locator('[data-save="failed"]')).toBeVisible();

  await test.step('other screens stay honest too, and the story keeps its unsaved words', async () => {
    await desk.keyboard.press('Control+Shift+Digit3');
    await expect(desk.getByRole('alert').first()).toContainText('Mất liên lạc với Tòa Soạn trên máy này');
    await story.command('ve bai viet');
    await expect.poll(() => shownBody(desk)).toBe(whole);
  });

  door = await startAgain(door);
  await story.expectSaved();
  await expect(story.title).toContainText('Đã lưu trên máy này');
  await expect(desk.getByRole('alert')).toHaveCount(0);
  const id = await onlyStory(door.library);
  expect(bodyText((await callStory(door.library, 'get', { id })).document)).toBe(whole);
  await door.stop();
});

test('an answer that is lost on its way: the batch comes again, nothing is stale, nothing is doubled', async ({ desk, door }) => {
  const story = new StoryPageObject(desk);
  await story.open(door.url);
  await story.create('Trang trắng');
  await intoBody(desk);
  await desk.keyboard.type('Đầu. ');
  await story.expectSaved();

  // Stored, and the page never hears of it: what a kill between commit and answer does.
  let lost = 0;
  await desk.route('**/call/story.append', async (route) => {
    if (lost > 0) return route.continue();
    lost += 1;
    await route.fetch();
    // More is typed before the page learns that there is no answer.
    await desk.keyboard.type('Giữa. ');
    return route.abort('connectionreset');
  });
  await desk.keyboard.type('Mất. ');
  await expect.poll(() => lost).toBe(1);
  await expect(story.title.locator('[data-save="failed"]')).toBeVisible();
  await desk.keyboard.type('Cuối.');
  await story.expectSaved();
  await expect(desk.getByRole('alert')).toHaveCount(0);
  expect(await shownBody(desk)).toBe('Đầu. Mất. Giữa. Cuối.');
  const id = await onlyStory(door.library);
  expect(bodyText((await callStory(door.library, 'get', { id })).document)).toBe('Đầu. Mất. Giữa. Cuối.');
});
