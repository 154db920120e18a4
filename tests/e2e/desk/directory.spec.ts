import { call } from '../screens/looks.ts';
import { expect, test } from '../test.ts';

test('the directory: thousands by keyboard, found without accents, read beside the list, mended and taken back', async ({ app }) => {
  const many = Array.from({ length: 1500 }, (_, index) => ({ name: `Lò Văn ${index + 1}`, honorific: null, titles: [`Trưởng bản ${index + 1}`] }));
  for (let at = 0; at < many.length; at += 500) await call(app, 'people.remember', { people: many.slice(at, at + 500) });
  await call(app, 'people.remember', { people: [{ name: 'Đặng Thị Ẩn', honorific: 'đồng chí', titles: ['Giám đốc Sở Xây dựng'] }] });
  await app.keyboard.press('Control+Shift+Digit4');
  const main = app.getByRole('main');
  const field = main.getByRole('textbox', { name: 'Tìm người' });
  const rows = main.locator('[data-row]');
  const pane = main.getByRole('complementary', { name: 'Người đang chọn' });
  await expect(field).toBeFocused();
  await expect(app.getByText('1.501 người')).toBeVisible();
  expect(await rows.count()).toBeLessThan(100);

  await app.keyboard.press('ArrowDown');
  await expect(rows.first()).toBeFocused();
  await app.keyboard.press('End');
  const last = app.locator('[data-row]:focus');
  await expect(last).toBeInViewport();
  await expect(pane.getByRole('heading', { level: 2 })).toHaveText(/^Lò Văn \d+$/);
  await app.keyboard.press('Home');
  await app.keyboard.press('ArrowUp');
  await expect(field).toBeFocused();

  await app.keyboard.type('dang thi an');
  await expect(rows).toHaveCount(1);
  await expect(pane).toContainText('Giám đốc Sở Xây dựng');
  await expect(pane).toContainText('Chưa có bài nào trên máy này nhắc tới');
  await app.keyboard.press('ArrowDown');
  await app.keyboard.press('Enter');
  const form = app.getByRole('dialog', { name: 'Sửa trong danh bạ' });
  await form.getByRole('textbox', { name: 'Chức danh' }).fill('Giám đốc Sở Y tế');
  await form.getByRole('button', { name: 'Lưu' }).press('Enter');
  await expect(pane).toContainText('Giám đốc Sở Y tế');
  await expect(rows.first()).toBeFocused();
  await app.keyboard.press('Delete');
  await expect(main.getByRole('heading', { name: 'Không có ai như vậy' })).toBeVisible();
  await app.getByRole('button', { name: 'Hoàn tác' }).press('Enter');
  await expect(rows).toHaveCount(1);

  // Without room for the pane, a click edits.
  await app.setViewportSize({ width: 360, height: 740 });
  await expect(pane).toBeHidden();
  await rows.first().click();
  await expect(form).toBeVisible();
});
