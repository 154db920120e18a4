import { foldKeepingLength } from './fold.ts';
import { toNfc } from './nfc.ts';

export interface FindOptions {
  /** `a` finds `á` and `Ạ`, `d` finds `đ`, unless accents count. */
  readonly accents: boolean;
  readonly matchCase: boolean;
  /** Neither a letter nor a digit may touch the hit: `an` is not found in `ban`. */
  readonly wholeWord: boolean;
}

/** [start, end) in UTF-16 code units. */
export type Hit = readonly [start: number, end: number];

const letterOrDigit = /[\p{L}\p{M}\p{N}]/u;

/** Lower case where that keeps the length (`İ` would become two letters); offsets must be the text's own. */
const lowerKeepingLength = (text: string): string => {
  const whole = text.toLowerCase();
  return whole.length === text.length ? whole : Array.from(text, (letter) => (letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter)).join('');
};

/** Folding without lower case: `Đ` becomes `D`. */
const plainKeepingCase = (text: string): string => {
  const folded = foldKeepingLength(text);
  return Array.from({ length: text.length }, (_, at) => {
    const [letter = '', plain = ''] = [text[at], folded[at]];
    return letter !== letter.toLowerCase() && plain !== plain.toUpperCase() ? plain.toUpperCase() : plain;
  }).join('');
};

const comparable = (text: string, { accents, matchCase }: FindOptions): string =>
  accents ? (matchCase ? text : lowerKeepingLength(text)) : matchCase ? plainKeepingCase(text) : foldKeepingLength(text);

/** A finder for `query`; built once, used for every line. A query without a letter in it finds nothing. */
export function makeFinder(query: string, options: FindOptions): (text: string) => readonly Hit[] {
  const wanted = comparable(toNfc(query), options);
  if (wanted === '') return () => [];
  return (text) => {
    const line = comparable(text, options);
    const hits: Hit[] = [];
    for (let at = line.indexOf(wanted); at !== -1; at = line.indexOf(wanted, at)) {
      const end = at + wanted.length;
      const isWhole = !options.wholeWord || !(touches(text, at - 1, at) || touches(text, end - 1, end));
      if (isWhole) hits.push([at, end]);
      at = isWhole ? end : at + 1;
    }
    return hits;
  };
}

/** Do the letters at `left` and `right` belong to one word? */
const touches = (text: string, left: number, right: number): boolean =>
  left >= 0 && right < text.length && letterOrDigit.test(text.charAt(left)) && letterOrDigit.test(text.charAt(right));
