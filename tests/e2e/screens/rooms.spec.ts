import { LibraryPage } from '../pages/library-page.ts';
import { StoryPageObject } from '../pages/story-page.ts';
import { PublishPage } from '../pages/publish-page.ts';
import { clearToasts, furnish, openStory, toTop } from './newsroom.ts';
import type { Desk } from './survey.ts';
import { expect, openDesk, picturesAreTheKeptOnes, test } from './survey.ts';

// Surveys wait for frames and animations, which a busy machine may swallow; what is surveyed does not change between tries.
test.describe.configure({ retries: 1 });

/** The rooms of the house beside the open story's (`screens.spec.ts`), from the first start to the published page. */
let desk: Desk;

test.beforeAll(async ({ browser }) => {
  desk = await openDesk(browser);
});
test.afterEach(() => expect(desk.takeFaults()).toEqual([]));
test.afterAll(() => desk.close());

test('the very first start: the sample story and its hints', async ({ browser }) => {
  const first = await openDesk(browser, { sample: true });
  const story = new StoryPageObject(first.page);
  await expect(story.text).toBeFocused();
  await first.survey('first-run');
  await first.page.setViewportSize({ width: 900, height: 700 });
  await story.panel.getByRole('button', { name: 'Gợi ý: 3' }).click();
  await first.survey('hints-over');
  const faults = first.takeFaults();
  await first.close();
  expect(faults).toEqual([]);
});

test('a start with nothing there', async ({ browser }) => {
  const empty = await openDesk(browser);
  const { page } = empty;
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await empty.survey('welcome');
  await page.keyboard.press('Alt+n');
  await expect(page.getByRole('dialog')).toBeVisible();
  await empty.survey('new-story');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Thùy Nhiên');
  await empty.survey('ask-byline');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await new StoryPageObject(page).create('Trang trắng');
  await page.keyboard.type('Tít thử');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog', { name: 'Ai đang làm việc ở đây?' })).toBeVisible();
  await empty.survey('ask-name', { brief: true });
  await page.keyboard.press('Escape');
  const faults = empty.takeFaults();
  await empty.close();
  expect(faults).toEqual([]);
});

test('the library: everything, results, a filter, nothing found', async () => {
  const { page, survey } = desk;
  await furnish(page);
  const library = new LibraryPage(page);
  await library.show();
  await expect(library.rows.first()).toBeVisible();
  await clearToasts(page);
  await survey('library');
  await library.find('hoi nghi');
  await expect(library.rows.first()).toBeVisible();
  await library.search.press('ArrowDown');
  await survey('library-results');
  await page.keyboard.press(' ');
  await survey('library-marked');
  await page.keyboard.press('Escape');
  await library.find('không có bài nào như thế này');
  const filter = library.main.getByRole('button', { name: 'Tình trạng' });
  await filter.click();
  await survey('library-filter');
  // The narrowest windows have another menu in its place, so it is gone when the window is wide again.
  if (!(await page.getByRole('menuitemcheckbox').first().isVisible())) await filter.click();
  await page.getByRole('menuitemcheckbox').first().click();
  await page.keyboard.press('Escape');
  await survey('library-empty');
  await library.search.fill('');
  await page.evaluate(() => {
    const files = new DataTransfer();
    files.items.add(new File(['Một tin vắn'], 'tin.txt', { type: 'text/plain' }));
    window.dispatchEvent(new DragEvent('dragover', { dataTransfer: files, cancelable: true }));
  });
  await survey('drop-files', { brief: true });
  await page.evaluate(() => window.dispatchEvent(new DragEvent('dragleave')));
});

test('the trash, and the question before anything goes for good', async () => {
  const { page, survey } = desk;
  await furnish(page);
  const library = new LibraryPage(page);
  await library.show();
  await library.row('Cầu treo').first().focus();
  await page.keyboard.press('Delete');
  await library.command('thung rac');
  await expect(library.rows).toHaveCount(1);
  await clearToasts(page);
  await survey('trash', { brief: true });
  await library.rows.first().focus();
  await page.keyboard.press('Delete');
  await expect(page.getByRole('dialog', { name: 'Xóa hẳn 1 bài?' })).toBeVisible();
  await survey('erase', { brief: true });
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await library.rows.first().focus();
  await page.keyboard.press('Control+Backspace');
  await expect(library.rows).toHaveCount(0);
});

test('the directory, the outbox and the settings', async () => {
  const { page, survey } = desk;
  await furnish(page);
  await page.keyboard.press('Control+Shift+Digit4');
  await expect(page.getByRole('heading', { level: 1, name: 'Danh bạ' })).toBeVisible();
  await clearToasts(page);
  await survey('directory');
  await page.locator('[data-region="page"] [data-row]').first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Sửa trong danh bạ' })).toBeVisible();
  await survey('edit-person', { brief: true });
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Control+Shift+Digit5');
  await expect(page.getByRole('heading', { level: 1, name: 'Hộp gửi' })).toBeVisible();
  await survey('outbox-empty');
  await page.keyboard.press('Control+,');
  await expect(page.getByRole('heading', { level: 1, name: 'Cài đặt' })).toBeVisible();
  await survey('settings');
});

test('publishing: a form that fails its test, before, and after', async () => {
  const { page, survey } = desk;
  await furnish(page);
  const story = await openStory(page, 'Giữ rừng đầu nguồn');
  if (await story.title.getByRole('button', { name: /^Nộp bài/ }).isVisible()) await story.submit();
  if (await story.title.getByRole('button', { name: /^Duyệt bài/ }).isVisible()) await story.approve();
  const publish = new PublishPage(page);
  await publish.show();
  await expect(publish.main.locator('[data-ready]').first()).toBeVisible();
  await clearToasts(page);
  // Previews are the reader's page in a sandbox, judged where it is made.
  const exclude = ['iframe'];
  await survey('publish-before', { exclude });
  await publish.main.getByRole('button', { name: 'Thêm nơi đăng' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('textbox', { name: 'Tên' }).fill('Cổng Báo Vĩnh Sa');
  await form.getByRole('textbox', { name: 'Địa chỉ cổng' }).fill('http://127.0.0.1:9');
  await form.getByLabel('Mã đăng nhập').fill('khong-dung');
  await form.getByRole('button', { name: 'Lưu và thử kết nối' }).click();
  await expect(form.getByRole('button', { name: 'Thử lại' })).toBeVisible();
  await survey('destination-failed', { exclude });
  await page.keyboard.press('Escape');
  await publish.startSamplePortal();
  await publish.publish();
  await clearToasts(page);
  await expect(publish.jobs.first()).toContainText('khớp từng chữ');
  await toTop(page);
  await survey('publish-after', { exclude, again: () => toTop(page) });
  // One that waits, beside the one that is done.
  const second = await openStory(page, 'Cầu treo');
  await second.submit();
  await second.approve();
  await publish.show();
  await publish.main.getByRole('radio', { name: /Vĩnh Sa/ }).check();
  await page.keyboard.press('Control+Shift+Enter');
  await expect(publish.jobs.first()).toContainText('Lần tới');
  await clearToasts(page);
  await page.keyboard.press('Control+Shift+Digit5');
  await expect(page.getByRole('heading', { level: 1, name: 'Hộp gửi' })).toBeVisible();
  await survey('outbox');
});

picturesAreTheKeptOnes();
