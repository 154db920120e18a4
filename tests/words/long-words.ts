import { mapWords } from './icu-message.ts';

/** How much longer a language may be than English before a screen breaks: 40 %. */
export const longer = 1.4;

/** Letters of the interface's own typefaces that neither English nor Vietnamese has: who sees one knows where the words came from. */
const strange: Readonly<Record<string, string>> = { a: 'å', e: 'ë', i: 'ï', o: 'ö', u: 'ü', y: 'ÿ', A: 'Å', E: 'Ë', I: 'Ï', O: 'Ö', U: 'Ü' };
const strangeLetter = /[åëïöüÿÅËÏÖÜ]/;
const letter = /\p{L}/u;

/** The paper's own name and what is printed on keys stay as they are in every language. */
export const keptNames = /Tòa Soạn|\b(?:Ctrl|Alt|Shift|Tab|Esc|Enter|Delete|Backspace|Home|End|Space|F\d+|PgUp|PgDn)\b/g;

/** One stretch of words 40 % longer: vowels doubled with a strange letter, then other letters doubled until it is enough. */
function draw(text: string): string {
  const letters = [...text];
  const wanted = Math.ceil(letters.filter((one) => letter.test(one)).length * (longer - 1));
  let added = 0;
  const drawn = letters.map((one) => {
    const other = strange[one];
    if (other === undefined) return one;
    const doubles = added < wanted;
    if (doubles) added += 1;
    return doubles ? `${other}${one.toLowerCase()}` : other;
  });
  for (let at = drawn.length - 1; at >= 0 && added < wanted; at--) {
    const one = drawn[at] ?? '';
    if (one.length !== 1 || !letter.test(one)) continue;
    drawn[at] = `${one}${one.toLowerCase()}`;
    added += 1;
  }
  return drawn.join('');
}

function drawAround(text: string): string {
  let at = 0;
  let drawn = '';
  for (const name of text.matchAll(keptNames)) {
    drawn += draw(text.slice(at, name.index)) + name[0];
    at = name.index + name[0].length;
  }
  return drawn + draw(text.slice(at));
}

/** A message of the catalogue in a language that is 40 % longer than English and can still be read; values and cases are kept. */
export const longWords = (message: string): string => mapWords(message, drawAround);

/** True for words that went through `longWords`: no word of two letters or more is without a strange one, unless it is a name that is kept. */
export const isLong = (text: string): boolean => text.replace(keptNames, ' ').split(/[^\p{L}]+/u).every((word) => !/[aeiouAEIOU]/.test(word) || strangeLetter.test(word));
