const letter = /[\p{L}\p{M}\p{N}]/u;

/**
 * Whole occurrences of a printed name, case and tones as they are: not inside a longer word, spaces of any width.
 * @returns ranges in UTF-16 code units, in text order, without overlap
 */
export function findName(text: string, name: string): { readonly start: number; readonly end: number }[] {
  const words = name.trim().split(/\s+/u).filter((word) => word !== '');
  if (words.length === 0) return [];
  const pattern = new RegExp(words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join('[ \\u00a0]+'), 'gu');
  const found: { start: number; end: number }[] = [];
  for (const match of text.matchAll(pattern)) {
    const start = match.index;
    const end = start + match[0].length;
    if (letter.test(text.charAt(start - 1)) || letter.test(text.charAt(end))) continue;
    found.push({ start, end });
  }
  return found;
}
