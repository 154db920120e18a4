import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileChooser, Locator, Page } from '@playwright/test';
import type { StoryId } from '#core/base/ids.ts';
import type { CallInput, CallOutput } from '#core/contract/contract.ts';
import { OwnerFile } from '#core/contract/loopback.ts';
import type { StoryDocument } from '#core/story/document.ts';
import { inlineText } from '#core/story/text.ts';
import { type Door, startDoor } from '../door.ts';
import { expect, test as base } from '../test.ts';

interface Fixtures {
  /** A page whose door may go away under it: what the browser says of a broken connection is no problem of ours, all else is. */
  readonly desk: Page;
  /** Watches another page the same way. */
  readonly watch: (page: Page) => void;
}

const isNetwork = (text: string): boolean => /Failed to load resource|WebSocket connection to|net::ERR_/.test(text);

export const test = base.extend<Fixtures>({
  watch: async ({ browserName: _browser }, use) => {
    const problems: string[] = [];
    await use((page) => {
      page.on('pageerror', (problem) => problems.push(`${problem.name}: ${problem.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error' && !isNetwork(message.text())) problems.push(message.text());
      });
    });
    expect(problems).toEqual([]);
  },
  desk: async ({ page, watch }, use) => {
    watch(page);
    await use(page);
  },
});

export { expect };

export const portOf = (door: Door): number => Number(new URL(door.url).port);

/** The same library on the same port, as the launcher of a door that was killed would start it. */
export const startAgain = (door: Door): Promise<Door> => startDoor({ library: door.library, port: portOf(door) });

type StoryCalls = 'get' | 'create' | 'append' | 'versions' | 'version';

/** A call with the owner's token, beside every window; in the name of `windowId` when given. */
export async function callStory<N extends StoryCalls>(library: string, name: N, input: CallInput<'story', N>, windowId?: string): Promise<CallOutput<'story', N>> {
  const answer = await call(library, `story.${name}`, input, windowId);
  return answer as CallOutput<'story', N>;
}

/** The one story of a library that has no other. */
export async function onlyStory(library: string): Promise<StoryId> {
  const [row, ...more] = await listStories(library);
  if (row === undefined || more.length > 0) throw new Error('one story was expected');
  return row.id;
}

export async function setProfile(library: string, settings: CallInput<'settings', 'set'>): Promise<void> {
  await call(library, 'settings.set', settings);
}

export async function listStories(library: string): Promise<CallOutput<'library', 'list'>['rows']> {
  return ((await call(library, 'library.list', {})) as CallOutput<'library', 'list'>).rows;
}

/** Where the caret stood when the last session was written down. */
export async function savedOffset(library: string): Promise<number | null> {
  return ((await call(library, 'settings.session', {})) as CallOutput<'settings', 'session'>).session?.caret?.offset ?? null;
}

async function call(library: string, name: string, input: unknown, windowId?: string): Promise<unknown> {
  const owner = OwnerFile.parse(JSON.parse(readFileSync(join(library, 'owner.json'), 'utf8')));
  const reply = await fetch(`${new URL(owner.url).origin}/call/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${owner.token}`, ...(windowId === undefined ? {} : { 'x-toasoan-window': windowId }) },
    body: JSON.stringify(input),
  });
  const answer = (await reply.json()) as { readonly ok: boolean; readonly value?: unknown; readonly error?: unknown };
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
  return answer.value;
}

/** The body's paragraphs as they stand in the library. */
export const bodyText = (document: StoryDocument): string =>
  document.blocks.flatMap((block) => (block.type === 'paragraph' ? [inlineText(block.children)] : [])).join('\n');

/** The body's paragraphs as they stand on screen. */
export const shownBody = (page: Page): Promise<string> =>
  page.evaluate(() => [...document.querySelectorAll('[data-story-page] > p:not([data-field])')].map((line) => line.textContent).join('\n'));

/** By which name the door knows this window. */
export const windowIdOf = async (page: Page): Promise<string> => {
  const id = await page.evaluate(() => sessionStorage.getItem('toasoan-window'));
  if (id === null) throw new Error('the window has no name yet');
  return id;
};

/** Reads the notice that says `sentences` and puts it away. Urgent notices are read out elsewhere and hidden from the tree until they have the focus. */
export async function readNotice(notices: Locator, ...sentences: readonly string[]): Promise<void> {
  for (const sentence of sentences) await expect(notices).toContainText(sentence);
  const close = notices.locator('button[aria-label="Đóng"]');
  await close.evaluateAll((buttons: HTMLElement[]) => buttons.forEach((button) => button.click()));
  await expect(close).toHaveCount(0);
}

/** The next file chooser is ours from here on: asking for it takes its own way to the browser, so a key pressed at once could be faster. */
export async function nextChooser(page: Page): Promise<() => Promise<FileChooser>> {
  const chooser = page.waitForEvent('filechooser');
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  return () => chooser;
}

/** Clicks into the body's last paragraph and goes to its end. */
export async function intoBody(page: Page): Promise<void> {
  await page.locator('[data-story-page] > p:not([data-field])').last().click();
  await page.keyboard.press('End');
}
