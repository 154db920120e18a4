import type { Words } from '#renderer/i18n/translate.ts';
import { daysAgo } from '#renderer/i18n/moment.ts';

/** Which part of the list a moment belongs to: today, yesterday, this week, then month by month. */
export function dayLabel(at: number, now: number, words: Words): string {
  const days = daysAgo(at, now);
  if (days <= 0) return words.t('library.day.today');
  if (days === 1) return words.t('library.day.yesterday');
  if (days < 7) return words.t('library.day.week');
  const date = new Date(at);
  if (date.getFullYear() !== new Date(now).getFullYear()) return words.t('library.day.month-year', { month: date.getMonth() + 1, year: String(date.getFullYear()) });
  return words.language === 'vi' ? words.t('library.day.month', { month: date.getMonth() + 1 }) : new Intl.DateTimeFormat('en', { month: 'long' }).format(at);
}
