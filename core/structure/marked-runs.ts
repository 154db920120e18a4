import { textJson } from '../story/blocks.ts';
import type { TextJson } from '../story/document.ts';
import type { Mark } from '../story/marks.ts';

export interface MarkedSpan {
  readonly start: number;
  readonly end: number;
  readonly mark: Mark;
}

/** Slices of a text as runs, with the marks that lie on them. Built once for a text; each slice costs what it holds. */
export function makeRuns(text: string, marks: readonly MarkedSpan[]): (start: number, end: number) => TextJson[] {
  const sorted = marks.toSorted((left, right) => left.start - right.start);
  /** The longest mark bounds how far back one that still reaches the slice may begin. */
  const longest = sorted.reduce((length, span) => Math.max(length, span.end - span.start), 0);
  const firstFrom = (offset: number): number => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return (start, end) => {
    const inside: MarkedSpan[] = [];
    for (let index = firstFrom(start - longest); index < sorted.length; index++) {
      const span = sorted[index];
      if (span === undefined || span.start >= end) break;
      if (span.end > start) inside.push(span);
    }
    const edges = new Set([start, end]);
    for (const span of inside) edges.add(Math.max(start, span.start)).add(Math.min(end, span.end));
    const stops = [...edges].toSorted((left, right) => left - right);
    let next = 0;
    let open: MarkedSpan[] = [];
    return stops.slice(1).map((stop, index) => {
      const from = stops[index] ?? start;
      open = open.filter((span) => span.end >= stop);
      for (let span = inside[next]; span !== undefined && span.start <= from; span = inside[next]) {
        if (span.end >= stop) open.push(span);
        next += 1;
      }
      return textJson(text.slice(from, stop), open.map((span) => span.mark));
    });
  };
}
