import type { LexicalEditor } from 'lexical';
import type { HitPart, TextHit } from './find-hits.ts';

/** More than this are counted and gone through, but not painted: nobody sees them at once, and painting costs per hit. */
const painted = 2_000;

export const hitNames = { all: 'toasoan-find', current: 'toasoan-find-current' } as const;

function rangeOf(editor: LexicalEditor, first: HitPart, last: HitPart): StaticRange | null {
  const from = editor.getElementByKey(first.key);
  const to = editor.getElementByKey(last.key);
  const start = from === null ? null : textIn(from);
  const end = to === null ? null : textIn(to);
  if (start === null || end === null || start.length < first.start || end.length < last.end) return null;
  return new StaticRange({ startContainer: start, startOffset: first.start, endContainer: end, endOffset: last.end });
}

/** A run's letters lie in one text node, inside as many elements as it has formats. */
function textIn(element: HTMLElement): Text | null {
  let node: Node | null = element;
  while (node !== null && !(node instanceof Text)) node = node.firstChild;
  return node;
}

/** Paints hits over the text without touching the page's elements (CSS Custom Highlight API); `current`: index, −1 for none. */
export function paintHits(editor: LexicalEditor, hits: readonly TextHit[], current: number): void {
  const ranges = (some: readonly TextHit[]): StaticRange[] => some.flatMap((hit) => rangeOf(editor, hit[0], hit.at(-1) ?? hit[0]) ?? []);
  const at = hits[current];
  const around = Math.max(0, Math.min(current - painted / 2, hits.length - painted));
  CSS.highlights.set(hitNames.all, new Highlight(...ranges(hits.slice(around, around + painted).filter((hit) => hit !== at))));
  const one = new Highlight(...(at === undefined ? [] : ranges([at])));
  one.priority = 1;
  CSS.highlights.set(hitNames.current, one);
}

export function clearHits(): void {
  CSS.highlights.delete(hitNames.all);
  CSS.highlights.delete(hitNames.current);
}

/** Where a hit stands in the window; null when it is not drawn. */
export function boxOfHit(editor: LexicalEditor, hit: TextHit): DOMRect | null {
  const found = rangeOf(editor, hit[0], hit.at(-1) ?? hit[0]);
  if (found === null) return null;
  const range = document.createRange();
  range.setStart(found.startContainer, found.startOffset);
  range.setEnd(found.endContainer, found.endOffset);
  return range.getBoundingClientRect();
}
