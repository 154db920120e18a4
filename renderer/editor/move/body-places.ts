/** Between two blocks of the body, or at one of its ends. */
export interface BodyPlace {
  /** The block, or the byline, that stands behind it. */
  readonly before: HTMLElement;
  /** Pixels from the top of the page's text. */
  readonly top: number;
}

const isBlock = (element: Element): element is HTMLElement => element instanceof HTMLElement && !element.hasAttribute('data-lexical-cursor');

/** Blocks of the body as they stand on the page, without the fields around them. */
export const bodyBlocks = (root: HTMLElement): readonly HTMLElement[] => [...root.children].filter(isBlock).filter((element) => element.dataset['field'] === undefined);

/** The first of these blocks that ends below `y` (pixels of the window). */
function firstBelow(blocks: readonly HTMLElement[], y: number, edge: (box: DOMRect) => number): number {
  let [from, to] = [0, blocks.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const block = blocks[middle];
    if (block !== undefined && edge(block.getBoundingClientRect()) > y) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** The body block beside which the pointer is; null above and below the body. */
export function blockAt(root: HTMLElement, y: number): HTMLElement | null {
  const blocks = bodyBlocks(root);
  const block = blocks[firstBelow(blocks, y, (box) => box.bottom)];
  // Between two blocks it is the lower one, unless that is far.
  return block !== undefined && block.getBoundingClientRect().top - y <= 12 ? block : null;
}

/** The place nearest to `y`; above the body its beginning, below it its end. Never among the fields. */
export function placeAt(root: HTMLElement, y: number): BodyPlace | null {
  const blocks = bodyBlocks(root);
  const index = firstBelow(blocks, y, (box) => (box.top + box.bottom) / 2);
  const before = blocks[index] ?? [...root.children].filter(isBlock).at(-1);
  if (before === undefined) return null;
  const above = blocks[index - 1];
  const end = above === undefined ? null : above.offsetTop + above.offsetHeight;
  const start = blocks[index] === undefined ? null : before.offsetTop;
  const top = end === null ? (start ?? 0) - 8 : start === null ? end + 8 : (end + start) / 2;
  return { before, top };
}

/** The figure that takes a picture dropped here: one that waits for its photo on all of it, any other on its photo. */
export function figureUnder(target: Element): HTMLElement | null {
  const figure = target.closest('figure');
  return figure !== null && (target.closest('[data-media]') !== null || figure.querySelector(':scope > [data-waiting]') !== null) ? figure : null;
}
