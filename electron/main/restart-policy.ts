/** A process that ends this often within this time will not get better by another start. Milliseconds. */
const quickDeaths = 5;
const window = 60_000;
const waits = [0, 200, 500, 1_000, 2_000];

/** When to start the library's process, or a window's page, again after it ended at `deaths` (milliseconds, the last one now); null: not any more. */
export function nextStart(deaths: readonly number[]): number | null {
  const now = deaths.at(-1) ?? 0;
  const recent = deaths.filter((at) => now - at < window).length;
  return recent >= quickDeaths ? null : (waits[Math.max(0, recent - 1)] ?? null);
}
