import { $create, $createParagraphNode, $getState, $setState, ElementNode, createState } from 'lexical';
import type { LexicalNode, ParagraphNode, RangeSelection } from 'lexical';
import { Photo, figurePartNames } from '#core/story/document.ts';
import type { FigurePartName } from '#core/story/document.ts';

// Lexical leaves a state's default value out of the JSON; a figure without photo says `photo: null`, so null is not the default.
const photoState = createState('photo', {
  parse: (value): Photo | null | undefined => {
    if (value === undefined) return undefined;
    const photo = Photo.safeParse(value);
    return photo.success ? photo.data : null;
  },
  isEqual: (left, right) => left === right || (Boolean(left) && Boolean(right) && left?.media === right?.media && left?.width === right?.width && left?.height === right?.height),
});

const isPartName = (value: unknown): value is FigurePartName => figurePartNames.some((name) => name === value);
const partState = createState('part', { parse: (value): FigurePartName | null => (isPartName(value) ? value : null) });

/** A photo (or the place of one) with its caption, credit and alt text as children, in that order, always all three. */
export class FigureNode extends ElementNode {
  override $config() {
    return this.config('figure', { extends: ElementNode, stateConfigs: [{ flat: true, stateConfig: photoState }] });
  }

  /** @param version `direct` reads this very version of the node, as a view does that compares two. */
  getPhoto(version: 'latest' | 'direct' = 'latest'): Photo | null {
    return $getState(this, photoState, version) ?? null;
  }

  setPhoto(photo: Photo | null): this {
    return $setState(this, photoState, photo);
  }

  /** True when the stored JSON says whether there is a photo. */
  statesPhoto(): boolean {
    return $getState(this, photoState) !== undefined;
  }

  getPart(name: FigurePartName): FigurePartNode | null {
    return this.getChildren().find((child): child is FigurePartNode => $isFigurePartNode(child) && child.getPart() === name) ?? null;
  }

  override isShadowRoot(): true {
    return true;
  }

  override canBeEmpty(): false {
    return false;
  }

  override canIndent(): false {
    return false;
  }
}

export class FigurePartNode extends ElementNode {
  override $config() {
    return this.config('figure-part', { extends: ElementNode, stateConfigs: [{ flat: true, stateConfig: partState }] });
  }

  getPart(): FigurePartName {
    return $getState(this, partState) ?? 'caption';
  }

  /** Only met when something bypasses the editor's own Enter and paste: the text leaves the figure. */
  override insertNewAfter(_selection: RangeSelection, restoreSelection = true): ParagraphNode {
    const paragraph = $createParagraphNode();
    (this.getParent() ?? this).insertAfter(paragraph, restoreSelection);
    return paragraph;
  }

  override collapseAtStart(): boolean {
    return true;
  }

  override canIndent(): false {
    return false;
  }

  override canMergeWhenEmpty(): true {
    return true;
  }
}

export const $createFigurePartNode = (part: FigurePartName): FigurePartNode => $setState($create(FigurePartNode), partState, part);

export function $createFigureNode(photo: Photo | null): FigureNode {
  return $create(FigureNode)
    .setPhoto(photo)
    .append(...figurePartNames.map((part) => $createFigurePartNode(part)));
}

export const $isFigureNode = (node: LexicalNode | null | undefined): node is FigureNode => node instanceof FigureNode;
export const $isFigurePartNode = (node: LexicalNode | null | undefined): node is FigurePartNode => node instanceof FigurePartNode;
