import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { LibraryPage } from '../pages/library-page.ts';
import { StoryPageObject } from '../pages/story-page.ts';
import { expect, intoBody, shownBody, test } from './desk.ts';

const root = resolve(import.meta.dirname, '..', '..', '..');

/** A command as the launchers start it, with its own process. */
async function run(entry: string, ...args: readonly string[]): Promise<{ readonly code: number | null; readonly out: string; readonly problems: string }> {
  const child = spawn(process.execPath, [resolve(root, entry), ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let problems = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (problems += chunk.toString('utf8')));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, problems };
}

test('beside a running door: what a command imports shows up in the open window', async ({ desk, door }) => {
  const library = new LibraryPage(desk);
  await library.open(door.url);
  await library.show();
  await expect(library.rows).toHaveCount(0);
  const article = resolve(root, 'assets/sample-newsroom/hoi-nghi-vinh-sa.txt');
  const imported = await run('backend/cli/main.ts', 'import', article, '--library', door.library, '--json');
  expect(imported).toMatchObject({ code: 0, problems: '' });
  const { id } = JSON.parse(imported.out) as { readonly id: string };
  await expect(library.rows).toHaveCount(1);
  await expect(library.rows.first()).toHaveAttribute('data-story', id);
  await library.openFirst();
  const story = new StoryPageObject(desk);
  await expect(story.attendees).not.toHaveCount(0);
  await expect(story.text).toHaveAttribute('contenteditable', 'true');

  await test.step('reading commands see what the window wrote', async () => {
    await intoBody(desk);
    await desk.keyboard.type(' Câu vừa gõ thêm.');
    await story.expectSaved();
    expect(await shownBody(desk)).toContain('Câu vừa gõ thêm.');
    const shown = await run('backend/cli/main.ts', 'show', id, '--library', door.library);
    expect(shown.code).toBe(0);
    expect(shown.out).toContain('Câu vừa gõ thêm.');
  });
});

test('a second start shows the running address and ends', async ({ desk, door }) => {
  const second = await run('backend/web/main.ts', '--library', door.library, '--no-open');
  expect(second).toMatchObject({ code: 0, problems: '' });
  expect(second.out).toContain(door.url);
  const library = new LibraryPage(desk);
  await library.open(door.url);
  await expect(library.main).toContainText('Viết tin mới');
});
