import { article, clearToasts, furnish, openStory, writeTwin } from './newsroom.ts';
import { openDesk, test } from './survey.ts';
import { LibraryPage } from '../pages/library-page.ts';
import { AxeBuilder } from '@axe-core/playwright';
test('forced', async ({ browser }) => {
  const desk = await openDesk(browser);
  const { page } = desk;
  await furnish(page); await writeTwin(page);
  await clearToasts(page);
  await page.emulateMedia({ forcedColors: 'active' });
  const shot = async (n: string) => { await page.screenshot({ path: `/tmp/screens-out/screens/forced-${n}.png` }); };
  const story = await openStory(page, article.headline);
  await desk.settle(); await shot('write');
  await page.keyboard.press('Control+k'); await page.getByRole('combobox').fill('bai'); await page.locator('#palette-0').waitFor(); await shot('palette'); await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+n'); await page.getByRole('dialog').waitFor(); await shot('new'); await page.keyboard.press('Escape');
  const library = new LibraryPage(page); await library.show(); await library.find('hoi nghi'); await library.search.press('ArrowDown'); await desk.settle(); await shot('library');
  await page.keyboard.press('F9').catch(() => undefined);
  await page.emulateMedia({ forcedColors: 'none', contrast: 'more' });
  await openStory(page, article.headline); await desk.settle(); await shot('contrast');
  await page.emulateMedia({ contrast: 'no-preference' });
  // longer words everywhere: 40 % more
  await page.evaluate(() => {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    for (let t = walk.nextNode(); t !== null; t = walk.nextNode()) if (t instanceof Text && t.parentElement?.closest('[data-story-page], kbd, script, style') === null) texts.push(t);
    for (const t of texts) if (t.data.trim() !== '') t.data = `${t.data}${' ôi'.repeat(Math.max(1, Math.round(t.data.trim().length * 0.4 / 3)))}`;
  });
  await shot('long');
  // axe proves that it can fail
  await page.evaluate(() => { const b = document.createElement('button'); document.querySelector('main')?.append(b); });
  const r = await new AxeBuilder({ page }).setLegacyMode().analyze();
  process.stdout.write(`axe finds ${r.violations.map((v) => v.id).join()}\n`);
  await story.rail.count();
  await desk.close();
});
