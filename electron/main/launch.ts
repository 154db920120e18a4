import { isAbsolute, resolve } from 'node:path';
import { StoryId } from '#core/base/ids.ts';

/** What someone wants who starts the application, or starts it once more. */
export interface Launch {
  readonly library: string | null;
  /** Files to open, absolute. */
  readonly files: readonly string[];
  readonly story: StoryId | null;
  readonly newStory: boolean;
  /** A new library starts without the sample newsroom. */
  readonly empty?: boolean;
}

/** A prefix that begins a path on another machine: opening it would send this user's name and password hash there. */
const isShare = (path: string): boolean => /^[\\/]{2}/.test(path);

/**
 * Reads arguments leniently: the system, Chromium and installers add their own. Only names of files that end in `.toasoan` or
 * `.txt` count as files; nothing on another machine does.
 */
export function parseLaunch(args: readonly string[], folder: string): Launch {
  let library: string | null = null;
  let story: StoryId | null = null;
  let newStory = false;
  let empty = false;
  const files: string[] = [];
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? '';
    if (arg === '--library') library = args[++index] ?? null;
    else if (arg.startsWith('--library=')) library = arg.slice('--library='.length);
    else if (arg.startsWith('--story=')) story = StoryId.safeParse(arg.slice('--story='.length)).data ?? null;
    else if (arg === '--new-story') newStory = true;
    else if (arg === '--empty') empty = true;
    else if (!arg.startsWith('-') && /\.(?:toasoan|txt)$/i.test(arg) && !isShare(arg)) files.push(isAbsolute(arg) ? arg : resolve(folder, arg));
  }
  return { library, files, story, newStory, empty };
}
