import { describe, expect, it } from 'vitest';
import type { StoryId } from '#core/base/ids.ts';
import { markRange, noMarks, rangeOf, toggleBeside, toggleMark } from './story-marks.ts';

const [a, b, c] = ['a', 'b', 'c'] as unknown as [StoryId, StoryId, StoryId];

describe('marks of stories', () => {
  it('go on and off, and the last one touched is where a range starts', () => {
    const one = toggleMark(noMarks, b, 1);
    expect([...one.ids]).toEqual([b]);
    expect(rangeOf(one, 4)).toEqual([1, 4]);
    expect(rangeOf(one, 0)).toEqual([0, 1]);
    expect([...toggleMark(one, b, 1).ids]).toEqual([]);
  });

  it('begin with the current row when Ctrl adds another', () => {
    expect([...toggleBeside(noMarks, a, c, 2).ids]).toEqual([a, c]);
    expect([...toggleBeside(noMarks, a, a, 0).ids]).toEqual([a]);
    expect([...toggleBeside(toggleMark(noMarks, b, 1), a, c, 2).ids]).toEqual([b, c]);
  });

  it('are replaced by a range, which may be drawn anew from the same start', () => {
    const start = toggleMark(noMarks, b, 1);
    const wide = markRange(start, [b, c]);
    expect([...wide.ids]).toEqual([b, c]);
    expect(rangeOf(wide, 0)).toEqual([0, 1]);
    expect([...markRange(wide, [a, b]).ids]).toEqual([a, b]);
  });
});
