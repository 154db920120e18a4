import type { Language } from './translate.ts';

const dayMs = 24 * 60 * 60 * 1000;

const startOfDay = (at: number): number => new Date(at).setHours(0, 0, 0, 0);

/** Whole days between two moments as the calendar counts them; 0: the same day. */
export const daysAgo = (at: number, now: number): number => Math.round((startOfDay(now) - startOfDay(at)) / dayMs);

/** `14:32` */
export const clockTime = (at: number): string => {
  const date = new Date(at);
  return `${date.getHours()}:${String(date.getMinutes()).padStart(2, '0')}`;
};

/** `28.10`, with the year when it is not this one: how Vietnamese papers print a day. */
export const shortDay = (at: number, now: number): string => {
  const date = new Date(at);
  const day = `${date.getDate()}.${date.getMonth() + 1}`;
  return date.getFullYear() === new Date(now).getFullYear() ? day : `${day}.${date.getFullYear()}`;
};

const weekday = (at: number, language: Language): string => new Intl.DateTimeFormat(language, { weekday: 'long' }).format(at).replace('Thứ', 'thứ').replace('Chủ', 'chủ');

/** Today the time, this week the day's name, earlier the date. */
export function shortMoment(at: number, now: number, language: Language): string {
  const days = daysAgo(at, now);
  if (days <= 0) return clockTime(at);
  return days < 7 ? weekday(at, language) : shortDay(at, now);
}

/** Story date `2026-11-19` → `19.11.2026`. */
export const printedDate = (date: string): string => {
  const [year, month, day] = date.split('-').map(Number);
  return `${day ?? 0}.${month ?? 0}.${year ?? 0}`;
};

/** Civil date of this machine, `YYYY-MM-DD`. */
export function civilDate(at: number): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
}
