import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import type { StoryDocument } from '#core/story/document.ts';
import { openLibrary } from '#backend/host/compose.ts';
import { closeBrowser, DoubledApp } from '#tests/electron-double/driver/double-driver.ts';
import { chooseDriver, runsOn } from '#tests/electron-double/driver/choose-driver.ts';
import type { DesktopApp, StartOptions } from '#tests/electron-double/driver/desktop-app.ts';
import type { MenuLine } from '#tests/electron-double/wire.ts';

interface Fixtures {
  /** Starts the desktop application; whatever was started is ended with the test, and none may have complained. */
  readonly start: (options?: StartOptions) => Promise<DesktopApp>;
  /** As `start`, for what only the double can show; the test is skipped, with its reason, on Electron itself. */
  readonly startDouble: (options?: StartOptions) => Promise<DoubledApp>;
}

export const test = base.extend<Fixtures, { readonly chromium: undefined }>({
  chromium: [
    async ({}, use) => {
      process.stdout.write(`  the desktop application runs on ${runsOn}\n`);
      await use(undefined);
      await closeBrowser();
    },
    { scope: 'worker', auto: true },
  ],
  start: async ({}, use) => {
    const driver = chooseDriver();
    const apps: DesktopApp[] = [];
    await use(async (options) => {
      const app = await driver.start(options);
      apps.push(app);
      return app;
    });
    for (const app of apps) await app.end();
    expect(apps.flatMap((app) => app.takeProblems())).toEqual([]);
  },
  startDouble: async ({ start }, use) => {
    test.skip(chooseDriver().name !== 'double', 'only the double lets a test send what a captured page would send');
    await use(async (options) => {
      const app = await start(options);
      if (!(app instanceof DoubledApp)) throw new Error('the double was asked for');
      return app;
    });
  },
});

export { expect };

/** The way through the native menu to the line with these keys, as a reporter finds it. */
export async function menuPath(app: DesktopApp, keys: string): Promise<readonly string[]> {
  const search = (lines: readonly MenuLine[], way: readonly string[]): readonly string[] | null => {
    for (const line of lines) {
      const here = [...way, line.label];
      if (line.accelerator === keys) return here;
      const below = line.submenu === null ? null : search(line.submenu, here);
      if (below !== null) return below;
    }
    return null;
  };
  const found = search((await app.menu()) ?? [], []);
  if (found === null) throw new Error(`no line of the menu has the keys ${keys}`);
  return found;
}

/** Drops a file that lies on this computer on whatever the locator finds. */
export async function dropFile(page: Page, selector: string, path: string, type: string): Promise<void> {
  const bytes = [...readFileSync(path)];
  const name = path.split(/[\\/]/u).at(-1) ?? path;
  const transfer = await page.evaluateHandle(
    ([content, fileName, fileType]) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(content)], fileName, { type: fileType }));
      return data;
    },
    [bytes, name, type] as const,
  );
  for (const event of ['dragenter', 'dragover', 'drop']) await page.dispatchEvent(selector, event, { dataTransfer: transfer });
}

/** Every story of a library that nobody has open any more, as it is stored. */
export async function storedStories(library: string): Promise<readonly StoryDocument[]> {
  if (!existsSync(join(library))) return [];
  const opened = openLibrary({ dir: library, door: 'command-line' });
  if (!opened.ok) throw new Error(opened.error.code);
  const ask = async (name: string, input: unknown): Promise<unknown> => {
    const result = (await opened.value.dispatch(name, input, { windowId: 'test' }, 0)) as { ok: boolean; value: unknown };
    if (!result.ok) throw new Error(JSON.stringify(result));
    return result.value;
  };
  try {
    const { rows } = (await ask('library.list', {})) as { readonly rows: readonly { readonly id: string }[] };
    return await Promise.all(rows.map(async ({ id }) => ((await ask('story.get', { id })) as { readonly document: StoryDocument }).document));
  } finally {
    await opened.value.close();
  }
}
