import { callStory } from '../faults/desk.ts';
import { LibraryPage } from '../pages/library-page.ts';
import { expect, test } from '../test.ts';
import { paragraphs } from './stories.ts';

test('the palette: what was opened and used last comes first, groups by what fits best, the match set off, and words for nothing', async ({ app, door }) => {
  for (const headline of ['Cầu mới', 'Chợ phiên cài hoa']) await callStory(door.library, 'create', { document: paragraphs(headline, 'Một câu.') });
  const library = new LibraryPage(app);
  await library.show();
  await expect(library.rows).toHaveCount(2);
  const field = app.getByRole('combobox', { name: 'Tìm bài, người, lệnh' });
  const group = (name: string) => app.getByRole('listbox').getByRole('group', { name });

  await app.keyboard.press('Control+k');
  await expect(app.locator('#palette-0')).toContainText('Chợ phiên cài hoa');
  await expect(group('Vừa dùng, vừa mở').getByRole('option')).toHaveCount(2);

  await field.fill('cai');
  await expect(app.locator('#palette-0')).toContainText('Cài đặt');
  await expect(app.locator('#palette-0').locator('mark')).toHaveText('Cài');
  await expect(group('Màn hình')).toContainText('Ctrl ,');
  await expect(group('Bài').locator('mark')).toHaveText('cài');
  await app.keyboard.press('Enter');
  await expect(app.getByRole('heading', { level: 1, name: 'Cài đặt' })).toBeVisible();

  await app.keyboard.press('Control+k');
  await expect(app.locator('#palette-0')).toContainText('Cài đặt');
  await expect(group('Vừa dùng, vừa mở').getByRole('option')).toHaveCount(3);
  await field.fill('zzqq');
  await expect(app.getByRole('dialog').getByRole('status')).toContainText('Thử ít chữ hơn');
});
