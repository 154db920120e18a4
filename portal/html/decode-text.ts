import { err, ok, type Result } from '#core/base/result.ts';

const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
]);

/** What neither HTML nor a reader has a use for: controls except tab and line feed, noncharacters, lone surrogates. */
const forbidden = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\p{Noncharacter_Code_Point}\p{Surrogate}]/u;

/**
 * Decodes text or an attribute value. Offsets in the error are UTF-16 code units into `source`. Only the references
 * of the vocabulary are known; a bare ampersand is an error, because readers of HTML disagree on what it means.
 */
export const decodeText = (source: string): Result<string, { readonly offset: number; readonly reason: string }> => {
  const control = forbidden.exec(source);
  if (control !== null) return err({ offset: control.index, reason: 'a control character or broken character' });
  let text = '';
  let from = 0;
  for (let at = source.indexOf('&'); at >= 0; at = source.indexOf('&', from)) {
    const reference = /^&(?:([a-z]{2,4})|#([0-9]{1,7})|#x([0-9a-fA-F]{1,6}));/.exec(source.slice(at, at + 12));
    if (reference === null) return err({ offset: at, reason: 'a bare ampersand or unknown character reference' });
    const [whole, name, decimal, hex] = reference;
    const code = decimal !== undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hex ?? '', 16);
    const character = name !== undefined ? named.get(name) : code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
    if (character === undefined || forbidden.test(character)) {
      return err({ offset: at, reason: 'a character reference that is not accepted' });
    }
    text += source.slice(from, at) + character;
    from = at + whole.length;
  }
  return ok(text + source.slice(from));
};
