import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Look } from '../e2e/screens/looks.ts';
import type { PictureName } from '#renderer/features/help/pictures.ts';
import { PublishPage } from '../e2e/pages/publish-page.ts';
import { StoryPageObject } from '../e2e/pages/story-page.ts';
import { call } from '../e2e/screens/looks.ts';
import { paragraphs } from '../e2e/desk/stories.ts';
import { article, clearToasts, finishTwin, openStory, pasteTwin } from '../e2e/screens/newsroom.ts';
import type { StillNewsroom } from './still-newsroom.ts';

/** Called where the window shows what the picture of this name is of. `first`: what is still to be done in each look. */
export type Take = (name: PictureName, first?: (look: Look) => Promise<void>) => Promise<void>;

const forest = 'Giữ rừng đầu nguồn';
const bridge = 'Cầu treo Bản Ỏ';

/** So that the lists have something to list. */
const others = [
  ['Nậm Sen thu hoạch sớm 210 ha lúa nếp trước đợt rét', 'Bà con xã Nậm Sen đã gặt xong hơn một nửa diện tích lúa nếp, sớm hơn mọi năm chừng mười ngày.'],
  ['Lớp học tối ở xóm chài Cửa Lụa', 'Cứ bảy giờ tối, mười bốn đứa trẻ lại chèo thuyền tới lớp của cô Thạch Thị Lành.'],
] as const;

async function furnish(page: Page): Promise<void> {
  await call(page, 'settings.set', {
    profile: { name: 'Lê Thùy Nhiên', penName: 'Thùy Nhiên', role: 'editor' },
    newsroom: { name: 'Báo Vĩnh Sa', sourceMark: 'BVS', place: 'tỉnh Vĩnh Sa', dateStyle: '19.1', sections: ['Thời sự', 'Chính trị', 'Kinh tế', 'Xã hội', 'Văn hóa'] },
    interface: { language: 'vi', theme: 'light' },
  });
  await call(page, 'library.addSample', {});
  for (const [headline, text] of others) await call(page, 'story.create', { document: paragraphs(headline, text) });
}

/** The window's day, from a pasted report to the published story, with a stop at every picture. */
export async function playScenes(page: Page, newsroom: StillNewsroom, take: Take): Promise<void> {
  await furnish(page);
  const story = new StoryPageObject(page);
  const quiet = async (): Promise<void> => {
    await clearToasts(page);
    await page.mouse.move(640, 799);
  };

  await pasteTwin(page);
  await quiet();
  await toTop(story);
  await take('proposal');
  await finishTwin(page, story);
  await writeScenes(page, story, take, quiet);
  await reviewScenes(page, take, quiet);
  await publishScenes(page, newsroom, take, quiet);
}

const toTop = (story: StoryPageObject): Promise<void> => story.main.locator('[data-scrolls="page"]').evaluate((scroller) => scroller.scrollTo({ top: 0 }));

async function writeScenes(page: Page, story: StoryPageObject, take: Take, quiet: () => Promise<void>): Promise<void> {
  await quiet();
  await story.headline.click();
  await page.keyboard.press('End');
  await toTop(story);
  // The rail learns the headline when typing pauses.
  await expect(story.rail).toContainText(article.headline);
  await take('write');
  await take('attendees');

  const spoken = story.text.locator(':scope > p', { hasText: 'Phát biểu chỉ đạo tại Hội nghị' });
  await spoken.click({ position: { x: 8, y: 8 } });
  // Each key where the one before has left the caret.
  for (const key of ['Home', 'Enter', 'ArrowUp']) {
    await page.keyboard.press(key);
    await page.evaluate(() => new Promise<void>((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn()))));
  }
  const typed = 'Cùng dự có @t';
  await page.keyboard.type(typed);
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
  // The line being typed, where the picture has its upper half.
  await spoken.evaluate((paragraph) => {
    const scroller = paragraph.closest('[data-scrolls="page"]');
    const line = paragraph.previousElementSibling?.getBoundingClientRect().top ?? 0;
    scroller?.scrollBy({ top: line - 400 });
  });
  await take('mention');
  await page.keyboard.press('Escape');
  for (let letter = 0; letter <= typed.length; letter++) await page.keyboard.press('Backspace');

  await openStory(page, forest);
  await story.text.locator('figure [data-part="alt"]').first().click();
  await page.keyboard.type('Chòi canh lửa trên đèo, bốn người đứng phía trước');
  await story.expectSaved();
  await quiet();
  await story.text.locator('figure').first().evaluate((figure) => figure.scrollIntoView({ block: 'center' }));
  await take('figure');

  await openStory(page, article.headline);
  await page.keyboard.press('Control+Alt+v');
  await expect(page.getByRole('dialog')).toBeVisible();
  await take('versions');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await take('palette', async ({ language }) => {
    await page.getByRole('combobox').fill(language === 'vi' ? 'bai' : 'stor');
    await expect(page.locator('#palette-0')).toBeVisible();
  });
  await page.keyboard.press('Escape');

  await page.route('**/call/story.append', (route) => route.abort());
  await story.headline.click();
  // A headline of two lines: to the end of the second.
  for (const key of ['ArrowDown', 'End']) await page.keyboard.press(key);
  await page.keyboard.type('.');
  await expect(story.title.locator('[data-save="failed"]')).toBeVisible();
  await take('failed');
  await page.keyboard.press('Backspace');
  await page.unroute('**/call/story.append');
  await story.main.getByRole('button', { name: 'Thử lại' }).click();
  await story.expectSaved();
}

async function reviewScenes(page: Page, take: Take, quiet: () => Promise<void>): Promise<void> {
  const story = await openStory(page, bridge);
  await story.submit();
  await story.showPanel('review');
  await quiet();
  await take('review');
}

async function publishScenes(page: Page, { portal }: StillNewsroom, take: Take, quiet: () => Promise<void>): Promise<void> {
  await call(page, 'destination.add', { name: 'Cổng Báo Vĩnh Sa', kind: 'portal', url: portal.url, token: portal.token });
  const story = await openStory(page, forest);
  await story.submit();
  await story.approve();
  const publish = new PublishPage(page);
  await publish.show();
  await expect(publish.main.locator('[data-ready]').first()).toBeVisible();
  await quiet();
  await take('publish');
  await publish.publish();
  await page.keyboard.press('Control+Shift+Digit5');
  await expect(page.getByRole('heading', { level: 1, name: 'Hộp gửi' })).toBeVisible();
  await quiet();
  await take('outbox');
}
