import { err, ok } from '#core/base/result.ts';
import type { Result } from '#core/base/result.ts';
import { wireError } from '#core/contract/errors.ts';
import type { WireError } from '#core/contract/errors.ts';
import { tooMuch } from '#core/structure/text-limits.ts';
import { toNfc } from '#core/vietnamese/nfc.ts';

/** Bytes, as on the command line: Vietnamese takes 1.3 bytes a letter. What is allowed in letters is checked in letters. */
const maxBytes = 5_000_000;

/** Control characters that no text has; tab, line ends and form feed may. */
const controls = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;

/** A text file as a story: read here, recognised by the backend like a paste. */
export async function readTextFile(file: File): Promise<Result<string, WireError>> {
  const { name } = file;
  if (file.size > maxBytes) return err(wireError('import.too-large', { name, limit: maxBytes / 1_000_000 }));
  const bytes = new Uint8Array(await file.arrayBuffer());
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return err(wireError('import.encoding', { name }));
  if (bytes.includes(0)) return err(wireError('import.binary', { name }));
  try {
    const text = toNfc(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).replace(/\r\n?/g, '\n');
    if (controls.test(text)) return err(wireError('import.binary', { name }));
    if (text.trim() === '') return err(wireError('import.empty', { name }));
    const refused = tooMuch(text, name);
    return refused === null ? ok(text) : err(refused);
  } catch (problem) {
    if (problem instanceof TypeError) return err(wireError('import.encoding', { name }));
    throw problem;
  }
}
