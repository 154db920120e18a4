import type { StoryRow } from '#core/story/meta.ts';
import type { Words } from '#renderer/i18n/translate.ts';
import { daysAgo } from '#renderer/i18n/moment.ts';

export interface StoryGroup {
  readonly label: string;
  readonly rows: readonly StoryRow[];
}

/** Today, this week, then month by month; rows come newest first and stay so. */
export function groupByDay(rows: readonly StoryRow[], now: number, words: Words): readonly StoryGroup[] {
  const groups: { label: string; rows: StoryRow[] }[] = [];
  for (const row of rows) {
    const label = dayLabel(row.updatedAt, now, words);
    const last = groups.at(-1);
    if (last?.label === label) last.rows.push(row);
    else groups.push({ label, rows: [row] });
  }
  return groups;
}

function dayLabel(at: number, now: number, words: Words): string {
  const days = daysAgo(at, now);
  if (days <= 0) return words.t('library.day.today');
  if (days === 1) return words.t('library.day.yesterday');
  if (days < 7) return words.t('library.day.week');
  const date = new Date(at);
  if (date.getFullYear() !== new Date(now).getFullYear()) return words.t('library.day.month-year', { month: date.getMonth() + 1, year: String(date.getFullYear()) });
  return words.language === 'vi' ? words.t('library.day.month', { month: date.getMonth() + 1 }) : new Intl.DateTimeFormat('en', { month: 'long' }).format(at);
}
