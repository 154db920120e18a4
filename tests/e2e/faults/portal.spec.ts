import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openPortal } from '#tests/faults/publish-portal.ts';
import { PublishPage } from '../pages/publish-page.ts';
import { StoryPageObject } from '../pages/story-page.ts';
import { expect, setProfile, test } from './desk.ts';

/** What a café's wifi answers to everything. */
async function startWifiPage(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<!doctype html><title>Wifi</title><form action="/login"><input name="phone"></form>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function approvedStory(page: Page, headline: string): Promise<void> {
  const story = new StoryPageObject(page);
  await story.create('Tin hội nghị');
  await expect(story.headline).toBeVisible();
  await page.keyboard.type(headline);
  await story.expectSaved();
  await story.submit();
  await story.approve();
}

/** Fills in the form of a new destination and tries it. */
async function addDestination(page: Page, name: string, url: string, token: string): Promise<void> {
  await page.getByRole('button', { name: 'Thêm nơi đăng' }).click();
  const form = page.getByRole('dialog', { name: 'Thêm nơi đăng' });
  await form.getByLabel('Tên', { exact: true }).fill(name);
  await form.getByLabel('Địa chỉ cổng').fill(url);
  await form.getByLabel('Mã đăng nhập').fill(token);
  await form.getByRole('button', { name: 'Lưu và thử kết nối' }).click();
}

test('a portal that answers with a web page, and one that is away: said in words, sent once when it is there, called back when asked', async ({ desk, door }) => {
  await setProfile(door.library, { profile: { name: 'Lê Thùy Nhiên', penName: 'Thùy Nhiên', role: 'editor' }, help: { hints: null, leftEmpty: true } });
  const dataDir = mkdtempSync(join(tmpdir(), 'toasoan-e2e-portal-'));
  const known = await openPortal({ dataDir });
  const { url, token } = known;
  await known.close();
  const wifi = await startWifiPage();
  const publish = new PublishPage(desk);
  await publish.open(door.url);
  await approvedStory(desk, 'Bến Đò khánh thành cầu treo');
  await publish.show();
  const dialog = desk.getByRole('dialog', { name: 'Thêm nơi đăng' });

  await test.step('the wifi page is no portal', async () => {
    await addDestination(desk, 'Quán cà phê', wifi.url, 'bat-ky');
    await expect(dialog).toContainText('Chưa kết nối được');
    await expect(dialog).toContainText('Địa chỉ này trả về trang web chứ không phải cổng');
    await dialog.getByRole('button', { name: 'Đóng' }).click();
    await desk.keyboard.press('Control+Shift+Enter');
    // A sign-in page stands between us and the network: the same as none.
    await expect(publish.jobs.first()).toHaveAttribute('data-state', 'waiting-offline');
    await expect(publish.jobs.first()).toContainText('Địa chỉ này trả về trang web chứ không phải cổng');
    await publish.jobs.first().getByRole('button', { name: 'Hủy gửi' }).click();
    await expect(publish.jobs.first()).toHaveAttribute('data-state', 'cancelled');
  });

  await test.step('the portal is away: the story waits and says so', async () => {
    await addDestination(desk, 'Báo Vĩnh Sa', url, token);
    await expect(dialog).toContainText('Địa chỉ này không trả lời');
    await dialog.getByRole('button', { name: 'Đóng' }).click();
    await publish.main.getByRole('radio', { name: /Báo Vĩnh Sa/ }).check();
    await desk.keyboard.press('Control+Shift+Enter');
    await expect(publish.jobs).toHaveCount(2);
    await expect(publish.jobs.first()).toHaveAttribute('data-state', 'waiting-offline');
    await expect(publish.jobs.first()).toContainText('chờ mạng để gửi lên Báo Vĩnh Sa');
    await expect(publish.jobs.first()).toContainText('Bài an toàn trên máy này và sẽ tự gửi khi có mạng');
  });

  await test.step('called back, it stays; published again, it waits once more', async () => {
    await publish.jobs.first().getByRole('button', { name: 'Hủy gửi' }).click();
    await expect(publish.jobs.first()).toHaveAttribute('data-state', 'cancelled');
    await expect(publish.jobs.first().getByRole('button', { name: /Hủy gửi|Thử lại/ })).toHaveCount(0);
    await desk.keyboard.press('Control+Shift+Enter');
    await expect(publish.jobs).toHaveCount(3);
    await expect(publish.jobs.first()).toHaveAttribute('data-state', 'waiting-offline');
  });

  const portal = await openPortal({ dataDir, port: Number(new URL(url).port) });
  try {
    await test.step('the portal is there: sent by itself, once', async () => {
      await expect(publish.jobs.first()).toHaveAttribute('data-state', 'done', { timeout: 30_000 });
      await expect(publish.jobs.first()).toContainText('đọc lại khớp từng chữ');
      expect(portal.counts()).toMatchObject({ stories: 1, published: 1 });
      expect(await portal.page(await publish.publishedUrl())).toContain('Bến Đò khánh thành cầu treo');
      await desk.keyboard.press('Control+Shift+Enter');
      await expect(publish.jobs).toHaveCount(3);
      await expect(publish.jobs.nth(1)).toHaveAttribute('data-state', 'cancelled');
      expect(portal.counts()).toMatchObject({ stories: 1, published: 1 });
    });
  } finally {
    await portal.close();
    await wifi.close();
  }
});
