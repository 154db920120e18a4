/** The value below which `share` (0 to 1) of the measurements lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

const inMs = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(1));

export interface Measured {
  readonly what: string;
  readonly values: readonly number[];
  /** The budget for p95, in milliseconds, and where it stands; null: none. */
  readonly goal: number | null;
}

/** A Markdown table of p50, p95, the largest and the count, all in milliseconds. */
export function table(rows: readonly Measured[]): string {
  const lines = rows.map(({ what, values, goal }) => {
    const p95 = percentile(values, 0.95);
    const verdict = goal === null ? '' : `${goal}${p95 <= goal ? '' : ' (missed)'}`;
    return `| ${what} | ${inMs(percentile(values, 0.5))} | ${inMs(p95)} | ${inMs(Math.max(...values))} | ${values.length} | ${verdict} |`;
  });
  return ['| what | p50 ms | p95 ms | max ms | n | goal p95 |', '| --- | ---: | ---: | ---: | ---: | ---: |', ...lines].join('\n');
}
