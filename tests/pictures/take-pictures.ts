// `npm run pictures`: the pictures of guide and README, from the running application. Only what changed is written.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { chromium } from '@playwright/test';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { pictureFile, pictureNames, pictures } from '#renderer/features/help/pictures.ts';
import type { PictureName } from '#renderer/features/help/pictures.ts';
import { launchOptions } from '../e2e/browser.ts';
import { looks, wear } from '../e2e/screens/looks.ts';
import { readmePictures } from './readme-pictures.ts';
import { playScenes } from './scenes.ts';
import type { Take } from './scenes.ts';
import { openStillNewsroom, stillNow } from './still-newsroom.ts';

const root = resolve(import.meta.dirname, '..', '..');
const guideFolder = join(root, 'renderer/features/help/pictures');
const readmeFolder = join(root, 'docs/pictures');

const say = (line: string): void => void process.stdout.write(`${line}\n`);
let written = 0;

/** A third of a palette PNG; 66 is where letters still have clean edges beside the original. */
async function keep(path: string, png: Buffer, width: number): Promise<void> {
  const bytes = await sharp(png).resize({ width }).webp({ quality: 66, preset: 'text', smartSubsample: true, effort: 6 }).toBuffer();
  if (existsSync(path) && readFileSync(path).equals(bytes)) return;
  writeFileSync(path, bytes);
  written += 1;
}

/** Nothing moves and nothing is still on its way. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all([...document.images].filter((image) => !image.complete).map((image) => image.decode().catch(() => undefined)));
    await new Promise<void>((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn())));
  });
}

async function take(page: Page, name: PictureName, first?: Parameters<Take>[1]): Promise<void> {
  const { pixels, ...clip } = pictures[name];
  for (const look of looks) {
    await wear(page, look);
    await first?.(look);
    await settle(page);
    await keep(join(guideFolder, pictureFile(name, look.language, look.theme)), await page.screenshot({ clip, animations: 'disabled', caret: 'hide' }), pixels);
    const readme = readmePictures.find((picture) => picture.of === name && picture.language === look.language && picture.theme === look.theme);
    if (readme !== undefined) await keep(join(readmeFolder, readme.file), await page.screenshot({ animations: 'disabled', caret: 'hide' }), 1600);
  }
  await wear(page, { language: 'vi', theme: 'light' });
  say(`  ${name}`);
}

mkdirSync(guideFolder, { recursive: true });
mkdirSync(readmeFolder, { recursive: true });
const newsroom = await openStillNewsroom();
const browser = await chromium.launch(launchOptions);
const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 2, reducedMotion: 'reduce', locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });
const page = await context.newPage();
await page.clock.setFixedTime(stillNow);
await page.goto(newsroom.url);
await page.getByRole('main').waitFor();
try {
  await playScenes(page, newsroom, (name, first) => take(page, name, first));
} finally {
  await browser.close();
  await newsroom.close();
}
const known = new Set(pictureNames.flatMap((name) => looks.map(({ language, theme }) => pictureFile(name, language, theme))));
for (const file of readdirSync(guideFolder)) if (!known.has(file)) rmSync(join(guideFolder, file));
say(written === 0 ? 'Nothing has changed.' : `${written} pictures written.`);
