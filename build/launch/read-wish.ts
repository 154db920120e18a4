import type { Wish } from './choose-door.ts';

/** Words that only the browser door knows: who says one of them wants that door. */
const browserWords = ['--port', '--allow-host', '--open', '--no-open'];

/** The launcher's own words out of what stands after `npm start --`; the rest belongs to the door. The later wish holds. */
export function readWish(args: readonly string[]): { readonly wish: Wish; readonly rest: readonly string[] } {
  let wish: Wish = args.some((arg) => browserWords.includes(arg.split('=', 1)[0] ?? '')) ? 'browser' : 'any';
  const rest: string[] = [];
  for (const arg of args) {
    if (arg === '--electron') wish = 'electron';
    else if (arg === '--browser') wish = 'browser';
    else rest.push(arg);
  }
  return { wish, rest };
}
