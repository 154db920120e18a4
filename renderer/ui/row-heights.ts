/** Where each row of a long list stands, when most are as high as guessed and the others are learnt as they are seen. Pixels. */
export interface RowHeights {
  readonly count: number;
  /** How far the row's upper edge is from the list's. `count` itself: the list's height. */
  top(index: number): number;
  /** The row at this distance from the list's upper edge; the nearest one for a distance outside the list. */
  at(distance: number): number;
  /** False when the row was known to be as high as that. */
  set(index: number, height: number): boolean;
  /** What is known, for a list of another length: a row more or less moves the others by one at most. */
  resized(count: number): RowHeights;
}

/** A Fenwick tree of what rows are higher or lower than the guess: every question and every change takes log n steps. */
export function createRowHeights(count: number, guess: number): RowHeights {
  const sums = new Float64Array(count + 1);
  const known = new Float64Array(count).fill(guess);
  const highest = count === 0 ? 0 : 2 ** Math.floor(Math.log2(count));

  const top = (index: number): number => {
    let sum = index * guess;
    for (let at = index; at > 0; at -= at & -at) sum += sums[at] ?? 0;
    return sum;
  };
  const set = (index: number, height: number): boolean => {
    const before = known[index];
    if (before === undefined || Math.abs(height - before) < 0.5) return false;
    known[index] = height;
    for (let at = index + 1; at <= count; at += at & -at) sums[at] = (sums[at] ?? 0) + height - before;
    return true;
  };
  return {
    count,
    top,
    at: (distance) => {
      let index = 0;
      let rest = distance;
      for (let step = highest; step > 0; step >>= 1) {
        const next = index + step;
        const height = step * guess + (sums[next] ?? 0);
        if (next <= count && height <= rest) {
          index = next;
          rest -= height;
        }
      }
      return Math.max(0, Math.min(index, count - 1));
    },
    set,
    resized: (next) => {
      const other = createRowHeights(next, guess);
      for (const [index, height] of known.entries()) if (index < next && height !== guess) other.set(index, height);
      return other;
    },
  };
}
