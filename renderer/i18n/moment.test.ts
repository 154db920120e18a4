import { describe, expect, it } from 'vitest';
import { civilDate, daysAgo, printedDate, shortMoment } from './moment.ts';

const at = (text: string): number => new Date(text).getTime();
const now = at('2026-11-22T14:32:00');

describe('moments in lists', () => {
  it.each([
    ['2026-11-22T09:05:00', 'vi', '9:05'],
    ['2026-11-20T23:59:00', 'vi', 'thứ sáu'],
    ['2026-10-28T08:00:00', 'vi', '28.10'],
    ['2025-03-09T08:00:00', 'vi', '9.3.2025'],
    ['2026-11-20T08:00:00', 'en', 'Friday'],
  ] as const)('%s in %s is %s', (moment, language, shown) => {
    expect(shortMoment(at(moment), now, language).toLowerCase()).toBe(shown.toLowerCase());
  });

  it('counts days by the calendar, not by 24 hours', () => {
    expect(daysAgo(at('2026-11-21T23:59:00'), at('2026-11-22T00:01:00'))).toBe(1);
    expect(daysAgo(at('2026-11-22T00:01:00'), at('2026-11-22T23:59:00'))).toBe(0);
  });

  it('prints story dates as papers do', () => {
    expect(printedDate('2026-01-19')).toBe('19.1.2026');
    expect(civilDate(at('2026-01-09T23:30:00'))).toBe('2026-01-09');
  });
});
