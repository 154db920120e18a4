import { $getNearestNodeFromDOMNode } from 'lexical';
import type { LexicalEditor, NodeKey } from 'lexical';
import type { BlockMoves } from '../story/move-blocks.ts';
import { blockAt, figureUnder, placeAt } from './body-places.ts';
import { startEdgeScroll } from './edge-scroll.ts';

export interface BlockDragParts {
  readonly lexical: LexicalEditor;
  readonly moves: BlockMoves;
  /** All of the page, its margins as well. */
  readonly ground: HTMLElement;
  readonly handle: HTMLElement;
  /** The line between blocks where something would land. */
  readonly mark: HTMLElement;
}

/** Pixels the pointer moves before pressing becomes dragging. */
const slack = 4;
const handleSize = 24;

interface Drag {
  readonly block: HTMLElement;
  readonly from: { readonly x: number; readonly y: number };
  readonly pointer: number;
  y: number;
  moving: boolean;
}

/**
 * The handle beside the block under the pointer, and what dragging it does. It stands outside the text and is placed by
 * transform alone: nothing of the page moves, and a key that is typed costs nothing. Who has no mouse has the commands.
 */
export function startBlockDrag({ lexical, moves, ground, handle, mark }: BlockDragParts): () => void {
  const page = lexical.getRootElement();
  if (page === null) return () => undefined;
  const root = page;
  let shown: HTMLElement | null = null;
  let drag: Drag | null = null;

  const keyOf = (element: HTMLElement): NodeKey | null => lexical.read(() => $getNearestNodeFromDOMNode(element)?.getTopLevelElement()?.getKey() ?? null);
  const show = (block: HTMLElement | null): void => {
    shown = block;
    handle.toggleAttribute('data-shown', block !== null);
    if (block === null) return;
    const line = block.tagName === 'FIGURE' ? handleSize : parseFloat(getComputedStyle(block).lineHeight) || handleSize;
    handle.style.transform = `translateY(${Math.round(root.offsetTop + block.offsetTop + (line - handleSize) / 2)}px)`;
  };
  const showMark = (y: number | null): HTMLElement | null => {
    const place = y === null ? null : placeAt(root, y);
    const isMove = drag !== null && place !== null && (place.before === drag.block || place.before === drag.block.nextElementSibling);
    mark.toggleAttribute('data-shown', place !== null && !isMove);
    if (place !== null) mark.style.transform = `translateY(${Math.round(root.offsetTop + place.top)}px)`;
    return isMove ? null : (place?.before ?? null);
  };

  const scroll = startEdgeScroll(ground.closest('[data-scrolls="page"]') ?? document.documentElement, () => {
    if (drag !== null) showMark(drag.y);
  });
  const end = (): void => {
    scroll.stop();
    drag?.block.removeAttribute('data-moving');
    ground.removeAttribute('data-dragging');
    drag = null;
    showMark(null);
    show(null);
  };

  const press = (event: PointerEvent, block: HTMLElement): void => {
    if (event.button !== 0 || !lexical.isEditable()) return;
    drag = { block, from: { x: event.clientX, y: event.clientY }, pointer: event.pointerId, y: event.clientY, moving: false };
  };
  // The caret stays where it is until something has moved, and no text is selected on the way.
  const keepCaret = (event: MouseEvent): void => event.preventDefault();
  const onHandle = (event: PointerEvent): void => {
    if (shown !== null) press(event, shown);
  };
  const onPicture = (event: PointerEvent): void => {
    const { target } = event;
    if (event.pointerType !== 'mouse' || !(target instanceof Element) || target.closest('button') !== null) return;
    const figure = target.closest('[data-media]')?.closest('figure');
    if (figure) press(event, figure);
  };
  const onMove = (event: PointerEvent): void => {
    if (drag === null) {
      if (event.pointerType === 'mouse' && event.buttons === 0) show(lexical.isEditable() ? blockAt(root, event.clientY) : null);
      return;
    }
    if (event.pointerId !== drag.pointer) return;
    drag.y = event.clientY;
    if (!drag.moving) {
      if (Math.hypot(event.clientX - drag.from.x, event.clientY - drag.from.y) < slack) return;
      drag.moving = true;
      handle.setPointerCapture(drag.pointer);
      drag.block.setAttribute('data-moving', '');
      ground.setAttribute('data-dragging', '');
      show(drag.block);
    }
    showMark(drag.y);
    scroll.at(drag.y);
  };
  const onUp = (event: PointerEvent): void => {
    if (drag === null || event.pointerId !== drag.pointer) return;
    const { block, moving, y } = drag;
    const key = keyOf(block);
    const before = moving ? showMark(y) : null;
    const beforeKey = before === null ? null : keyOf(before);
    const isHandle = event.target === handle;
    end();
    if (key === null) return;
    if (beforeKey !== null) moves.place(key, beforeKey);
    else if (!moving && isHandle) moves.select(key);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (drag?.moving === true && event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      end();
    } else if (drag === null) show(null);
  };
  const onLeave = (): void => {
    if (drag === null) show(null);
  };
  const onFiles = (event: DragEvent): void => {
    const { target } = event;
    const isHere = lexical.isEditable() && event.dataTransfer?.types.includes('Files') === true && target instanceof Node && root.contains(target);
    const isOnPicture = target instanceof Element && figureUnder(target) !== null;
    showMark(isHere && !isOnPicture ? event.clientY : null);
  };
  const noMark = (): void => {
    showMark(null);
  };

  const listening = new AbortController();
  const { signal } = listening;
  handle.addEventListener('pointerdown', onHandle, { signal });
  handle.addEventListener('mousedown', keepCaret, { signal });
  root.addEventListener('pointerdown', onPicture, { signal });
  ground.addEventListener('pointermove', onMove, { signal });
  ground.addEventListener('pointerleave', onLeave, { signal });
  ground.addEventListener('dragover', onFiles, { signal });
  ground.addEventListener('dragleave', noMark, { signal });
  window.addEventListener('drop', noMark, { signal, capture: true });
  window.addEventListener('dragend', noMark, { signal, capture: true });
  window.addEventListener('pointerup', onUp, { signal });
  window.addEventListener('pointercancel', end, { signal });
  window.addEventListener('keydown', onKey, { signal, capture: true });
  return () => {
    listening.abort();
    end();
  };
}
