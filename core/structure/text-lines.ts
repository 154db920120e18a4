/** One line of a text; `start` inclusive, `end` exclusive, UTF-16 units, blank space at both ends left out. */
export interface TextLine {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const BLANK = /[\s\u00a0\u200b\ufeff]/u;

/** The lines of `text` that are not blank, in order. Linear. */
export const textLines = (text: string): TextLine[] => {
  const lines: TextLine[] = [];
  let from = 0;
  while (from <= text.length) {
    const feed = text.indexOf('\n', from);
    const to = feed < 0 ? text.length : feed;
    const line = trimmed(text, from, to);
    if (line.end > line.start) lines.push(line);
    from = to + 1;
  }
  return lines;
};

/** The part of `text` between two offsets without the blank space around it. */
export const trimmed = (text: string, from: number, to: number): TextLine => {
  let start = from;
  let end = to;
  while (start < end && BLANK.test(text[start] ?? '')) start += 1;
  while (end > start && BLANK.test(text[end - 1] ?? '')) end -= 1;
  return { start, end, text: text.slice(start, end) };
};
