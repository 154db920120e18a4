import { expect, it } from 'vitest';
import { nextStart } from './restart-policy.ts';

it('starts again at once, then with more and more patience, and gives up after five quick ends', () => {
  const ends = [1_000, 2_000, 3_000, 4_000, 5_000];
  expect(ends.map((_, index) => nextStart(ends.slice(0, index + 1)))).toEqual([0, 200, 500, 1_000, null]);
});

it('forgets ends that lie more than a minute back', () => {
  expect(nextStart([0, 1, 2, 3, 60_100])).toBe(0);
  expect(nextStart([0, 20_000, 40_000, 60_000, 80_000])).toBe(500);
});
