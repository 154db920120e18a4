import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeViolations } from '#tests/validators/axe.ts';
import { findBrowser, openBrowser } from '#tests/validators/open-browser.ts';
import { folderPhotos, pixel, samplePhotos } from '#tests/validators/sample-photos.ts';
import { sampleStories } from '#tests/validators/sample-stories.ts';
import type { ExportInput } from '../export-story.ts';
import { toExportStory } from '../export-story.ts';
import type { PageMode } from './head.ts';
import { storyHtml } from './story-html.ts';

const found = findBrowser();

describe.skipIf(found.kind === 'missing')(`the exported page in a browser${found.kind === 'missing' ? ` (skipped: ${found.reason})` : ''}`, () => {
  let browser: Browser;
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'toasoan-page-'));
    browser = await openBrowser(found.kind === 'found' ? found.path : '');
  });
  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Opens a saved page and says what it did that a story never may: scripts, dialogs, requests, broken policy. */
  async function visit(name: string, input: ExportInput, mode: PageMode, width: number, look: (page: Page) => Promise<void>): Promise<readonly string[]> {
    const path = join(folder, `${name}-${mode}`, 'index.html');
    await mkdir(join(folder, `${name}-${mode}`, 'anh'), { recursive: true });
    await writeFile(path, storyHtml(toExportStory(input), { photos: mode === 'file' ? samplePhotos : folderPhotos, mode }));
    for (const digit of 'abc') await writeFile(join(folder, `${name}-${mode}`, 'anh', `1-${digit.repeat(8)}.jpg`), pixel);
    const context = await browser.newContext({ viewport: { width, height: 800 } });
    const page = await context.newPage();
    const incidents: string[] = [];
    page.on('console', (message) => incidents.push(message.text()));
    page.on('pageerror', (problem) => incidents.push(problem.message));
    page.on('dialog', (dialog) => {
      incidents.push('dialog');
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      if (!/^(?:file|data):/u.test(request.url())) incidents.push(request.url());
    });
    await page.goto(pathToFileURL(path).href);
    await look(page);
    await context.close();
    return incidents;
  }

  test.each(Object.entries(sampleStories))('%s: nothing runs, nothing is fetched, style and photos are let in, axe is content', async (name, input) => {
    for (const mode of ['file', 'folder'] as const) {
      const incidents = await visit(name, input, mode, 360, async (page) => {
        const facts = await page.evaluate(() => ({
          size: getComputedStyle(document.body).fontSize,
          photos: [...document.images].map((image) => image.naturalWidth),
          overflow: document.documentElement.scrollWidth - innerWidth,
        }));
        expect(facts.size).toBe('18px');
        expect(facts.photos.every((width) => width > 0)).toBe(true);
        expect(facts.overflow).toBe(0);
        if (mode === 'file') expect(await axeViolations(page)).toEqual([]);
      });
      expect(incidents).toEqual([]);
    }
  });

  test.each([360, 768, 1200])('at %i px lines are not too long and photos stay on the page', async (width) => {
    await visit('photos', sampleStories.photos, 'file', width, async (page) => {
      const facts = await page.evaluate(() => ({
        overflow: document.documentElement.scrollWidth - innerWidth,
        text: document.querySelector('article > p')?.getBoundingClientRect().width ?? 0,
        right: Math.max(...[...document.images].map((image) => image.getBoundingClientRect().right)),
      }));
      expect(facts.overflow).toBe(0);
      expect(facts.text).toBeLessThanOrEqual(680);
      expect(facts.right).toBeLessThanOrEqual(width);
    });
  });

  test('axe notices a broken page', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.setContent(storyHtml(toExportStory(sampleStories.report), { photos: samplePhotos, mode: 'file' }).replace(/ alt="[^"]*"/u, '').replace('lang="vi"', ''));
    expect((await axeViolations(page)).map((line) => line.split(' ')[0])).toEqual(expect.arrayContaining(['image-alt', 'html-has-lang']));
    await context.close();
  });
});
