import { expect, test } from '@playwright/test';
import { watchFocus } from './focus-watch.ts';

/** The watch over the focus must be able to fail: a page of buttons, each with a fault of its own. */
const buttons = `
  <style>
    button { display: block; margin: 20px; }
    button:focus-visible { outline: 2px solid #14606e; outline-offset: 1px; }
    .bare:focus-visible { outline: none; }
    .pale:focus-visible { outline-color: #eee; }
    .lit:focus-visible { outline: none; box-shadow: 0 0 0 2px #14606e; }
    .cover { position: fixed; inset: 120px auto auto 0; inline-size: 300px; block-size: 90px; background: white; }
  </style>
  <button>good</button><button class="bare">bare</button><button class="pale">pale</button>
  <button style="position: absolute; inset-block-start: 130px">covered</button><div class="cover"></div>
  <button class="lit" style="margin-block-start: 100px">lit</button><button style="position: fixed; inset-inline-start: -200px">away</button>`;

test('the watch finds missing, faint and hidden rings, and any pointer', async ({ context }) => {
  const watch = await watchFocus(context);
  const page = await context.newPage();
  await page.route('http://buttons.invalid/', (route) => route.fulfill({ contentType: 'text/html', body: buttons }));
  await page.goto('http://buttons.invalid/');
  for (const expected of [/^$/, /nothing shows.*bare/, /nothing shows.*pale/, /can't be seen.*below div\.cover.*covered/, /^$/, /can't be seen.*outside the window.*away/]) {
    await page.keyboard.press('Tab');
    await page.evaluate(async () => { for (let frame = 0; frame < 20; frame++) await new Promise<void>((drawn) => requestAnimationFrame(() => drawn())); });
    expect(watch.takeFaults().join('\n')).toMatch(expected);
  }
  expect(await watch.stops(page)).toBe(2);
  await page.mouse.move(30, 30);
  await page.mouse.down();
  expect(watch.takeFaults().join('\n')).toMatch(/a pointer was used/);
});
