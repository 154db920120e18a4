import type { Span } from '../people/analysis.ts';

/** The words that lead to a credit, with the bracket or dash before them: ` (Ảnh: `, `. Nguồn ảnh: `. */
const label = /([([]\s*)?(?:nguồn\s+ảnh|ảnh|nguồn|photo)\s*[:.]?\s*$/iu;

/**
 * Where a caption ends and its credit begins (UTF-16 code units into the text): `Toàn cảnh. Ảnh: Thùy Nhiên` → `Toàn cảnh.` and
 * `Ảnh: Thùy Nhiên`, the one space between them belonging to neither. A credit in the middle of the words is left in the caption.
 */
export function splitCredit(text: string, caption: Span, credit: Span | null): { readonly captionEnd: number; readonly creditStart: number } {
  const whole = { captionEnd: caption.end, creditStart: caption.end };
  if (credit === null || credit.start <= caption.start || credit.end > caption.end) return whole;
  if (/[\p{L}\p{N}]/u.test(text.slice(credit.end, caption.end))) return whole;
  const before = text.slice(caption.start, credit.start);
  const creditStart = credit.start - (label.exec(before)?.[0].length ?? 0);
  if (creditStart <= caption.start) return whole;
  return { captionEnd: text.charAt(creditStart - 1) === ' ' ? creditStart - 1 : creditStart, creditStart };
}
