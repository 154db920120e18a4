import type { Browser, Page } from '@playwright/test';
import { allCommands, commandsHere } from '#renderer/app/commands/app-commands.ts';
import { allTopics } from '#renderer/features/help/topics/all-topics.ts';
import { createWords } from '#renderer/i18n/translate.ts';
import { StoryPageObject } from '../pages/story-page.ts';
import { wear } from '../screens/looks.ts';
import type { Desk } from '../screens/survey.ts';
import { expect, openDesk, picturesAreTheKeptOnes, test } from '../screens/survey.ts';

let desk: Desk;
let page: Page;

test.beforeAll(async ({ browser }: { browser: Browser }) => {
  desk = await openDesk(browser);
  page = desk.page;
});
test.afterEach(() => expect(desk.takeFaults()).toEqual([]));
test.afterAll(() => desk.close());

const topics = () => page.getByRole('navigation', { name: 'Các mục' }).getByRole('button');
const article = () => page.locator('[data-topic]');
const ask = () => page.getByRole('textbox', { name: 'Tìm trong hướng dẫn' });

test('F1 opens the guide, a search without accents finds, links lead on, and the way back to the story is there', async () => {
  const story = new StoryPageObject(page);
  await story.create('Trang trắng');
  await page.keyboard.press('F1');
  await expect(ask()).toBeFocused();
  await expect(topics()).toHaveCount(allTopics.length);
  await page.keyboard.type('mat dien');
  await expect(topics().first()).toContainText('lưu và các bản đã lưu');
  await page.keyboard.press('Enter');
  await expect(article()).toHaveAttribute('data-topic', 'saving');
  await expect(article().locator('mark').first()).toHaveText('Mất');
  await ask().fill('zzzz');
  await expect(page.getByText('Không có mục nào nói tới điều này.')).toBeVisible();
  await ask().press('Escape');
  await expect(topics()).toHaveCount(allTopics.length);
  await ask().press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(article()).toHaveAttribute('data-topic', 'first-story');
  await article().getByRole('button', { name: 'Dán bài và phần nhận ra' }).first().click();
  await expect(article()).toHaveAttribute('data-topic', 'paste');
  await expect(page.getByRole('heading', { level: 2, name: 'Dán bài và phần nhận ra' })).toBeFocused();
  await desk.survey('guide');
  await page.getByRole('button', { name: 'Về bài viết' }).click();
  await expect(story.text).toBeFocused();
});

test('the table of shortcuts is the command list: every key, found by name or key, and alone on paper', async () => {
  await page.keyboard.press('Control+/');
  const dialog = page.getByRole('dialog', { name: 'Bảng phím tắt' });
  const rows = dialog.locator('[data-command]');
  await expect(rows.first()).toBeVisible();
  const words = createWords('vi');
  const expected = commandsHere(null).filter(({ shortcuts }) => shortcuts.length > 0);
  const shown = await rows.evaluateAll((all) => all.map((row) => [row.getAttribute('data-command'), row.querySelector('dt')?.textContent, row.querySelectorAll('kbd').length]));
  expect(shown.toSorted()).toEqual(expected.map(({ id, labelKey, shortcuts }) => [id, words.t(labelKey), shortcuts.length]).toSorted());
  await desk.survey('shortcuts');
  await dialog.getByRole('textbox').fill('nop bai');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('Ctrl Enter');
  await dialog.getByRole('textbox').fill('');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('#root')).toBeHidden();
  await expect(dialog.getByRole('button', { name: 'Đóng' })).toBeHidden();
  await expect(rows.last()).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('what others wrote is named with its terms, one step from the guide', async () => {
  await page.keyboard.press('F1');
  await page.getByRole('button', { name: 'Giấy phép phần mềm' }).click();
  const dialog = page.getByRole('dialog', { name: 'Giấy phép phần mềm' });
  const text = dialog.getByRole('region');
  await expect(text).toBeFocused();
  for (const name of ['react', 'lexical', '@base-ui/react', 'zod', 'sharp', '@fontsource/be-vietnam-pro', 'Lucide icons']) await expect(text).toContainText(`  ${name} `);
  await expect(text).toContainText('SIL OPEN FONT LICENSE');
  await desk.survey('licences');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('a place is called the same in the rail, in the palette and in its own title, in both languages', async () => {
  const places = allCommands.filter(({ id }) => id.startsWith('go.') && id !== 'go.story');
  for (const language of ['vi', 'en'] as const) {
    await wear(page, { language, theme: 'light' });
    const words = createWords(language);
    for (const place of places) {
      const name = words.t(place.labelKey);
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox').fill(`>${name}`);
      await expect(page.locator('#palette-0')).toContainText(name);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
      // The trash shows only while there is something in it; guide and settings are icons with the same name.
      await expect(page.locator('[data-region="rail"]').getByRole('button', { name: new RegExp(`^${name}(?: \\d+)?$`) })).toHaveCount(1);
    }
  }
  await wear(page, { language: 'vi', theme: 'light' });
});

picturesAreTheKeptOnes();
