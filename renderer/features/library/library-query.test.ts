import { describe, expect, it } from 'vitest';
import { createWords } from '#renderer/i18n/translate.ts';
import { activeFilters, listQuestion, noFilters } from './library-query.ts';
import { dayLabel } from './story-days.ts';

const now = new Date('2026-11-22T14:00:00').getTime();

describe('questions to the library', () => {
  it('know the lists', () => {
    expect(listQuestion('mine', noFilters, 'Đặng Thùy Nhiên', now)).toMatchObject({ author: 'Đặng Thùy Nhiên', status: [], trashed: false });
    expect(listQuestion('toReview', { ...noFilters, status: ['draft'] }, '', now)).toMatchObject({ author: null, status: ['submitted'] });
    expect(listQuestion('trash', noFilters, '', now)).toMatchObject({ trashed: true });
  });

  it('count days back from today, today included', () => {
    expect(listQuestion('all', { ...noFilters, date: 'today' }, '', now)).toMatchObject({ from: '2026-11-22', to: null });
    expect(listQuestion('all', { ...noFilters, date: 'week' }, '', now)).toMatchObject({ from: '2026-11-16' });
    expect(activeFilters({ ...noFilters, query: 'x', status: ['draft', 'approved'], date: 'week' })).toBe(2);
  });

  it('send NFC, whatever the keyboard made', () => {
    expect(listQuestion('all', { ...noFilters, query: 'Nậm'.normalize('NFD') }, '', now).query).toBe('Nậm');
  });
});

describe('days of the list', () => {
  it('are today, yesterday, this week, then months', () => {
    const moments = ['2026-11-22T09:00:00', '2026-11-21T09:00:00', '2026-11-18T09:00:00', '2026-10-02T09:00:00', '2025-10-02T09:00:00'].map((text) => new Date(text).getTime());
    expect(moments.map((at) => dayLabel(at, now, createWords('vi')))).toEqual(['Hôm nay', 'Hôm qua', 'Tuần này', 'Tháng 10', 'Tháng 10.2025']);
    expect(moments.map((at) => dayLabel(at, now, createWords('en')))).toEqual(['Today', 'Yesterday', 'This week', 'October', '10/2025']);
  });
});
