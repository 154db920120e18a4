import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { build } from 'vite';
import { inlineText } from '#core/story/text.ts';
import { makeStory } from './words.ts';

export interface ProseMirrorPage {
  /** A window with the same text in plain ProseMirror, the caret in its middle. */
  open(browser: Browser, words: number): Promise<Page>;
  stop(): Promise<void>;
}

const types: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css' };

/** The yardstick: the same letters, the same window, the same browser, and an editor with nothing of a newsroom in it. */
export async function serveProseMirror(): Promise<ProseMirrorPage> {
  const folder = await mkdtemp(join(tmpdir(), 'toasoan-bench-'));
  await build({ root: join(import.meta.dirname, 'prosemirror'), configFile: false, logLevel: 'error', base: './', build: { outDir: folder, emptyOutDir: true, target: 'chrome140', modulePreload: { polyfill: false } } });
  const server = createServer((request, response) => {
    const file = join(folder, request.url === '/' ? 'index.html' : normalize(new URL(request.url ?? '/', 'http://bench').pathname));
    readFile(file).then(
      (bytes) => response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' }).end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    open: async (browser, words) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
      const page = await context.newPage();
      await page.goto(url);
      await page.waitForFunction(() => 'show' in globalThis);
      const paragraphs = makeStory(words, words).blocks.flatMap((block) => (block.type === 'paragraph' ? [inlineText(block.children)] : []));
      await page.evaluate((texts) => (globalThis as unknown as { show: (texts: readonly string[]) => void }).show(texts), paragraphs);
      return page;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
