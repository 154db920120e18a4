// Raw colours live in renderer/styles alone: everything else in the renderer names a token.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

const colour = /#[0-9a-f]{3,8}\b(?![\w-]*["']?\s*:)|\b(?:rgba?|hsla?|oklch|oklab|lab|lch|hwb)\(/i;

export interface RawColour {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** Every line below `folder` (but `styles/`) that holds a raw colour. */
export function findRawColours(folder: string): readonly RawColour[] {
  const found: RawColour[] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const file = relative(folder, path).replaceAll('\\', '/');
    const isStyle = entry.name.endsWith('.css');
    if (!entry.isFile() || file.startsWith('styles/') || !isStyle) continue;
    readFileSync(path, 'utf8').split('\n').forEach((text, index) => {
      if (colour.test(text.replace(/\/\*.*?\*\//g, ''))) found.push({ file, line: index + 1, text: text.trim() });
    });
  }
  return found;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const folder = join(import.meta.dirname, '..', '..', 'renderer');
  const found = existsSync(folder) ? findRawColours(folder) : [];
  for (const { file, line, text } of found) process.stderr.write(`renderer/${file}:${line} raw colour outside styles/: ${text}\n`);
  process.exit(found.length === 0 ? 0 : 1);
}
