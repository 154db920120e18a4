import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base, expect } from '@playwright/test';
import type { CDPSession, Page } from '@playwright/test';
import { build } from 'vite';
import type { StoryDocument } from '#core/story/document.ts';
import type { Harness } from '../editor-harness/harness.tsx';

declare global {
  interface Window {
    readonly harness: Harness;
  }
}

const types: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2', '.svg': 'image/svg+xml' };
// As strict as the doors: no inline script, no address but our own, Trusted Types with DOMPurify's policy only.
const policy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types dompurify";
// 1 × 1 pixel, for every photo.
const pixel = Buffer.from('R0lGODlhAQABAAAAACw=', 'base64');

async function serveHarness(): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'editor-harness-'));
  const root = path.resolve(import.meta.dirname, '../editor-harness');
  await build({ root, configFile: false, logLevel: 'error', base: './', build: { outDir: folder, emptyOutDir: true, target: 'chrome140', assetsInlineLimit: 0, modulePreload: { polyfill: false }, minify: false } });
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://harness').pathname;
    if (name.startsWith('/media/')) {
      response.writeHead(200, { 'content-type': 'image/gif' }).end(pixel);
      return;
    }
    const file = path.join(folder, name === '/' ? 'index.html' : path.normalize(name));
    const guard = request.url === '/?unguarded' ? {} : { 'content-security-policy': policy };
    readFile(file).then(
      (bytes) => response.writeHead(200, { 'content-type': types[path.extname(file)] ?? 'application/octet-stream', ...guard }).end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The page under test with a keyboard that can be any typing tool's. */
export interface Desk {
  readonly page: Page;
  readonly cdp: CDPSession;
  document(): Promise<StoryDocument>;
  /** Text of the block at `index` of the root, as the reader sees it in the editor's state. */
  text(index: number): Promise<string>;
  /** Caret keys; Lexical acts on its last `selectionchange`, so what follows waits for one frame. */
  move(...keys: string[]): Promise<void>;
  settle(): Promise<void>;
  open(document: StoryDocument): Promise<void>;
  /** Clicks into a block of the root. */
  into(index: number): Promise<void>;
  paste(data: Readonly<Record<string, string>>): Promise<void>;
  /** Everything typed so far is acknowledged, and the store holds what the page shows. */
  expectStored(): Promise<void>;
}

export const test = base.extend<{ desk: Desk; guarded: boolean }, { harnessUrl: string }>({
  /** False: the page has no content security policy, so that what holds does so without it. */
  guarded: [true, { option: true }],
  harnessUrl: [
    async ({}, use) => {
      const { url, stop } = await serveHarness();
      await use(url);
      await stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  desk: async ({ page, harnessUrl, guarded }, use) => {
    const problems: string[] = [];
    page.on('pageerror', (problem) => problems.push(`${problem.name}: ${problem.message}\n${problem.stack ?? ''}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.location().url.endsWith('/favicon.ico')) problems.push(message.text());
    });
    page.on('dialog', (dialog) => {
      problems.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(harnessUrl) && !request.url().startsWith('data:') && !request.url().startsWith('blob:')) problems.push(`request: ${request.url()}`);
    });
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(guarded ? harnessUrl : `${harnessUrl}?unguarded`);
    await page.waitForSelector('[data-story-page] [data-field="byline"]');
    const cdp = await page.context().newCDPSession(page);
    const settle = (): Promise<void> => page.evaluate(() => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 0)))));
    const desk: Desk = {
      page, cdp, settle,
      document: () => page.evaluate(() => window.harness.editor.document()),
      text: (index) =>
        page.evaluate((at) => {
          const block = window.harness.editor.document().blocks[at];
          const inside = (node: unknown): string => {
            const { type, text, children } = node as { type: string; text?: string; children?: unknown[] };
            return type === 'linebreak' ? '\n' : (text ?? '') + (children ?? []).map(inside).join('');
          };
          return block === undefined ? '' : inside(block);
        }, index),
      move: async (...keys) => {
        for (const key of keys) {
          await page.keyboard.press(key);
          await settle();
        }
      },
      open: async (document) => {
        await page.evaluate((story) => window.harness.open(story), document);
        await settle();
      },
      into: async (index) => {
        await page.evaluate((at) => {
          const block = window.harness.editor.document().blocks[at];
          if (block !== undefined) window.harness.editor.focusBlock(block.$.bid, 1_000_000);
        }, index);
        await settle();
      },
      paste: async (data) => {
        await page.evaluate((entries) => {
          const transfer = new DataTransfer();
          for (const [type, value] of Object.entries(entries)) transfer.setData(type, value);
          document.querySelector('[data-story-page]')?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }));
        }, data);
        await settle();
      },
      expectStored: async () => {
        expect(await page.evaluate(() => window.harness.editor.save.flush())).toBe(true);
        const { stored, shown } = await page.evaluate(() => ({ stored: window.harness.memory.document(), shown: window.harness.editor.document() }));
        expect(stored).toEqual(shown);
      },
    };
    await use(desk);
    expect(problems).toEqual([]);
  },
});

export { expect };
