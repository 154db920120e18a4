import { basename } from 'node:path';
import type { Opened } from '#core/contract/desktop.ts';
import type { Result } from '#core/base/result.ts';
import type { WireError } from '#core/contract/errors.ts';
import { wireError } from '#core/contract/errors.ts';
import type { Launch } from './launch.ts';

/** At one start; a hundred files dropped on the icon are a mistake. */
const mostFiles = 10;

/** What a start means for the window it reaches. Files are read by the library's process; a hand-off file is left alone. */
export async function readOpenings(launch: Launch, readText: (path: string) => Promise<Result<string, WireError>>): Promise<readonly Opened[]> {
  const opened: Opened[] = [];
  for (const path of launch.files.slice(0, mostFiles)) {
    const name = basename(path);
    if (/\.toasoan$/i.test(path)) {
      opened.push({ kind: 'refused', error: wireError('import.hand-off', { name }) });
      continue;
    }
    const text = await readText(path);
    opened.push(text.ok ? { kind: 'text', name, text: text.value } : { kind: 'refused', error: text.error });
  }
  if (launch.story !== null) opened.push({ kind: 'story', id: launch.story });
  if (launch.newStory) opened.push({ kind: 'new-story' });
  return opened;
}
