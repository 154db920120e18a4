/** A date as a text prints it; `year` is null when the text leaves it out. Day 1–31, month 1–12. */
export interface SurfaceDate {
  readonly day: number;
  readonly month: number;
  readonly year: number | null;
}

export interface StoryDate {
  /** ISO date, `2018-01-19`. */
  readonly date: string;
  /** False when the year had to be chosen against other evidence: the reporter is asked. */
  readonly sure: boolean;
}

const NUMERIC = /^\s*(?:ngày\s+)?(\d{1,2})\s*([./-])\s*(\d{1,2})(?:\s*\2\s*(\d{4}))?\s*$/iu;
const IN_WORDS = /^\s*(?:ngày\s+)?(?:mùng\s+)?(\d{1,2})\s+tháng\s+(\d{1,2})(?:\s+(?:năm\s+)?(\d{4}))?\s*$/iu;
const SHARED_MONTH = /^\s*(?:ngày\s+)?\d{1,2}\s*(?:,|và|-|–|đến)\s*(\d{1,2}\s*[./-].*)$/iu;

/**
 * Reads one date: `19.1`, `19-1`, `19/1`, `01/4`, `18/4/2023`, `ngày 19 tháng 1 năm 2018`, `21 và 22/6/2018` (its last
 * day). Null for anything else, dates that no year has (31.2) included.
 */
export const parseSurfaceDate = (surface: string): SurfaceDate | null => {
  const text = surface.normalize('NFC').replace(/\u00a0/gu, ' ');
  const numeric = NUMERIC.exec(text);
  if (numeric) return checked(Number(numeric[1]), Number(numeric[3]), numeric[4]);
  const words = IN_WORDS.exec(text);
  if (words) return checked(Number(words[1]), Number(words[2]), words[3]);
  const shared = SHARED_MONTH.exec(text);
  return shared?.[1] === undefined ? null : parseSurfaceDate(shared[1]);
};

const checked = (day: number, month: number, year: string | undefined): SurfaceDate | null => {
  const whole = year === undefined ? null : Number(year);
  return exists(day, month, whole ?? 2024) ? { day, month, year: whole } : null;
};

const daysIn = (month: number, year: number): number => {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

const exists = (day: number, month: number, year: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysIn(month, year);

const iso = (day: number, month: number, year: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

const YEARS = /(?<![\d.,/-])(?:19|20)\d{2}(?![\d.,]\d|\d)/gu;

/**
 * The day a story is about. The year comes from the surface; else from the text when it prints this very day with one
 * year; else it is the nearest one in the past (today included).
 * `sure` is false when the year was guessed although the text names other years (`năm 2017`, `năm 2018`) that do not
 * all agree with the guess.
 * @param today ISO date of the reader's day
 * @returns null when the surface is no date, or no year gives it a past day (31.2)
 */
export const resolveStoryDate = (
  surface: string,
  context: { readonly text: string; readonly today: string },
): StoryDate | null => {
  const parsed = parseSurfaceDate(surface);
  if (parsed === null) return null;
  const { day, month } = parsed;
  if (parsed.year !== null) return { date: iso(day, month, parsed.year), sure: true };
  const stated = fullYearsOf(context.text, day, month);
  if (stated.length === 1 && stated[0] !== undefined) {
    return { date: iso(day, month, stated[0]), sure: true };
  }
  const past = nearestPast(day, month, context.today);
  if (past === null) return null;
  const others = new Set([...context.text.matchAll(YEARS)].map((match) => Number(match[0])));
  const agrees = others.size === 0 || (others.size === 1 && others.has(past));
  return { date: iso(day, month, past), sure: agrees && stated.length === 0 };
};

/** Years printed with this very day and month (`19.1.2018`, `19 tháng 1 năm 2018`), each once. */
const fullYearsOf = (text: string, day: number, month: number): readonly number[] => {
  const years = new Set<number>();
  const pattern = new RegExp(
    `(?<!\\d)0?${day}(?:\\s?[./-]\\s?0?${month}\\s?[./-]\\s?|\\s+tháng\\s+0?${month}\\s+năm\\s+)(\\d{4})(?!\\d)`,
    'giu',
  );
  for (const match of text.matchAll(pattern)) years.add(Number(match[1]));
  return [...years];
};

const nearestPast = (day: number, month: number, today: string): number | null => {
  const year = Number(today.slice(0, 4));
  if (!Number.isInteger(year) || year <= 0) return null;
  for (let candidate = year; candidate > year - 9; candidate -= 1) {
    if (exists(day, month, candidate) && iso(day, month, candidate) <= today) return candidate;
  }
  return null;
};
