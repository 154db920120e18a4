import { StoryPageObject } from '../pages/story-page.ts';
import { expect, test } from '../test.ts';

test('pen name and source mark are asked by the first template that prints them, name by the first step of review; each once', async ({ app }) => {
  const story = new StoryPageObject(app);
  const dialog = app.getByRole('dialog');
  const byline = story.text.locator('[data-field="byline"]');
  const dateline = story.text.locator('> p:not([data-field])').first();

  await test.step('a blank page asks nothing', async () => {
    await story.create('Trang trắng');
    await expect(dialog).toHaveCount(0);
  });

  await test.step('a template shows the lines it will print while they are typed', async () => {
    await app.keyboard.press('Alt+n');
    await dialog.getByRole('button', { name: 'Tin hội nghị' }).press('Enter');
    await expect(dialog.getByRole('textbox', { name: 'Bút danh' })).toBeFocused();
    await app.keyboard.type('Thùy Nhiên');
    await app.keyboard.press('Tab');
    await app.keyboard.type('BVS');
    await expect(dialog).toContainText(/BVS - Ngày \d+\.\d+,/);
    await expect(dialog).toContainText('Tin, ảnh: Thùy Nhiên');
    await app.keyboard.press('Enter');
    await expect(byline).toHaveText('Tin, ảnh: Thùy Nhiên');
    await expect(dateline).toHaveText(/^BVS - Ngày/);
    await expect(story.text).toBeFocused();
  });

  await test.step('not again, and the pen name is a name to submit with', async () => {
    await story.create('Tin vắn');
    await expect(byline).toHaveText('Tin: Thùy Nhiên');
    await app.keyboard.type('Tít thử');
    await story.submit();
    await story.showPanel('review');
    await expect(story.panel.getByRole('listitem')).toContainText('Thùy Nhiên');
  });
});

test('what nothing depends on may be left empty, for good; a submission has to have a name', async ({ app }) => {
  const story = new StoryPageObject(app);
  const dialog = app.getByRole('dialog');
  await app.keyboard.press('Alt+n');
  await dialog.getByRole('button', { name: 'Tin hội nghị' }).press('Enter');
  await dialog.getByRole('button', { name: 'Để trống' }).press('Enter');
  await expect(story.text.locator('> p:not([data-field])').first()).toHaveText(/^Ngày \d/);
  await expect(story.text).toBeFocused();
  await story.create('Tin vắn');
  await app.keyboard.type('Tít thử');
  await app.keyboard.press('Control+Enter');
  await expect(dialog.getByRole('textbox', { name: 'Họ tên' })).toBeFocused();
  await app.keyboard.press('Enter');
  await expect(dialog).toBeVisible();
  await app.keyboard.type('Lê Thùy Nhiên');
  await app.keyboard.press('Enter');
  await expect(story.title.getByRole('button', { name: /^Duyệt bài/ })).toBeVisible();
  await expect(story.rail).toContainText('Lê Thùy Nhiên');
});
