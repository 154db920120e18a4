import { StoryPageObject } from '../pages/story-page.ts';
import { article, clearToasts, furnish, openStory, pasteTwin, toTop, writeTwin } from './newsroom.ts';
import type { Desk } from './survey.ts';
import { expect, openDesk, picturesAreTheKeptOnes, test } from './survey.ts';

// Surveys wait for frames and animations, which a busy machine may swallow; what is surveyed does not change between tries.
test.describe.configure({ retries: 1 });

/** Every screen around the open story. The other rooms of the house: `rooms.spec.ts`. */
let desk: Desk;

test.beforeAll(async ({ browser }) => {
  desk = await openDesk(browser);
  await furnish(desk.page);
  await writeTwin(desk.page);
});
test.afterEach(() => expect(desk.takeFaults()).toEqual([]));
test.afterAll(() => desk.close());

test('a blank page, and the proposal for a pasted story', async () => {
  const { page, survey } = desk;
  const story = new StoryPageObject(page);
  await story.create('Trang trắng');
  await clearToasts(page);
  await survey('write-blank');
  await pasteTwin(page);
  await clearToasts(page);
  await survey('proposal');
  await story.acceptProposal();
  await survey('toast', { said: ['[class*="toast-layer"]'], passes: true });
});

test('writing, and each panel beside it', async () => {
  const { page, survey } = desk;
  const story = await openStory(page, article.headline);
  await clearToasts(page);
  await survey('write');
  for (const tab of ['photos', 'info', 'review'] as const) {
    await story.showPanel(tab);
    // Its code may still be on its way: below the tabs stands nothing.
    await expect.poll(() => story.panel.evaluate((panel) => (panel instanceof HTMLElement ? panel.innerText.split('\n').length : 0))).toBeGreaterThan(6);
    await survey(`panel-${tab}`);
  }
  await story.showPanel('people');
  const field = story.panel.locator('input').first();
  /** A window that was narrow in between has closed the form with the panel. */
  const again = (open: () => Promise<void>) => async (): Promise<void> => {
    if (page.viewportSize()?.width !== 1280 || (await field.isVisible())) return;
    await expect(story.attendees.first()).toBeVisible();
    await open();
    await expect(field).toBeVisible();
  };
  const edit = again(() => story.attendees.first().press('F2'));
  await edit();
  await survey('attendee-form', { brief: true, again: edit });
  await field.press('Escape');
  const add = again(() => story.panel.locator('[class*="people-panel-module_add"]').click());
  await add();
  await survey('add-person', { brief: true, again: add });
  await field.press('Escape');
});

test('a draft before it is printed', async () => {
  const { page, survey } = desk;
  await openStory(page, article.headline);
  await clearToasts(page);
  await page.keyboard.press('Control+p');
  await expect(page.getByRole('dialog', { name: 'In bản thảo' })).toBeVisible();
  await survey('print');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('narrow windows: the panel and the rail over the page', async () => {
  const { page, survey } = desk;
  const story = await openStory(page, article.headline);
  await clearToasts(page);
  await page.setViewportSize({ width: 900, height: 700 });
  await story.showPanel('people');
  await expect(story.panel.getByRole('heading', { name: 'Người dự' })).toBeVisible();
  await survey('panel-over');
  await page.setViewportSize({ width: 360, height: 740 });
  await page.keyboard.press('Escape');
  await survey('rail-over', {
    again: async () => {
      await toTop(page);
      const withWords = page.locator('[data-rail="wide"], [data-rail="over"]');
      if (await withWords.isVisible()) return;
      await page.keyboard.press('Control+Alt+l');
      await expect(withWords).toBeVisible();
    },
  });
  await page.setViewportSize({ width: 360, height: 740 });
  await expect(story.rail).toBeHidden();
  await page.setViewportSize({ width: 1280, height: 800 });
});

test('the kept versions', async () => {
  const { page, survey } = desk;
  await openStory(page, article.headline);
  await clearToasts(page);
  await page.keyboard.press('Control+Alt+v');
  await expect(page.getByRole('dialog')).toBeVisible();
  await survey('versions');
  await page.keyboard.press('Escape');
});

test('the figure whose photo is still to come', async () => {
  const { page, survey } = desk;
  const story = await openStory(page, article.headline);
  await clearToasts(page);
  await story.text.locator('[data-waiting]').scrollIntoViewIfNeeded();
  await survey('figure-waiting');
});

test('what opens while typing: @, / and the palette', async () => {
  const { page, survey } = desk;
  const story = await openStory(page, article.headline);
  await clearToasts(page);
  await story.text.locator(':scope > p', { hasText: 'Hội nghị cũng đã dành' }).click({ position: { x: 8, y: 8 } });
  for (const key of ['Home', 'Enter', 'ArrowUp']) {
    await page.keyboard.press(key);
    await desk.settle();
  }
  const option = page.getByRole('listbox').getByRole('option').first();
  await page.keyboard.type('@h');
  await expect(option).toBeVisible();
  await survey('mention');
  await page.keyboard.press('Escape');
  for (let letter = 0; letter < '@h'.length; letter++) await page.keyboard.press('Backspace');
  await page.keyboard.type('/');
  await expect(option).toBeVisible();
  await survey('slash');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('bai');
  await expect(page.locator('#palette-0')).toBeVisible();
  await survey('palette');
  await page.keyboard.press('Escape');
  // A dialog that is still leaving keeps the keys to itself.
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Control+a');
  await story.command('lien ket');
  await expect(page.getByRole('textbox', { name: 'Địa chỉ liên kết' })).toBeFocused();
  await survey('link');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+h');
  await page.getByRole('search').getByRole('textbox').first().fill('hoi nghi');
  await survey('find');
  await page.keyboard.press('Escape');
});

test('what keeps a story from being written or saved', async () => {
  const { page, context, door, survey } = desk;
  const story = await openStory(page, article.headline);
  await clearToasts(page);
  await page.route('**/call/story.append', (route) => route.abort());
  await story.text.locator('[data-field="byline"]').click();
  await page.keyboard.type('.');
  await expect(story.title.locator('[data-save="failed"]')).toBeVisible();
  await survey('save-failed');
  await page.unroute('**/call/story.append');
  // It tries again by itself too; when that was faster, there is no button any more.
  await story.main.getByRole('button', { name: 'Thử lại' }).evaluateAll((buttons) => {
    for (const button of buttons) if (button instanceof HTMLElement) button.click();
  });
  await story.expectSaved();

  const other = new StoryPageObject(await context.newPage());
  await other.open(door.url);
  await openStory(other.page, article.headline);
  await other.main.getByRole('button', { name: 'Viết tiếp ở đây' }).click();
  await expect(other.text).toBeEditable();
  await expect(story.main.getByRole('button', { name: 'Viết tiếp ở đây' })).toBeVisible();
  await toTop(page);
  await survey('read-only', { again: () => toTop(page) });
  await other.page.close();
});

test('review: handed in, sent back, approved and only to be read', async () => {
  const { page, survey } = desk;
  const story = await openStory(page, 'Cầu treo');
  await clearToasts(page);
  await story.submit();
  await clearToasts(page);
  await story.title.getByRole('button', { name: 'Trả lại phóng viên' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await survey('send-back');
  await page.keyboard.press('Escape');
  await story.approve();
  await clearToasts(page);
  await survey('approved');
});

picturesAreTheKeptOnes();
