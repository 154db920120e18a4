import { setTimeout as wait } from 'node:timers/promises';
import { bodyText, shownBody } from '../faults/desk.ts';
import { StoryPageObject } from '../pages/story-page.ts';
import { expect, storedStories, test } from './desktop.ts';

const sentence = (number: number): string => `Câu ${number}: hội nghị nghe báo cáo kết quả và bàn phương hướng. `;

const intoBody = (story: StoryPageObject): Promise<void> => story.text.locator('> p:not([data-field])').last().click();

test('the library’s process is killed in mid-sentence, three times: it comes back by itself, nothing is lost or doubled', async ({ start }) => {
  const app = await start();
  const page = await app.page();
  const story = new StoryPageObject(page);
  await expect(story.status).toBeVisible();
  await story.create('Trang trắng');
  await page.keyboard.type('Hội nghị trong mưa gió');
  await intoBody(story);

  let kills = 0;
  const killing = (async () => {
    for (; kills < 3; kills++) {
      await wait(300 + Math.random() * 700);
      const [library] = await app.processes();
      if (library === undefined) throw new Error('the library has no process');
      process.kill(library.pid, 'SIGKILL');
      await expect.poll(async () => (await app.processes())[0]?.pid ?? library.pid).not.toBe(library.pid);
    }
  })();
  let whole = '';
  for (let number = 1; kills < 3 || number < 4; number++) {
    whole += sentence(number);
    await page.keyboard.type(sentence(number), { delay: 8 });
  }
  await killing;
  await story.expectSaved();
  expect((await shownBody(page)).trimEnd()).toBe(whole.trimEnd());
  await expect(story.text).toHaveAttribute('contenteditable', 'true');
  expect(await app.quit()).toBe(0);
  const stored = (await storedStories(app.library)).map((document) => bodyText(document).trimEnd());
  expect(stored).toContain(whole.trimEnd());
  expect(stored.filter((text) => text.includes('Câu 1:'))).toHaveLength(1);
});

test('quitting sends what is unsaved; the next start has story, caret, window and no question', async ({ start }) => {
  const first = await start();
  const page = await first.page();
  const story = new StoryPageObject(page);
  await expect(story.status).toBeVisible();
  await story.create('Trang trắng');
  await page.keyboard.type('Bài đang viết dở');
  await intoBody(story);
  await page.keyboard.type('Một câu đã gõ xong.');
  await story.expectSaved();
  await first.resize({ x: 120, y: 60, width: 1104, height: 720 });
  // Not waited for: what is typed last is what quitting must send.
  await page.keyboard.type(' Và một câu nữa.');
  expect(await first.quit()).toBe(0);
  expect((await first.records().catch(() => null))?.dialogs ?? []).toEqual([]);

  const second = await start({ library: first.library, profile: first.profile });
  const again = await second.page();
  const restored = new StoryPageObject(again);
  await expect(restored.headline).toHaveText('Bài đang viết dở');
  await expect(restored.text).toBeFocused();
  expect((await shownBody(again)).trimEnd()).toBe('Một câu đã gõ xong. Và một câu nữa.');
  expect((await second.windows())[0]?.bounds).toEqual({ x: 120, y: 60, width: 1104, height: 720 });
  await again.keyboard.type(' Tiếp.');
  await expect.poll(async () => (await shownBody(again)).trimEnd()).toBe('Một câu đã gõ xong. Và một câu nữa. Tiếp.');
  await restored.expectSaved();
});

test('a window is not closed over text that the library did not take: the reporter is asked, stays, and loses nothing', async ({ start }) => {
  test.skip(process.platform === 'win32', 'a process can’t be held still there');
  const app = await start();
  const page = await app.page();
  const story = new StoryPageObject(page);
  await expect(story.status).toBeVisible();
  await story.create('Trang trắng');
  await page.keyboard.type('Bài quan trọng');
  await story.expectSaved();
  const [library] = await app.processes();
  if (library === undefined) throw new Error('the library has no process');
  // Alive and deaf: no acknowledgement will come, and no end either.
  process.kill(library.pid, 'SIGSTOP');
  await page.keyboard.type(' chưa được nhận');
  await app.answerDialog('message', 'Ở lại');
  await app.clickClose();
  await expect.poll(async () => (await app.records()).dialogs).toMatchObject([{ dialog: 'message', wasScripted: true, options: { buttons: ['Ở lại', 'Đóng, bỏ phần chưa lưu'], cancelId: 0 } }]);
  await expect(story.headline).toHaveText('Bài quan trọng chưa được nhận');

  process.kill(library.pid, 'SIGCONT');
  await story.expectSaved();
  expect(await app.quit()).toBe(0);
  expect((await storedStories(app.library)).map((document) => JSON.stringify(document)).join('')).toContain('Bài quan trọng chưa được nhận');
});
