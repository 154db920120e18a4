import type { WireError } from '../contract/errors.ts';
import { wireError } from '../contract/errors.ts';

/**
 * What one text may be at most to become a story, whichever way it comes in. A 50,000-word story has a tenth of `length`: more is
 * not a story, and nobody should wait for it. Lengths in UTF-16 code units.
 */
export const textLimits = {
  length: 4_000_000,
  /** Each line becomes a block, and a story has at most 100,000. */
  lines: 50_000,
  /** A line becomes one paragraph. Browsers take time with the square of its length to set the caret in it: at this one half a second. */
  line: 50_000,
} as const;

/** Which limit a text goes beyond; null when it can be taken in. */
export function overLimit(text: string): keyof typeof textLimits | null {
  if (text.length > textLimits.length) return 'length';
  let lines = 1;
  let start = 0;
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
    if (end - start > textLimits.line) return 'line';
    start = end + 1;
    lines += 1;
  }
  if (text.length - start > textLimits.line) return 'line';
  return lines > textLimits.lines ? 'lines' : null;
}

/** Why the text called `name` can't be taken in; null when it can. */
export function tooMuch(text: string, name: string): WireError | null {
  switch (overLimit(text)) {
    case 'length':
      return wireError('import.too-large', { name, limit: textLimits.length / 1_000_000 });
    case 'lines':
      return wireError('import.too-many-lines', { name, limit: textLimits.lines });
    case 'line':
      return wireError('import.long-line', { name, limit: textLimits.line });
    case null:
      return null;
  }
}
