import { textJson } from '#core/story/blocks.ts';
import { normalizeWithMap } from '#core/vietnamese/nfc.ts';
import { paragraphOf } from './pasted.ts';
import type { Pasted } from './pasted.ts';

/** NFC, `\n` between lines, tabs as spaces. */
export const tidyText = (text: string): string => normalizeWithMap(text).text.replaceAll('\t', ' ');

/** Lines of a plain text as paragraphs; empty lines only part them. One line is running text. */
export function readText(text: string): Pasted {
  const lines = tidyText(text).split('\n');
  if (lines.length === 1) return { inline: lines[0] === '' ? [] : [textJson(lines[0] ?? '')], blocks: [], removed: [] };
  const blocks = lines.filter((line) => line.trim() !== '').map((line) => paragraphOf([textJson(line)]));
  return { inline: null, blocks, removed: [] };
}
