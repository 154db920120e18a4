import type { MediaId } from '../base/ids.ts';
import type { MediaInfo } from '../contract/media.ts';
import type { BlockJson, FigureJson, FigurePartName, ListItemJson, ListJson } from '../story/document.ts';
import { figurePart } from '../story/text.ts';
import { cleanLine } from './clean-text.ts';
import { creditLine } from './credit-line.ts';
import type { PlaceOfAttendee, Run } from './export-runs.ts';
import { isBlank, runsText, toRuns, withoutDateline } from './export-runs.ts';

export interface ExportPhoto {
  readonly sha256: MediaId;
  /** Of the original, in pixels, upright. */
  readonly width: number;
  readonly height: number;
  /** Null when the library no longer has the original. */
  readonly type: MediaInfo['type'] | null;
}

export interface ExportFigure {
  /** Null: the caption still waits for its photo, which is a valid state. */
  readonly photo: ExportPhoto | null;
  readonly caption: readonly Run[];
  readonly captionText: string;
  /** As readers see it, label included: `Ảnh: Mai Khuê`. Empty: none. */
  readonly credit: string;
  /** Empty: none. */
  readonly alt: string;
}

/** Text and lists of one item, in their order. */
export type ExportListPart = { readonly kind: 'runs'; readonly runs: readonly Run[] } | { readonly kind: 'list'; readonly list: ExportList };

export interface ExportList {
  readonly ordered: boolean;
  /** First number of an ordered list. */
  readonly start: number;
  readonly items: readonly (readonly ExportListPart[])[];
}

export type ExportBlock =
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  | { readonly kind: 'heading'; readonly level: 2 | 3 | 4; readonly runs: readonly Run[] }
  | { readonly kind: 'quote'; readonly runs: readonly Run[] }
  | { readonly kind: 'list'; readonly list: ExportList }
  | { readonly kind: 'rule' }
  | { readonly kind: 'figure'; readonly figure: ExportFigure };

export interface BlockContext {
  readonly places: PlaceOfAttendee;
  readonly media: (id: MediaId) => MediaInfo | null;
}

/** Portals refuse more than 16 nested elements; five lists leave room for link, person, bold and italic inside. */
const deepestList = 5;

const plainRuns = (nodes: Parameters<typeof toRuns>[0], { places }: BlockContext): readonly Run[] => withoutDateline(toRuns(nodes, places));

function itemParts(item: ListItemJson, depth: number, context: BlockContext): ExportListPart[] {
  const parts: ExportListPart[] = [];
  for (const child of item.children) {
    const last = parts.at(-1);
    if (child.type === 'list') {
      const list = toList(child, depth + 1, context);
      if (list.items.length > 0) parts.push({ kind: 'list', list });
    } else if (last?.kind === 'runs') {
      parts[parts.length - 1] = { kind: 'runs', runs: [...last.runs, ...plainRuns([child], context)] };
    } else {
      parts.push({ kind: 'runs', runs: plainRuns([child], context) });
    }
  }
  return parts.filter((part) => part.kind === 'list' || !isBlank(part.runs));
}

/** Lexical keeps a nested list in an item of its own; readers expect it inside the item above. Too deep lists become flat. */
function toList(list: ListJson, depth: number, context: BlockContext): ExportList {
  const items: ExportListPart[][] = [];
  for (const child of list.children) {
    const parts = itemParts(child, depth, context);
    const previous = items.at(-1);
    if (parts.length === 0) continue;
    if (depth >= deepestList) {
      for (const part of parts) {
        if (part.kind === 'list') items.push(...part.list.items.map((item) => [...item]));
        else items.push([part]);
      }
    } else if (previous !== undefined && parts[0]?.kind === 'list') previous.push(...parts);
    else items.push(parts);
  }
  return { ordered: list.listType === 'number', start: list.start, items };
}

const part = (figure: FigureJson, name: FigurePartName): FigureJson['children'][number]['children'] =>
  figure.children.find((child) => child.part === name)?.children ?? [];

function toFigure(figure: FigureJson, context: BlockContext): ExportFigure | null {
  const info = figure.photo === null ? null : context.media(figure.photo.media);
  const caption = plainRuns(part(figure, 'caption'), context);
  const exported: ExportFigure = {
    photo: figure.photo === null
      ? null
      : { sha256: figure.photo.media, width: info?.width ?? figure.photo.width, height: info?.height ?? figure.photo.height, type: info?.type ?? null },
    caption: isBlank(caption) ? [] : caption,
    captionText: runsText(caption).trim(),
    credit: creditLine(figurePart(figure, 'credit')),
    alt: cleanLine(figurePart(figure, 'alt')),
  };
  return exported.photo === null && exported.captionText === '' && exported.credit === '' ? null : exported;
}

/** One block of the body; null for what readers would see nothing of (an empty paragraph, a figure with nothing in it) and for field blocks. */
export function toExportBlock(block: BlockJson, context: BlockContext): ExportBlock | null {
  switch (block.type) {
    case 'field':
      return null;
    case 'horizontalrule':
      return { kind: 'rule' };
    case 'figure': {
      const figure = toFigure(block, context);
      return figure === null ? null : { kind: 'figure', figure };
    }
    case 'list': {
      const list = toList(block, 1, context);
      return list.items.length === 0 ? null : { kind: 'list', list };
    }
    case 'paragraph': {
      const runs = toRuns(block.children, context.places);
      return isBlank(runs) ? null : { kind: 'paragraph', runs };
    }
    case 'heading': {
      const runs = plainRuns(block.children, context);
      return isBlank(runs) ? null : { kind: 'heading', level: block.tag === 'h2' ? 2 : block.tag === 'h3' ? 3 : 4, runs };
    }
    case 'quote': {
      const runs = plainRuns(block.children, context);
      return isBlank(runs) ? null : { kind: 'quote', runs };
    }
  }
}
