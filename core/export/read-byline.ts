import { cleanLine } from './clean-text.ts';

export interface ReadByline {
  /** Whole and as printed. */
  readonly text: string;
  /** Names only, without labels, in printed order, each once. */
  readonly authors: readonly string[];
  readonly photographers: readonly string[];
}

const WORK = '(?:tin|bài|ảnh|thực hiện|tổng hợp|biên tập|nội dung|trình bày|video|đồ họa|đồ hoạ|minh họa|minh hoạ)';
/** `Tin, ảnh:`, `Bài và ảnh:`, `Tin - Ảnh:` where a part can begin: not after a name that happens to end in such a word. */
const LABEL = new RegExp(String.raw`(?<=^|[-–—;|\n,.(]\s*)(${WORK}(?:\s*(?:,|và|-|–|\/|&|\+)?\s*${WORK})*)\s*:`, 'giu');
const TAKEN_FROM = /^(?:theo|nguồn)(?:\s*:\s*|\s+)/iu;
const BETWEEN_NAMES = /\s+[-–—]\s+|\s*[,/&+;|\n]\s*|\s+và\s+/giu;
const NAME = /^(?=.*\p{L})[\p{L}\p{M}\p{N} .'’-]{1,60}$/u;

/** No byline is longer; the patterns are not made for pages of text. */
const longest = 400;

const names = (text: string): string[] =>
  text
    .replace(/\([^)]*\)/gu, ' ')
    .split(BETWEEN_NAMES)
    .map((name) => cleanLine(name).replace(/^[-–—\s]+|[-–—.\s]+$/gu, ''))
    .filter((name) => NAME.test(name) && !TAKEN_FROM.test(name));

/**
 * Who wrote and who photographed, read from the byline as Vietnamese papers print it: `Tin, ảnh: Phi Anh`,
 * `Bài: A - B; Ảnh: C`, `PHI ANH`. Bare names are authors. `Theo TTXVN` names a source, not an author, and what doesn't look
 * like a name is left out: better no author than a wrong one.
 */
export function readByline(text: string): ReadByline {
  const authors = new Set<string>();
  const photographers = new Set<string>();
  const line = text.trim();
  if (line.length > longest) return { text: line, authors: [], photographers: [] };
  const labels = [...line.matchAll(LABEL)];
  for (const name of names(line.slice(0, labels[0]?.index ?? line.length))) authors.add(name);
  labels.forEach((found, index) => {
    const label = (found[1] ?? '').toLowerCase();
    const hasPictures = label.includes('ảnh');
    const hasWords = /tin|bài|thực hiện|tổng hợp|nội dung/u.test(label);
    for (const name of names(line.slice(found.index + found[0].length, labels[index + 1]?.index ?? line.length))) {
      if (hasWords) authors.add(name);
      if (hasPictures) photographers.add(name);
    }
  });
  return { text: line, authors: [...authors], photographers: [...photographers] };
}
