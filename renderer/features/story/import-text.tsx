import type { ReactElement, RefObject } from 'react';
import { toNfc } from '#core/vietnamese/nfc.ts';
import { err, ok } from '#core/base/result.ts';
import type { Result } from '#core/base/result.ts';
import { wireError } from '#core/contract/errors.ts';
import type { WireError } from '#core/contract/errors.ts';
import { useApp } from '#renderer/app/services.ts';

/** Bytes; ten times the longest report, the same limit as the command line. */
const maxBytes = 10_000_000;

/** A text file as a story: read here, recognised by the backend like a paste. */
export async function readTextFile(file: File): Promise<Result<string, WireError>> {
  const { name } = file;
  if (file.size > maxBytes) return err(wireError('import.too-large', { name, limit: maxBytes / 1_000_000 }));
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes.includes(0)) return err(wireError('import.binary', { name }));
  try {
    const text = toNfc(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).replace(/\r\n?/g, '\n');
    return text.trim() === '' ? err(wireError('import.empty', { name })) : ok(text);
  } catch (problem) {
    if (problem instanceof TypeError) return err(wireError('import.encoding', { name }));
    throw problem;
  }
}

/** The hidden file chooser behind "open a text file". */
export function ImportText({ picker }: { readonly picker: RefObject<HTMLInputElement | null> }): ReactElement {
  const app = useApp();
  const take = async (file: File): Promise<void> => {
    const text = await readTextFile(file);
    if (!text.ok) app.tell(text.error);
    else await app.newStory('blank', text.value);
  };
  return (
    <input
      ref={picker}
      type="file"
      accept=".txt,text/plain"
      hidden
      data-import
      onChange={(event) => {
        const file = event.target.files?.[0];
        event.target.value = '';
        if (file !== undefined) void take(file);
      }}
    />
  );
}
