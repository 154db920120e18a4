import { expect, test } from './harness.ts';

test('typed text is shown, saved and counted', async ({ desk }) => {
  await desk.into(3);
  await desk.page.keyboard.type('Xin chào');
  expect(await desk.text(3)).toBe('Xin chào');
  await desk.expectStored();
});
