import { foldVietnamese } from '#core/vietnamese/fold.ts';

/** Accent-blind: every typed word starts a word of the name, in order; or the initials; or the given name's start. */
export function matchesName(name: string, query: string): boolean {
  const words = foldVietnamese(name).split(/\s+/u);
  const asked = foldVietnamese(query).split(/\s+/u).filter((word) => word !== '');
  const [first] = asked;
  if (first === undefined) return true;
  if (asked.length === 1 && words.map((word) => word.charAt(0)).join('').startsWith(first)) return true;
  let from = 0;
  return asked.every((word) => {
    const at = words.findIndex((candidate, index) => index >= from && candidate.startsWith(word));
    from = at + 1;
    return at >= 0;
  });
}
