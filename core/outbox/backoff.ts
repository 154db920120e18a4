/** Milliseconds. */
const firstDelay = 2_000;
const longestDelay = 10 * 60_000;
/** A destination may ask for patience, not for ever. */
const longestRetryAfter = 60 * 60_000;

/** How often a destination that can't be reached is tried: a network that returns is noticed within ten seconds. */
export const offlinePoll = 5_000;

/**
 * Exponential backoff with full jitter (Brooker, "Exponential Backoff and Jitter", 2015): anywhere between 0 and 2 s · 2^attempts,
 * at most 10 minutes, and never before the destination's Retry-After.
 */
export function backoff(attempts: number, jitter: number, retryAfter: number | null): number {
  const ceiling = Math.min(longestDelay, firstDelay * 2 ** Math.min(attempts, 30));
  return Math.max(Math.floor(ceiling * jitter), Math.min(retryAfter ?? 0, longestRetryAfter));
}

/**
 * Retry-After (RFC 9110 §10.2.3), in seconds or as a date, as milliseconds from now. A date is measured against the answer's
 * own `Date`, for the portal's clock is not ours. Null when there is none or it makes no sense.
 */
export function retryAfterMs(header: string | null, date: string | null, now: number): number | null {
  if (header === null) return null;
  const text = header.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  // `Date.parse` takes almost anything for a date; HTTP's begin with the day's name.
  const until = /^[a-z]{3,9}, /i.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(until)) return null;
  const theirs = date === null ? Number.NaN : Date.parse(date);
  return Math.max(0, until - (Number.isNaN(theirs) ? now : theirs));
}
