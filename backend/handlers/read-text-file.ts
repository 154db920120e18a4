import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Result } from '#core/base/result.ts';
import { err, ok } from '#core/base/result.ts';
import type { WireError } from '#core/contract/errors.ts';
import { wireError } from '#core/contract/errors.ts';

/** Bytes. Vietnamese takes 1.3 bytes a letter; what is allowed in letters is checked by recognition. */
const maxBytes = 5_000_000;
const maxMegabytes = 5;

/** Control characters that no text has; tab, line ends and form feed may. */
const controls = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;

/** What bytes of a file say as text. Errors: `import.empty`, `import.binary`, `import.encoding`. */
export function decodeText(bytes: Uint8Array, name: string): Result<string, WireError> {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return err(wireError('import.encoding', { name }));
  if (bytes.includes(0)) return err(wireError('import.binary', { name }));
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (problem) {
    if (problem instanceof TypeError) return err(wireError(controls.test(Buffer.from(bytes).toString('latin1')) ? 'import.binary' : 'import.encoding', { name }));
    throw problem;
  }
  if (controls.test(text)) return err(wireError('import.binary', { name }));
  return text.trim() === '' ? err(wireError('import.empty', { name })) : ok(text);
}

async function readStream(stream: AsyncIterable<Uint8Array>, name: string): Promise<Result<string, WireError>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > maxBytes) return err(wireError('import.too-large', { name, limit: maxMegabytes }));
    chunks.push(chunk);
  }
  return decodeText(Buffer.concat(chunks), name);
}

/** A text file, or standard input for `-`. Errors: those of `decodeText`, `import.too-large`, `import.unreadable`. */
export async function readTextFile(path: string): Promise<Result<string, WireError>> {
  if (path === '-') return readStream(process.stdin, '-');
  const name = basename(path);
  try {
    const file = await open(path, 'r');
    // The stream closes the file, also when it is left before its end.
    return await readStream(file.createReadStream(), name);
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && typeof problem.code === 'string') return err(wireError('import.unreadable', { name, detail: problem.code }));
    throw problem;
  }
}
