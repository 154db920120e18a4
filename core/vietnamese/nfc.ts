/**
 * Normalisation on the way in. Every text of the newsroom is NFC with `\n` between lines; nothing else changes by
 * itself: no-break spaces, zero-width characters and soft hyphens stay (matching treats them as space or nothing).
 * NFC: Unicode Standard Annex 15; Vietnamese in Unicode: TCVN 6909:2001.
 */

/** `text` in NFC. Line endings are left as they are; see {@link normalizeWithMap} for text that comes from outside. */
export const toNfc = (text: string): string => text.normalize('NFC');

export interface NormalizedText {
  /** NFC, `\n` between lines. */
  readonly text: string;
  /** UTF-16 offset in `text` (0 to its length) → UTF-16 offset in the input. Inside one composed letter: its start. */
  readonly toInput: (offset: number) => number;
}

/** True when `text` is NFC already and uses `\n` only, so that offsets need no translation. */
export const isNormalized = (text: string): boolean => !text.includes('\r') && text.normalize('NFC') === text;

// A base character with what can compose with it: marks, and Hangul vowels and finals, which are not marks. A line end
// and a space are nobody's base.
const CLUSTER = /\r\n?|[^\p{M} \n\r]?[\p{M}\u1160-\u11ff]+|[^\p{M}]|./suy;

/** Below it no character changes by itself: the first combining mark is U+0300. */
const FIRST_MARK = 0x300;
const CARRIAGE_RETURN = 0x0d;

const KNOWN_LIMIT = 5000;

/**
 * Normalises `input` and keeps the way back. Linear in the length of `input`.
 * @param input any text: NFC, NFD or mixed, `\n`, `\r\n` or `\r` between lines
 */
export const normalizeWithMap = (input: string): NormalizedText => {
  if (isNormalized(input)) {
    return { text: input, toInput: (offset) => Math.min(Math.max(offset, 0), input.length) };
  }
  // Pairs of offsets where the lengths of both sides diverge: `outAt[i]` in the result is `inAt[i]` in the input.
  const outAt: number[] = [0];
  const inAt: number[] = [0];
  const parts: string[] = [];
  let out = 0;
  // Clusters repeat: a Vietnamese text has fewer than two hundred that compose.
  const known = new Map<string, string>();
  const normalOf = (cluster: string): string => {
    const seen = known.get(cluster);
    if (seen !== undefined) return seen;
    const normal = cluster.startsWith('\r') ? '\n' : cluster.normalize('NFC');
    if (known.size < KNOWN_LIMIT) known.set(cluster, normal);
    return normal;
  };
  let same = 0;
  let at = 0;
  while (at < input.length) {
    const unit = input.charCodeAt(at);
    if (unit < FIRST_MARK && unit !== CARRIAGE_RETURN && !(input.charCodeAt(at + 1) >= FIRST_MARK)) {
      at += 1;
      continue;
    }
    CLUSTER.lastIndex = at;
    const cluster = CLUSTER.exec(input)?.[0] ?? input.charAt(at);
    const normal = normalOf(cluster);
    if (normal !== cluster) {
      if (at > same) parts.push(input.slice(same, at));
      parts.push(normal);
      out += at - same;
      if (normal.length !== cluster.length) {
        outAt.push(out, out + normal.length);
        inAt.push(at, at + cluster.length);
      }
      out += normal.length;
      same = at + cluster.length;
    }
    at += cluster.length;
  }
  parts.push(input.slice(same));
  out += input.length - same;
  return { text: parts.join(''), toInput: (offset) => inputOffset(outAt, inAt, Math.min(Math.max(offset, 0), out)) };
};

/** The last known pair at or before `offset`; between two pairs of a changed letter the answer is its start. */
const inputOffset = (outAt: readonly number[], inAt: readonly number[], offset: number): number => {
  let low = 0;
  let high = outAt.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((outAt[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const here = outAt[low] ?? 0;
  const next = outAt[low + 1];
  const insideChanged = next !== undefined && low % 2 === 1;
  const start = inAt[low] ?? 0;
  return insideChanged ? start : start + (offset - here);
};
