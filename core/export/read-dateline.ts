/** A part of a dateline as printed, [start, end) in UTF-16 code units of the surface. */
export interface DatelinePiece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface ReadDateline {
  /** `BVS`, without brackets, dash or colon. */
  readonly source: DatelinePiece | null;
  /** `19.1`, without weekday, part of day or "ngày". */
  readonly date: DatelinePiece | null;
  /** `thành phố Vĩnh Sa`, when the surface states one after "tại" or "ở". */
  readonly place: DatelinePiece | null;
}

const SOURCE = /^\s*[([]?\s*(\p{Lu}[\p{L}\p{N}.]*(?: \p{Lu}[\p{L}\p{N}.]*){0,3})\s*[)\]]?\s*[-–—:]/u;
const DATE = /(?<![\d.,/-])(\d{1,2}\s?[./-]\s?\d{1,2}(?:\s?[./-]\s?\d{4})?|\d{1,2}\s+tháng\s+\d{1,2}(?:\s+năm\s+\d{4})?)(?![\d/-])/iu;
const PLACE = /(?<!\p{L})(?:tại|ở)\s+([^\s,.;:–—-][^,;:]*?)[\s,;:.–—-]*$/iu;

/** No dateline is longer; the patterns are not made for pages of text. */
const longest = 400;

function piece(surface: string, pattern: RegExp, from = 0): DatelinePiece | null {
  const match = pattern.exec(surface.slice(from));
  const text = match?.[1];
  if (match === null || text === undefined) return null;
  const start = from + match.index + match[0].indexOf(text);
  return { text, start, end: start + text.length };
}

/** The parts of a dateline's marked run. What isn't there is null; nothing is guessed from settings. */
export function readDateline(surface: string): ReadDateline {
  if (surface.length > longest) return { source: null, date: null, place: null };
  const source = piece(surface, SOURCE);
  const date = piece(surface, DATE, source?.end ?? 0);
  return { source, date, place: piece(surface, PLACE, date?.end ?? source?.end ?? 0) };
}
