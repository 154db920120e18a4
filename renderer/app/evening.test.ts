import { describe, expect, it } from 'vitest';
import { isEvening, nextTurn } from './evening.ts';

const overnight = { from: '18:30', to: '06:00' };
const clock = (text: string): Date => new Date(`2026-11-22T${text}:00`);

describe('dark by the hour', () => {
  it.each([
    ['18:29', false], ['18:30', true], ['23:59', true], ['00:00', true], ['05:59', true], ['06:00', false], ['12:00', false],
  ])('at %s: %s', (time, dark) => {
    expect(isEvening(clock(time), overnight)).toBe(dark);
  });

  it('may also begin after midnight, and never begins when both times are one', () => {
    expect(isEvening(clock('02:00'), { from: '01:00', to: '05:00' })).toBe(true);
    expect(isEvening(clock('00:30'), { from: '01:00', to: '05:00' })).toBe(false);
    expect(isEvening(clock('18:00'), { from: '18:00', to: '18:00' })).toBe(false);
  });

  it('turns next at the nearest of both times, today or tomorrow', () => {
    expect(new Date(nextTurn(clock('12:00'), overnight))).toEqual(clock('18:30'));
    expect(new Date(nextTurn(clock('05:00'), overnight))).toEqual(clock('06:00'));
    expect(new Date(nextTurn(clock('18:30'), overnight))).toEqual(new Date('2026-11-23T06:00:00'));
  });
});
