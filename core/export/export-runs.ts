import type { AttendeeId } from '../base/ids.ts';
import type { InlineJson, TextJson } from '../story/document.ts';
import { bold, italic } from '../story/blocks.ts';
import { cleanText } from './clean-text.ts';
import type { ReadDateline } from './read-dateline.ts';
import { safeHref } from './safe-href.ts';

export type DatelinePart = 'source' | 'date' | 'place' | 'rest';

/** A stretch of text with everything that is true of it. A line break is `\n` in `text`. */
export interface Run {
  readonly text: string;
  readonly strong: boolean;
  readonly em: boolean;
  /** Already safe to follow; null: no link. */
  readonly href: string | null;
  /** Whom this names: places in the story's attendee list, from 0. */
  readonly persons: readonly number[];
  /** Which part of the dateline this is; null outside it. */
  readonly dateline: DatelinePart | null;
}

/** Where each attendee stands in the list; marks of people no longer in it lose their meaning and keep their text. */
export type PlaceOfAttendee = ReadonlyMap<AttendeeId, number>;

function textRun(node: TextJson, places: PlaceOfAttendee, href: string | null): Run {
  const marks = node.$?.marks ?? [];
  const persons = marks.flatMap((mark) => {
    const place = mark.kind === 'person' ? places.get(mark.id) : undefined;
    return place === undefined ? [] : [place];
  });
  return {
    text: cleanText(node.text),
    strong: (node.format & bold) !== 0,
    em: (node.format & italic) !== 0,
    href,
    persons: [...new Set(persons)].sort((left, right) => left - right),
    dateline: marks.some((mark) => mark.kind === 'dateline') ? 'rest' : null,
  };
}

/** Lexical's inline nodes as flat runs; empty ones are left out. A link inside a link keeps the outer address. */
export const toRuns = (nodes: readonly InlineJson[], places: PlaceOfAttendee, href: string | null = null): readonly Run[] =>
  nodes
    .flatMap((node): readonly Run[] => {
      if (node.type === 'text') return [textRun(node, places, href)];
      if (node.type === 'linebreak') return [{ text: '\n', strong: false, em: false, href, persons: [], dateline: null }];
      return toRuns(node.children, places, href ?? safeHref(node.url));
    })
    .filter((run) => run.text !== '');

export const runsText = (runs: readonly Run[]): string => runs.map((run) => run.text).join('');

export const isBlank = (runs: readonly Run[]): boolean => runsText(runs).trim() === '';

export const withoutDateline = (runs: readonly Run[]): readonly Run[] =>
  runs.map((run) => (run.dateline === null ? run : { ...run, dateline: null }));

/** The marked run that begins a paragraph: what it says, and how many runs it takes. Null when none is marked. */
export function leadingDateline(runs: readonly Run[]): { readonly surface: string; readonly first: number; readonly last: number } | null {
  const first = runs.findIndex((run) => run.dateline !== null);
  if (first === -1) return null;
  let last = first;
  for (let next = runs[first + 1]; next !== undefined && next.dateline !== null; next = runs[last + 1]) last++;
  return { surface: runsText(runs.slice(first, last + 1)), first, last };
}

/** Cuts the dateline's runs at the edges of its source, date and place, and names the pieces. */
export function nameDatelineParts(runs: readonly Run[], read: ReadDateline): readonly Run[] {
  const parts = (['source', 'date', 'place'] as const).flatMap((part) => (read[part] === null ? [] : [{ part, ...read[part] }]));
  let offset = 0;
  return runs.flatMap((run) => {
    if (run.dateline === null) return [run];
    const start = offset;
    offset += run.text.length;
    const cuts = new Set([start, offset, ...parts.flatMap((part) => [part.start, part.end]).filter((cut) => cut > start && cut < offset)]);
    const edges = [...cuts].sort((left, right) => left - right);
    return edges.slice(0, -1).map((from, index): Run => ({
      ...run,
      text: run.text.slice(from - start, (edges[index + 1] ?? offset) - start),
      dateline: parts.find((part) => part.start <= from && from < part.end)?.part ?? 'rest',
    }));
  });
}
