/** What a text of the guide is made of. */
export type Run =
  | { readonly kind: 'words' | 'strong'; readonly text: string }
  /** A command: its name, its key, or both. */
  | { readonly kind: 'command'; readonly id: string; readonly shows: 'both' | 'name' | 'key' }
  /** Keys by their own names: `Mod+K`. */
  | { readonly kind: 'keys'; readonly keys: string }
  /** The interface's own words, by their key in the catalogue. */
  | { readonly kind: 'says'; readonly key: string }
  | { readonly kind: 'see'; readonly topic: string };

const marks = /\{([^{}]+)\}|\*\*([^*]+)\*\*/g;

/** A command's id has a dot and begins with a small letter; keys begin with a capital, a digit or a sign. */
const isCommand = (name: string): boolean => /^[a-z][\w-]*(?:\.[\w-]+)*$/i.test(name) && /^[a-z]/.test(name);

function readBraces(inside: string): Run {
  // A comma may stand between, as in the catalogues' own messages.
  const [, verb = '', what = ''] = /^(\w+),? (.+)$/.exec(inside) ?? [];
  switch (verb) {
    case 'do':
      return { kind: 'command', id: what, shows: 'both' };
    case 'name':
      return { kind: 'command', id: what, shows: 'name' };
    case 'key':
      return isCommand(what) ? { kind: 'command', id: what, shows: 'key' } : { kind: 'keys', keys: what };
    case 'says':
      return { kind: 'says', key: what };
    case 'see':
      return { kind: 'see', topic: what };
    default:
      throw new Error(`the guide does not know what {${inside}} is`);
  }
}

/** Takes a text of the guide apart. Throws at braces that mean nothing: content is ours, and a test reads all of it. */
export function readMarks(text: string): readonly Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const match of text.matchAll(marks)) {
    if (match.index > at) runs.push({ kind: 'words', text: text.slice(at, match.index) });
    runs.push(match[1] === undefined ? { kind: 'strong', text: match[2] ?? '' } : readBraces(match[1]));
    at = match.index + match[0].length;
  }
  if (at < text.length) runs.push({ kind: 'words', text: text.slice(at) });
  return runs;
}
