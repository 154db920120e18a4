import { randomUUID } from 'node:crypto';
import type { BlockId } from '#core/base/ids.ts';
import { emptyDocument, fieldJson, paragraphJson } from '#core/story/blocks.ts';
import type { StoryDocument } from '#core/story/document.ts';
import { callStory, listStories, setProfile } from '../faults/desk.ts';
import { LibraryPage } from '../pages/library-page.ts';
import { StoryPageObject } from '../pages/story-page.ts';
import { expect, test } from '../test.ts';

const newId = (): BlockId => randomUUID() as BlockId;

const written = (headline: string, body: string): StoryDocument => {
  const document = emptyDocument(newId);
  return {
    ...document,
    blocks: document.blocks.map((block) => (block.type === 'field' && block.field === 'headline' ? fieldJson(block.$.bid, 'headline', headline) : block.type === 'paragraph' ? paragraphJson(block.$.bid, body) : block)),
  };
};

const profile = { name: 'Lê Thùy Nhiên', penName: 'Thùy Nhiên', role: 'reporter' } as const;

test('search without accents, đ too; filters by status; copies', async ({ app, door }) => {
  await setProfile(door.library, { profile });
  for (const [headline, body] of [
    ['Đường về bản Nà Sa đã thông', 'Người dân góp đất mở rộng mặt đường.'],
    ['Lễ hội hoa ban', 'Đông đảo du khách về dự.'],
    ['Dưỡng sinh buổi sáng', 'Câu lạc bộ người cao tuổi phường Bến Đò.'],
  ] as const) await callStory(door.library, 'create', { document: written(headline, body) });
  const library = new LibraryPage(app);
  await library.show();
  await expect(library.rows).toHaveCount(3);

  await test.step('accent-blind when the question has none, exact when it has', async () => {
    for (const [query, headlines] of [
      ['duong ve', ['Đường về bản Nà Sa đã thông']],
      ['DUONG', ['Dưỡng sinh buổi sáng', 'Đường về bản Nà Sa đã thông']],
      ['đường', ['Đường về bản Nà Sa đã thông']],
      ['ben do', ['Dưỡng sinh buổi sáng']],
      ['dong dao du khach', ['Lễ hội hoa ban']],
    ] as const) {
      await library.find(query);
      await expect(library.rows).toHaveCount(headlines.length);
      for (const headline of headlines) await expect(library.row(headline)).toHaveCount(1);
    }
    await library.search.fill('không có bài nào như thế');
    await expect(library.main).toContainText('Chưa có bài nào như vậy');
    await library.search.press('Escape');
    await expect(library.rows).toHaveCount(3);
  });

  await test.step('a submitted story is found by its status', async () => {
    await library.find('le hoi');
    await library.openFirst();
    const story = new StoryPageObject(app);
    await expect(story.headline).toHaveText('Lễ hội hoa ban');
    await story.submit();
    await library.show();
    await app.getByRole('button', { name: 'Tình trạng' }).click();
    await app.getByRole('menuitemcheckbox', { name: 'Đã nộp, chờ duyệt' }).click();
    await app.keyboard.press('Escape');
    await expect(library.rows).toHaveCount(1);
    await expect(library.row('Lễ hội hoa ban')).toHaveCount(1);
    await app.getByRole('button', { name: /^Bỏ lọc/ }).click();
    await expect(library.rows).toHaveCount(3);
  });

  await test.step('a copy is a story of its own, and a draft', async () => {
    await library.find('le hoi');
    await library.search.press('ArrowDown');
    await expect(library.row('Lễ hội hoa ban')).toBeFocused();
    await app.keyboard.press('Control+d');
    await expect(library.toasts).toContainText('Đã nhân bản bài');
    await expect(library.rows).toHaveCount(2);
    const rows = (await listStories(door.library)).filter((row) => row.headline === 'Lễ hội hoa ban');
    expect(rows.map((row) => row.status).toSorted()).toEqual(['draft', 'submitted']);
  });
});

test('into the trash and back: at once with a way back, and later from the trash itself', async ({ app, door }) => {
  await callStory(door.library, 'create', { document: written('Tin bỏ đi rồi lấy lại', 'Một câu.') });
  await callStory(door.library, 'create', { document: written('Tin ở lại', 'Một câu.') });
  const library = new LibraryPage(app);
  await library.show();
  await expect(library.rows).toHaveCount(2);

  await library.find('bo di');
  await library.search.press('ArrowDown');
  await expect(library.row('Tin bỏ đi rồi lấy lại')).toBeFocused();
  await app.keyboard.press('Delete');
  await expect(library.toasts).toContainText('Đã bỏ 1 bài vào thùng rác');
  await expect(library.rows).toHaveCount(0);
  await library.toasts.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(library.row('Tin bỏ đi rồi lấy lại')).toHaveCount(1);

  await library.search.press('ArrowDown');
  await expect(library.row('Tin bỏ đi rồi lấy lại')).toBeFocused();
  await app.keyboard.press('Delete');
  await expect(library.rows).toHaveCount(0);
  await library.command('thung rac');
  await expect(library.rows).toHaveCount(1);

  await test.step('in the trash it can be read and not written', async () => {
    await library.row('Tin bỏ đi rồi lấy lại').dblclick();
    const story = new StoryPageObject(app);
    await expect(story.text).toHaveAttribute('contenteditable', 'false');
    await expect(app.getByText('Bài đang ở trong thùng rác nên chỉ đọc.')).toBeVisible();
    await library.command('thung rac');
  });
  await library.search.press('ArrowDown');
  await expect(library.row('Tin bỏ đi rồi lấy lại')).toBeFocused();
  await app.keyboard.press('Control+Backspace');
  await expect(library.toasts).toContainText('Đã lấy bài ra khỏi thùng rác');
  await library.show();
  await expect(library.rows).toHaveCount(2);
  expect((await listStories(door.library)).map((row) => row.headline).toSorted()).toEqual(['Tin bỏ đi rồi lấy lại', 'Tin ở lại']);
});

test('templates fill dateline and byline from profile and newsroom; a new story is on disk before its first letter', async ({ app, door }) => {
  const story = new StoryPageObject(app);
  await test.step('the settings, by keyboard', async () => {
    await app.keyboard.press('Control+,');
    for (const [label, text] of [
      ['Họ tên', 'Lê Thùy Nhiên'],
      ['Bút danh', 'Thùy Nhiên'],
      ['Tên báo', 'Báo Vĩnh Sa'],
      ['Ký hiệu báo đầu tin', 'BVS'],
      ['Nơi thường đưa tin', 'thành phố Vĩnh Sa'],
    ] as const) {
      await story.main.getByRole('textbox', { name: label }).fill(text);
      await app.keyboard.press('Tab');
    }
    await expect(story.rail).toContainText('Lê Thùy Nhiên');
  });
  expect(await listStories(door.library)).toEqual([]);

  const dateline = /^BVS - Ngày \d{1,2}\.\d{1,2}, tại thành phố Vĩnh Sa, ?$/;
  for (const [template, byline, figures] of [['Tin hội nghị', 'Tin, ảnh: Thùy Nhiên', 0], ['Tin vắn', 'Tin: Thùy Nhiên', 0], ['Phóng sự ảnh', 'Thực hiện: Thùy Nhiên', 3]] as const) {
    const before = (await listStories(door.library)).length;
    await story.create(template);
    expect(await listStories(door.library)).toHaveLength(before + 1);
    await expect(story.text.locator('[data-field="byline"]')).toHaveText(byline);
    await expect(story.text.locator('> p:not([data-field])').first()).toHaveText(dateline);
    await expect(story.text.locator('figure')).toHaveCount(figures);
    await expect(story.headline).toHaveText('');
  }
  const rows = await listStories(door.library);
  expect(rows.map((row) => row.author)).toEqual(['Lê Thùy Nhiên', 'Lê Thùy Nhiên', 'Lê Thùy Nhiên']);
});

test('both languages and both themes, kept over a reload', async ({ app }) => {
  const library = new LibraryPage(app);
  const html = app.locator('html');
  const command = async (ask: string, words: string): Promise<void> => {
    await app.keyboard.press('Control+k');
    const field = app.getByRole('combobox', { name: ask });
    await field.fill(`>${words}`);
    await expect(app.locator('#palette-0')).toBeVisible();
    await app.keyboard.press('Enter');
    await expect(field).toBeHidden();
  };
  await expect(html).toHaveAttribute('lang', 'vi');
  await command('Tìm bài, người, lệnh', 'doi sang tieng anh');
  await expect(html).toHaveAttribute('lang', 'en');
  await expect(library.rail).toContainText('My stories');
  await expect(library.main).toContainText('Write a story');
  await app.reload();
  await expect(library.rail).toContainText('My stories');

  const dark = await html.getAttribute('data-scheme');
  await command('Find stories, people, commands', 'switch light and dark');
  await expect(html).not.toHaveAttribute('data-scheme', dark ?? '');
  const other = (await html.getAttribute('data-theme')) ?? '';
  expect(['light', 'dark']).toContain(other);
  await app.reload();
  await expect(html).toHaveAttribute('data-theme', other);
  await expect(library.rail).toContainText('My stories'); // the theme stands before the page listens to keys

  await command('Find stories, people, commands', 'switch to vietnamese');
  await expect(html).toHaveAttribute('lang', 'vi');
  await expect(library.rail).toContainText('Bài của tôi');
});
