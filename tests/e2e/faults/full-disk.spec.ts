import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, truncateSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDoor } from '../door.ts';
import { StoryPageObject } from '../pages/story-page.ts';
import { bodyText, callStory, expect, intoBody, onlyStory, shownBody, startAgain, test } from './desk.ts';

/** A disk of 8 MB; a sentence says why there is none on this machine. */
function smallDisk(): { readonly dir: string; unmount(): void } | string {
  if (process.platform !== 'linux') return 'a small disk is only made on Linux';
  const dir = mkdtempSync(join(tmpdir(), 'toasoan-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', dir], { encoding: 'utf8' });
  if (mounted.status !== 0) return `mount: ${mounted.error?.message ?? mounted.stderr.trim()}`;
  return { dir, unmount: () => void spawnSync('umount', ['-l', dir]) };
}

/** Takes all room of the disk but `left` bytes; gives the file to remove again. */
function fillUp(dir: string, left: number): string {
  const path = join(dir, 'ballast');
  const file = openSync(path, 'w');
  try {
    for (;;) writeSync(file, Buffer.alloc(65_536));
  } catch (problem) {
    if (!(problem instanceof Error && 'code' in problem && problem.code === 'ENOSPC')) throw problem;
  } finally {
    closeSync(file);
  }
  truncateSync(path, Math.max(0, statSync(path).size - left));
  return path;
}

test('the disk is full: it is said, typing goes on, and all is saved by itself when there is room again', async ({ desk }) => {
  const disk = smallDisk();
  if (typeof disk === 'string') {
    process.stderr.write(`skipped: ${disk}\n`);
    test.skip(true, disk);
    return;
  }
  try {
    let door = await startDoor({ library: join(disk.dir, 'library') });
    const story = new StoryPageObject(desk);
    await story.open(door.url);
    await story.create('Trang trắng');
    await intoBody(desk);
    await desk.keyboard.type('Câu đã lưu. ');
    await story.expectSaved();
    const id = await onlyStory(door.library);
    const ballast = fillUp(disk.dir, 48 * 1024);

    let whole = 'Câu đã lưu. ';
    const failed = story.title.locator('[data-save="failed"]');
    for (let number = 1; number <= 60 && !(await failed.isVisible()); number++) {
      const sentence = `Câu ${number} gõ khi ổ đĩa sắp đầy. `;
      whole += sentence;
      await desk.keyboard.type(sentence);
      await expect(story.title.locator('[data-save="clean"], [data-save="failed"]')).toBeVisible();
    }
    await expect(failed).toHaveText('Chưa lưu được');
    const banner = desk.getByRole('alert');
    await expect(banner).toContainText('Ổ đĩa đã đầy, chưa lưu được thay đổi này');
    await expect(banner).toContainText('Hãy giải phóng chỗ trống');
    await desk.keyboard.type('Câu cuối gõ khi đã đầy.');
    whole += 'Câu cuối gõ khi đã đầy.';
    await banner.getByRole('button', { name: 'Thử lại' }).click();
    await expect(failed).toBeVisible();
    expect(await shownBody(desk)).toBe(whole);

    await test.step('the list can still be read, and the story keeps its unsaved words meanwhile', async () => {
      await desk.keyboard.press('Control+Shift+Digit3');
      await desk.getByRole('option').first().dblclick();
      expect(await shownBody(desk)).toBe(whole);
    });

    rmSync(ballast);
    await expect(story.title.locator('[data-save="clean"]')).toBeVisible({ timeout: 40_000 });
    await expect(desk.getByRole('alert')).toHaveCount(0);
    expect(await shownBody(desk)).toBe(whole);
    expect(bodyText((await callStory(door.library, 'get', { id })).document)).toBe(whole);

    await door.kill();
    door = await startAgain(door);
    await desk.reload();
    await expect.poll(() => shownBody(desk)).toBe(whole);
    await door.stop();
  } finally {
    disk.unmount();
  }
});
