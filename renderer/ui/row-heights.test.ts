import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRowHeights } from './row-heights.ts';

describe('the heights of rows', () => {
  it('agree with adding them up one by one, whatever was learnt', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.array(fc.tuple(fc.nat(199), fc.integer({ min: 1, max: 300 })), { maxLength: 60 }),
        fc.array(fc.nat(20_000), { maxLength: 20 }),
        (count, changes, distances) => {
          const heights = createRowHeights(count, 68);
          const plain = Array.from({ length: count }, () => 68);
          for (const [index, height] of changes) {
            if (index >= count) continue;
            expect(heights.set(index, height)).toBe(plain[index] !== height);
            plain[index] = height;
          }
          const tops = [0];
          for (const height of plain) tops.push((tops.at(-1) ?? 0) + height);
          for (let index = 0; index <= count; index++) expect(heights.top(index)).toBe(tops[index]);
          for (const distance of distances) {
            const wanted = tops.findLastIndex((top) => top <= distance);
            expect(heights.at(distance)).toBe(Math.min(wanted, count - 1));
          }
        },
      ),
    );
  });

  it('are kept for a list that grew or shrank', () => {
    const heights = createRowHeights(5, 10);
    heights.set(1, 30);
    heights.set(4, 50);
    expect([3, 5].map((count) => heights.resized(count).top(count))).toEqual([50, 110]);
    expect(heights.resized(8).top(8)).toBe(140);
  });

  it('have an answer for a list of nothing, and for places outside', () => {
    const none = createRowHeights(0, 68);
    expect(none.top(0)).toBe(0);
    expect(none.at(500)).toBe(0);
    expect(createRowHeights(3, 68).at(-5)).toBe(0);
    expect(createRowHeights(3, 68).at(9_000)).toBe(2);
  });
});
