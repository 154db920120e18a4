import { findCredits } from '#core/structure/find-credit.ts';
import { findDateline } from '#core/structure/find-dateline.ts';
import type { TextLine } from '#core/structure/text-lines.ts';

const LONGEST_HEADLINE = 40;
const LONGEST_KICKER = 12;
const LONGEST_HEADING = 16;

const CLOSED = /[.;:,…]$/u;
const BULLET = /^(?:[-+•*–]|\d{1,2}[.)]|[a-zđ]\))\s/u;

const words = (text: string): number => text.split(/\s+/u).length;

/**
 * The headline is the first line when it is no sentence and a report begins below it: a paragraph with a dateline or a
 * much longer one. A short line above it is a kicker. One line alone is never a headline.
 */
export const findHeadlines = <Line extends TextLine>(
  lines: readonly Line[],
): { readonly headline: Line | null; readonly kicker: Line | null } => {
  const [first, second, third] = lines;
  const none = { headline: null, kicker: null };
  if (first === undefined || second === undefined || !isHeadlineLike(first)) return none;
  if (beginsReport(second, first)) return { headline: first, kicker: null };
  const kicker = words(first.text) <= LONGEST_KICKER && isHeadlineLike(second) && third !== undefined && beginsReport(third, second);
  return kicker ? { headline: second, kicker: first } : none;
};

const isHeadlineLike = (line: TextLine): boolean => {
  if (line.text.length > 260 || words(line.text) > LONGEST_HEADLINE || CLOSED.test(line.text) || BULLET.test(line.text)) return false;
  return findCredits(line.text, 0, line.text.length).length === 0;
};

/** A paragraph that opens with source mark or date, or simply a paragraph: sentences, longer than the line above. */
const beginsReport = (line: TextLine, above: TextLine): boolean => {
  const dateline = findDateline(line.text, { start: 0, end: line.text.length, text: line.text });
  if (dateline !== null && (dateline.source !== null || (dateline.date !== null && dateline.date.start < 200))) return true;
  return /^(?!Dự |Tham dự |Cùng dự |Đến dự |Tới dự |Về phía )/u.test(line.text) && /[.!?…”]$/u.test(line.text.slice(-3)) && line.text.length > above.text.length * 2 && words(line.text) > 30;
};

/** A short line inside the story that is neither a sentence nor an item of a list. */
export const isHeading = (text: string): boolean =>
  text.length <= 120 && words(text) <= LONGEST_HEADING && words(text) >= 2 && !/[.;:,…!”"]$/u.test(text) && !BULLET.test(text) && /^[\p{Lu}\p{N}“"]/u.test(text);
