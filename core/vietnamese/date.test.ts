import { describe, expect, it } from 'vitest';

import { parseSurfaceDate, resolveStoryDate } from '#core/vietnamese/date.ts';

describe('parseSurfaceDate', () => {
  it.each([
    ['19.1', 19, 1, null],
    ['19-1', 19, 1, null],
    ['19/1', 19, 1, null],
    ['01/4', 1, 4, null],
    ['18/4/2023', 18, 4, 2023],
    ['29.2', 29, 2, null],
    ['ngày 19 tháng 1 năm 2018', 19, 1, 2018],
    ['11 tháng 5', 11, 5, null],
    ['21 và 22/6/2018', 22, 6, 2018],
  ])('%s', (surface, day, month, year) => {
    expect(parseSurfaceDate(surface)).toEqual({ day, month, year });
  });

  it.each(['31.2', '0/4', '58/60', '12', '1/13', '29/2/2023', '19.1.18', 'hôm qua', ''])('%s is no date', (surface) => {
    expect(parseSurfaceDate(surface)).toBeNull();
  });
});

describe('resolveStoryDate', () => {
  const today = '2024-03-10';
  it.each([
    ['19.1', '', { date: '2024-01-19', sure: true }],
    ['19.11', '', { date: '2023-11-19', sure: true }],
    ['10/3', '', { date: '2024-03-10', sure: true }],
    ['18/4/2023', 'năm 2020', { date: '2023-04-18', sure: true }],
    ['19.1', 'tổng kết năm 2017; nhiệm vụ năm 2018', { date: '2024-01-19', sure: false }],
    ['19.1', 'diễn ra ngày 19 tháng 1 năm 2018, nhiệm kỳ 2015 - 2020', { date: '2018-01-19', sure: true }],
    ['19.1', 'kế hoạch năm 2024', { date: '2024-01-19', sure: true }],
    ['29.2', '', { date: '2024-02-29', sure: true }],
  ])('%s in "%s"', (surface, text, wanted) => {
    expect(resolveStoryDate(surface, { text, today })).toEqual(wanted);
  });

  it('says so when there is none', () => {
    expect(resolveStoryDate('31.2', { text: '', today })).toBeNull();
    expect(resolveStoryDate('19.1', { text: '', today: '' })).toBeNull();
  });
});
