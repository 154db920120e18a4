import { call } from '../screens/looks.ts';
import { expect, test } from '../test.ts';

test('settings: sections by keyboard, also at 320 px; words are kept when their field is left, whatever takes one away', async ({ app }) => {
  await app.keyboard.press('Control+,');
  const list = app.getByRole('navigation', { name: 'Các mục cài đặt' });
  await expect(list.getByRole('button', { name: 'Hồ sơ' })).toBeFocused();
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter']) await app.keyboard.press(key);
  const heading = app.getByRole('heading', { name: 'Cách in của báo' });
  await expect(heading).toBeFocused();
  await expect(heading).toBeInViewport();
  await expect(list.getByRole('button', { name: 'Cách in của báo' })).toHaveAttribute('aria-current', 'true');
  const section = app.getByRole('region', { name: 'Cách in của báo' });
  await app.keyboard.press('Tab');
  await app.keyboard.type('Báo Vĩnh Sa');
  await app.keyboard.press('Tab');
  await expect(section.getByRole('status')).toHaveText('Đã lưu');
  await app.keyboard.type('BVS');
  await expect(section.getByRole('status')).toHaveText('');
  await app.keyboard.press('Control+Shift+Digit5');
  await expect(app.getByRole('heading', { level: 1, name: 'Hộp gửi' })).toBeVisible();
  await expect.poll(async () => (await call(app, 'settings.get', {}) as { newsroom: object }).newsroom).toMatchObject({ name: 'Báo Vĩnh Sa', sourceMark: 'BVS' });

  await app.setViewportSize({ width: 320, height: 568 });
  await app.keyboard.press('Control+,');
  const choice = app.getByRole('combobox', { name: 'Các mục cài đặt' });
  await expect(choice).toBeFocused();
  await choice.selectOption('Giới thiệu');
  await expect(app.getByRole('heading', { name: 'Giới thiệu' })).toBeInViewport();
  await expect(choice).toHaveValue('about');
});
